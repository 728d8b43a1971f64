// Step 2: what is left. The sentence, the columns, hours or wage tried with the headline, the fall as a stair, and what one
// month over the limit does.
import { useMemo } from 'react';
import { SelectField } from '../../components/select_field/SelectField';
import { useSurroundings } from '../../model/surroundings';
import { useDifferences } from '../differences';
import { useKeys, type Keys } from '../keys';
import { useSession } from '../room';
import { ColumnsTable } from './ColumnsTable';
import { OneMonthOver } from './OneMonthOver';
import { Sentence } from './Sentence';
import { Stair } from './Stair';
import { TryWork } from './TryWork';
import './outcome.css';

export function OutcomeStep() {
  const { s, work, change, compared, shown, finish, go, keysOn } = useSession();
  const { t, formats } = useSurroundings();
  const differences = useDifferences(compared.answer);
  const keys = useMemo((): Keys => ({ n: () => finish('outcome') }), [finish]);
  useKeys(keys, keysOn);
  const { answer, refused } = compared;
  const months = answer?.timeline.months ?? [];
  return (
    <section aria-labelledby="outcome-title" className="session-stack">
      <div className="session-title-row">
        <h1 id="outcome-title" tabIndex={-1}>
          {s('outcome.title')}
        </h1>
        {months.length > 1 && (
          <SelectField
            label={s('outcome.month')}
            value={String(work.month)}
            options={months.map((month, index) => ({ value: String(index), title: formats.month(month) }))}
            onChange={(index) => change((now) => ({ ...now, month: Number(index) }))}
          />
        )}
      </div>
      {refused.map(({ message, line }) => (
        <p key={message} role="alert" className="page-note">
          {s('refused', { message, line: line ?? 0 })}
        </p>
      ))}
      {answer === undefined ? (
        refused.length === 0 && <p role="status">{t('app.loading')}</p>
      ) : (
        <>
          <Sentence differences={differences} />
          {shown.answer !== undefined && <ColumnsTable results={shown.answer} />}
          <TryWork />
          <Stair />
          <OneMonthOver />
        </>
      )}
      <div className="session-row">
        <button type="button" className="session-button main" onClick={() => finish('outcome')}>
          {s('next.months')}
        </button>
        <button type="button" className="session-button" onClick={() => go('decision')}>
          {s('decision.link')}
        </button>
      </div>
    </section>
  );
}
