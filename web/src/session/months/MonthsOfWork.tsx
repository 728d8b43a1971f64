// The months side by side: money, what is left, the distance to the limit, what turns, and below them what is to be done when.
import { useSurroundings } from '../../model/surroundings';
import type { Value, Variable } from '../../engine/answers';
import { useOwnedTitle } from '../../client/owned_title';
import { useSession } from '../room';
import type { MonthRow, MonthsTable } from './six_months';

export interface MonthsOfWorkProps {
  table: MonthsTable;
  variables: readonly Variable[];
}

export function MonthsOfWork({ table, variables }: MonthsOfWorkProps) {
  const { s } = useSession();
  const { formats } = useSurroundings();
  const { months, rows, expected, tasks } = table;
  const ownedTitle = useOwnedTitle();
  const name = (row: MonthRow) => row.key.replace(/^(client|spouse|child\d+)\./, '');
  const text = (row: MonthRow, value: Value): string => {
    if (typeof value === 'number') return formats.wholeEuros(value);
    const members = variables.find((variable) => variable.name === name(row))?.members;
    return members?.find((member) => member.name === value)?.title ?? String(value);
  };
  const mark = (month: string) => (expected.includes(month) ? 'expected' : undefined);
  return (
    <>
      <div className="session-scroll" role="region" tabIndex={0} aria-label={s('months.table')}>
        <table className="session-table months-table">
          <caption className="only-read">{s('months.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{s('outcome.per_month')}</th>
              {months.map((month) => (
                <th key={month} scope="col" className={`right ${mark(month) ?? ''}`}>
                  {formats.month(month)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} className={row.kind === 'left' ? 'sum' : `row-${row.kind}`}>
                <th scope="row">{row.kind === 'left' ? s('outcome.left') : row.title}</th>
                {row.values.map((value, index) => {
                  const isOver = row.kind === 'margin' && Number(value) < 0;
                  return (
                    <td
                      key={months[index]}
                      className={`right number ${isOver ? 'over-limit' : (mark(months[index] ?? '') ?? '')}`}
                    >
                      {isOver && <span aria-hidden="true">▲ </span>}
                      {text(row, value)}
                      {isOver && <span className="only-read"> {s('months.over')}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {expected.length > 0 && <p className="soft">{s('months.expected')}</p>}
      <h2>{s('months.duties')}</h2>
      {tasks.size === 0 ? (
        <p>{s('months.no_duties')}</p>
      ) : (
        <ul className="months-duties">
          {months
            .filter((month) => tasks.has(month))
            .map((month) => (
              <li key={month}>
                <h3>{formats.month(month)}</h3>
                <ul>
                  {(tasks.get(month) ?? []).map(({ notice, person, title, due, to, to_title }) => (
                    <li key={`${notice} ${person ?? ''}`}>
                      <span aria-hidden="true">● </span>
                      {due !== undefined && <b>{formats.date(due)} </b>}
                      {ownedTitle(title, person)} ({to_title ?? to})
                    </li>
                  ))}
                </ul>
              </li>
            ))}
        </ul>
      )}
    </>
  );
}
