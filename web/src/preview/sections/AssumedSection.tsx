import { memo, useEffect, useState } from 'react';
import { useSurroundings } from '../../app/context';
import type { CaseFile } from '../../case/case';
import { isRefused, type Variable } from '../../engine/answers';
import { answerText, questionTitle, type Wording } from '../describe';
import { applies, candidates, question, questionIds, type Answers, type QuestionId } from '../interview';

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
  const rows = questionIds
    .filter((id) => (answers[id] !== undefined || left.includes(id)) && applies(id, answers))
    .map((id) => ({
      id,
      title: questionTitle(id, wording),
      text: answerText(id, answers[id], wording),
      assumed: answers[id]?.known !== true,
    }));
  const formulas = useFormulas(
    file,
    rows.filter((row) => row.text === '').map((row) => row.id),
  );
  return (
    <section aria-labelledby="assumed-title">
      <h2 id="assumed-title">{t('assumed.title')}</h2>
      <p className="soft">{t('assumed.hint')}</p>
      <ul className="assumed-list">
        {rows.map(({ id, title, text, assumed }) => (
          <li key={id}>
            <span className="assumed-title">{title}</span>
            <span className="assumed-value">
              {text === '' ? formulas.get(id) : text}{' '}
              {assumed && <span className="assumed-mark">{t('assumed.mark')}</span>}
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

// What the rules assume by a formula (an age, say) only the engine can tell.
function useFormulas(file: CaseFile, ids: readonly QuestionId[]): ReadonlyMap<QuestionId, string> {
  const { engine, language } = useSurroundings();
  const [texts, setTexts] = useState<ReadonlyMap<QuestionId, string>>(new Map());
  const wanted = ids.join(' ');
  useEffect(() => {
    let current = true;
    const scenario = file.scenarios?.[1]?.name ?? '';
    const one = async (id: QuestionId): Promise<[QuestionId, string]> => {
      const asked = question(id);
      if (asked.kind !== 'input') return [id, ''];
      const owner = asked.place === 'household' ? '' : asked.place === 'spouse' ? 'spouse.' : 'client.';
      const answer = await engine.explain(file, { scenario, variable: `${owner}${asked.input}` }, language);
      return [id, isRefused(answer) ? '' : answer.figure.text];
    };
    void Promise.all(
      wanted
        .split(' ')
        .filter((id) => id !== '')
        .map((id) => one(id as QuestionId)),
    ).then((pairs) => {
      if (current) setTexts(new Map(pairs));
    });
    return () => {
      current = false;
    };
  }, [engine, file, language, wanted]);
  return texts;
}
