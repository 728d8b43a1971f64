// Somebody has an income that this page does not compute: what they told, to take along to a coach.
import type { Variable } from '../engine/answers';
import type { CaseFile } from '../case/case';
import { useSurroundings } from '../model/surroundings';
import { useTitle } from '../model/title';
import { TakeSection } from './answer/sections/TakeSection';
import { questionTitle, valueText, type Wording } from './interview/describe';
import { questionIds, type Answers } from './interview/questions';
import './answer/answer_page.css';

export interface OtherPageProps {
  file: CaseFile;
  answers: Answers;
  variables: ReadonlyMap<string, Variable>;
  onFile: (file: File) => void;
  onAgain: () => void;
}

export function OtherPage({ file, answers, variables, onFile, onAgain }: OtherPageProps) {
  const { t, formats } = useSurroundings();
  useTitle(t('other.title'));
  const wording: Wording = { t, formats, variables };
  const told = questionIds.filter((id) => answers[id]?.known === true);
  return (
    <div className="answer-page">
      <h1 tabIndex={-1}>{t('other.title')}</h1>
      <p>{t('other.text')}</p>
      <section aria-labelledby="told-title">
        <h2 id="told-title">{t('other.told')}</h2>
        <ul className="assumed-list">
          {told.map((id) => (
            <li key={id}>
              <span className="assumed-title">{questionTitle(id, wording)}</span>
              <span className="assumed-value">{valueText(id, answers[id], wording)}</span>
            </li>
          ))}
        </ul>
      </section>
      <TakeSection {...{ file, onFile, onAgain }} />
    </div>
  );
}
