// The details we used, as the engine used them: each with whether it was told, and a way to correct it.
import { memo } from 'react';
import type { CaseFile } from '../../case/case';
import type { Variable } from '../../engine/answers';
import { useSurroundings } from '../../model/surroundings';
import { useUsed } from '../../model/used';
import type { Wording } from '../interview/describe';
import { question, type Answers, type QuestionId } from '../interview/questions';
import { useOwnedTitle } from '../owned_title';
import { detailsOf, shownQuestions } from './details';

export interface DetailsSectionProps {
  file: CaseFile;
  answers: Answers;
  variables: ReadonlyMap<string, Variable>;
  onCorrect: (id: QuestionId) => void;
}

// Stands still while the slider moves.
export const DetailsSection = memo(function DetailsSection({
  file,
  answers,
  variables,
  onCorrect,
}: DetailsSectionProps) {
  const { t, formats } = useSurroundings();
  const ownedTitle = useOwnedTitle();
  const wording: Wording = { t, formats, variables };
  const inputs = shownQuestions(answers).flatMap((id) => {
    const asked = question(id);
    return asked.kind === 'input' ? [asked.input] : [];
  });
  const rows = detailsOf(file, answers, useUsed(file, inputs), wording, ownedTitle);
  return (
    <section aria-labelledby="assumed-title">
      <h2 id="assumed-title">{t('assumed.title')}</h2>
      <p className="soft assumed-hint">{t('assumed.hint')}</p>
      <ul className="assumed-list">
        {rows.map(({ key, id, title, text, status }) => (
          <li key={key} className={id === undefined && key !== 'start' ? 'no-print' : undefined}>
            <span className="assumed-title">{title}</span>
            <span className="assumed-value">
              {text} {status === 'assumed' && <span className="assumed-mark">{t('assumed.mark')}</span>}
            </span>
            {id !== undefined && (
              <button
                type="button"
                className="why-button no-print"
                aria-label={t('assumed.correct.label', { title })}
                onClick={() => onCorrect(id)}
              >
                {t('assumed.correct')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
});
