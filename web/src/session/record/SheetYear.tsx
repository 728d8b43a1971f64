// The second part: twelve months of the first work, and the duties with boxes to tick.
import { useOwnedTitle } from '../../client/owned_title';
import type { Results } from '../../engine/answers';
import { useSurroundings } from '../../model/surroundings';
import { useMonthsTable } from '../months/MonthsStep';
import type { MonthsTable } from '../months/six_months';
import { useScenarioName } from '../names';
import { useSession } from '../room';

const monthsOfYear = 12;
/** As many months as stand beside each other on paper, with their names whole. */
const monthsInRow = 6;
const monthsInLargeType = 4;

export function SheetYear({ results }: { results: Results }) {
  const { s } = useSession();
  const nameOf = useScenarioName();
  const scenario = Math.min(1, results.scenarios.length - 1);
  return (
    <section className="sheet" aria-label={s('record.part2')}>
      <h1>{s('record.year', { name: nameOf(results.scenarios[scenario]?.name ?? '') })}</h1>
      <YearTable results={results} scenario={scenario} />
      <Duties results={results} scenario={scenario} />
    </section>
  );
}

interface PartProps {
  results: Results;
  scenario: number;
}

function YearTable({ results, scenario }: PartProps) {
  const { s } = useSession();
  const { language } = useSurroundings();
  const table = useMonthsTable(results, scenario, monthsOfYear);
  if (table === undefined) return null;
  const count = language === 'fi-simple' ? monthsInLargeType : monthsInRow;
  const starts = table.months.map((_, index) => index).filter((index) => index % count === 0);
  return (
    <>
      {starts.map((start) => (
        <StretchOfMonths key={start} table={table} start={start} count={count} />
      ))}
      {table.expected.length > 0 && <p>{s('months.expected')}</p>}
    </>
  );
}

/** A few months beside each other: what is paid, what is left, how far the limit is. */
function StretchOfMonths({ table, start, count }: { table: MonthsTable; start: number; count: number }) {
  const { s } = useSession();
  const { formats } = useSurroundings();
  const months = table.months.slice(start, start + count);
  const mark = (month: string | undefined) => (table.expected.includes(month ?? '') ? 'expected' : '');
  return (
    <table className="record-table record-year">
      <thead>
        <tr>
          <th scope="col">{s('outcome.per_month')}</th>
          {months.map((month) => (
            <th key={month} scope="col" className="right">
              {formats.month(month)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows
          .filter(({ kind }) => kind !== 'state')
          .map(({ key, title, values, kind }) => (
            <tr key={key} className={kind === 'left' ? 'sum' : undefined}>
              <th scope="row">
                {kind === 'left' ? s('outcome.left') : kind === 'margin' ? s('record.to_limit') : title}
              </th>
              {values.slice(start, start + count).map((value, index) => (
                <td key={months[index]} className={`right number ${mark(months[index])}`}>
                  {formats.wholeEuros(Number(value)).replace(/\s?€$/, '')}
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function Duties({ results, scenario }: PartProps) {
  const { s } = useSession();
  const { formats } = useSurroundings();
  const ownedTitle = useOwnedTitle();
  const tasks = results.scenarios[scenario]?.to_do ?? [];
  return (
    <section>
      <h2>{s('record.duties')}</h2>
      {tasks.length === 0 ? (
        <p>{s('months.no_duties')}</p>
      ) : (
        <table className="record-table">
          <thead>
            <tr>
              <th scope="col">{s('record.day')}</th>
              <th scope="col">{s('agreed.what')}</th>
              <th scope="col">{s('record.to')}</th>
              <th scope="col">{s('record.attachment')}</th>
              <th scope="col">{s('record.done')}</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map(({ notice, person, title, due, month, to, to_title: toTitle, attachment }) => (
              <tr key={`${notice} ${person ?? ''} ${month}`}>
                <th scope="row" className="number">
                  {due === undefined ? formats.month(month) : formats.date(due)}
                </th>
                <td>{ownedTitle(title, person)}</td>
                <td>{toTitle ?? to}</td>
                <td>{attachment ?? '–'}</td>
                <td>
                  <span className="tick" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
