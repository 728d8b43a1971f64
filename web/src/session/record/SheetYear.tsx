// The second part: twelve months of the first work, and the duties with boxes to tick.
import { useOwnedTitle } from '../../client/owned_title';
import type { Results } from '../../engine/answers';
import { useSurroundings } from '../../model/surroundings';
import { useMonthsTable } from '../months/MonthsStep';
import { useScenarioName } from '../names';
import { useSession } from '../room';

const monthsOfYear = 12;
/** More columns than this are not read on a sheet of paper. */
const mostParts = 6;

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
  const { formats } = useSurroundings();
  const table = useMonthsTable(results, scenario, monthsOfYear);
  if (table === undefined) return null;
  const parts = table.rows.filter(({ kind }) => kind === 'part');
  const others = table.rows.filter(({ kind }) => kind === 'left' || kind === 'margin');
  const columns = [...(parts.length > mostParts ? parts.slice(0, mostParts) : parts), ...others];
  return (
    <>
      {parts.length > mostParts && <p>{s('record.not_shown', { count: parts.length - mostParts })}</p>}
      <table className="record-table record-year">
        <thead>
          <tr>
            <th scope="col">{s('outcome.month')}</th>
            {columns.map(({ key, title, kind }) => (
              <th key={key} scope="col" className="right">
                {kind === 'left' ? s('outcome.left') : kind === 'margin' ? s('record.to_limit') : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.months.map((month, index) => (
            <tr key={month} className={table.expected.includes(month) ? 'expected' : undefined}>
              <th scope="row">{formats.month(month)}</th>
              {columns.map(({ key, values, kind }) => {
                const amount = formats.wholeEuros(Number(values[index] ?? 0)).replace(/\s?€$/, '');
                return (
                  <td key={key} className="right number">
                    {kind === 'left' ? <b>{amount}</b> : amount}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {table.expected.length > 0 && <p>{s('months.expected')}</p>}
    </>
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
