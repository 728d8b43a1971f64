// Step 3: six months of payments, reviews and duties of the chosen work; its first day may be moved.
import { useId, useMemo, useState } from 'react';
import { SelectField } from '../../components/select_field/SelectField';
import { useOwnedTitle } from '../../client/owned_title';
import type { Results } from '../../engine/answers';
import { useSurroundings } from '../../model/surroundings';
import { useKeys, type Keys } from '../keys';
import { useScenarioName } from '../names';
import { useSession } from '../room';
import { MonthsOfWork } from './MonthsOfWork';
import { monthsTable, shownMonths, type MonthsTable } from './six_months';
import { startDay, startKind, withStartDay } from './start_day';
import './months.css';

export function useMonthsTable(results: Results | undefined, scenario: number, count: number): MonthsTable | undefined {
  const { s } = useSession();
  const ownedTitle = useOwnedTitle();
  return useMemo(() => {
    if (results === undefined) return undefined;
    const titles = new Map(results.variables.map(({ name, title }) => [name, title]));
    const titleOf = (name: string, person: string | null) => ownedTitle(titles.get(name) ?? name, person);
    return monthsTable(results, scenario, count, titleOf, s('outcome.other'));
  }, [results, scenario, count, ownedTitle, s]);
}

export function MonthsStep() {
  const { s, shown, finish, keysOn } = useSession();
  const { t } = useSurroundings();
  const nameOf = useScenarioName();
  const [scenario, setScenario] = useState(1);
  const { answer } = shown;
  const table = useMonthsTable(answer, Math.min(scenario, (answer?.scenarios.length ?? 1) - 1), shownMonths);
  const keys = useMemo((): Keys => ({ n: () => finish('months') }), [finish]);
  useKeys(keys, keysOn);
  const names = answer?.scenarios.map(({ name }) => name) ?? [];
  return (
    <section aria-labelledby="months-title" className="session-stack">
      <div className="session-title-row">
        <h1 id="months-title" tabIndex={-1}>
          {s('months.title')}
        </h1>
        {names.length > 1 && (
          <SelectField
            label={s('outcome.work')}
            value={String(scenario)}
            options={names.map((name, index) => ({ value: String(index), title: nameOf(name) }))}
            onChange={(index) => setScenario(Number(index))}
          />
        )}
        <StartDay />
      </div>
      {table === undefined ? (
        <p role="status">{t('app.loading')}</p>
      ) : (
        <MonthsOfWork table={table} variables={answer?.variables ?? []} />
      )}
      <div className="session-row">
        <button type="button" className="session-button main" onClick={() => finish('months')}>
          {s('next.agreed')}
        </button>
      </div>
    </section>
  );
}

function StartDay() {
  const { s, work, change } = useSession();
  const id = useId();
  const { case: file } = work.file;
  const kind = startKind(file);
  if (kind === 'none') return <p className="soft">{s('months.start_fixed')}</p>;
  const day = startDay(file);
  const move = (to: string) => {
    const full = kind === 'month' ? `${to}-01` : to;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(full)) return;
    change((now) => ({ ...now, file: { ...now.file, case: withStartDay(now.file.case, full) } }));
  };
  return (
    <p className="start-day">
      <label htmlFor={id}>{s('months.start')}</label>
      <input
        id={id}
        type={kind === 'month' ? 'month' : 'date'}
        min={kind === 'month' ? file.start : `${file.start}-01`}
        value={kind === 'month' ? day.slice(0, 7) : day}
        onChange={(event) => move(event.currentTarget.value)}
      />
    </p>
  );
}
