import { memo } from 'react';
import { useSurroundings } from '../../../model/surroundings';
import type { CaseFile } from '../../../case/case';
import type { Variable } from '../../../engine/answers';
import { useByRules } from '../../interview/by_rules';
import { answerText, questionTitle, type Wording } from '../../interview/describe';
import { applies, candidates, questionIds, type Answers, type QuestionId } from '../../interview/questions';
import { isAnsweredInstead } from '../../interview/case_of_answers';

export interface AssumedSectionProps {
  file: CaseFile;
  answers: Answers;
  variables: ReadonlyMap<string, Variable>;
  opened: boolean;
  onCorrect: (id: QuestionId) => void;
}

// Stands still while the slider moves.
export const AssumedSection = memo(function AssumedSection({
  file,
  answers,
  variables,
  opened,
  onCorrect,
}: AssumedSectionProps) {
  const { t, formats } = useSurroundings();
  const wording: Wording = { t, formats, variables };
  const left = candidates(answers);
  const shown = questionIds.filter((id) => (answers[id] !== undefined || left.includes(id)) && applies(id, answers));
  const byRules = useByRules(file, shown);
  const rows = shown.map((id) => ({
    id,
    title: questionTitle(id, wording),
    text: answerText(id, answers[id], byRules.get(id), wording),
    assumed: answers[id]?.known !== true && !isAnsweredInstead(file, id),
  }));
  return (
    <section aria-labelledby="assumed-title">
      <h2 id="assumed-title">{t('assumed.title')}</h2>
      <p className="soft assumed-hint">{t('assumed.hint')}</p>
      <ul className="assumed-list">
        {rows.map(({ id, title, text, assumed }) => (
          <li key={id}>
            <span className="assumed-title">{title}</span>
            <span className="assumed-value">
              {text} {assumed && <span className="assumed-mark">{t('assumed.mark')}</span>}
            </span>
            <button
              type="button"
              className="why-button no-print"
              aria-label={t('assumed.correct.label', { title })}
              onClick={() => onCorrect(id)}
            >
              {t('assumed.correct')}
            </button>
          </li>
        ))}
      </ul>
      {opened && <p className="soft">{t('assumed.file')}</p>}
    </section>
  );
});
