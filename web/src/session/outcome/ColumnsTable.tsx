// What is left, now and with each work, part by part.
import { useMemo } from 'react';
import { useOwnedTitle } from '../../client/owned_title';
import type { Results } from '../../engine/answers';
import { useSurroundings } from '../../model/surroundings';
import { useScenarioName } from '../names';
import { useSession } from '../room';
import { columnsOf, type Columns } from './columns';

export function useColumns(results: Results): Columns {
  const { s, work } = useSession();
  const ownedTitle = useOwnedTitle();
  return useMemo(() => {
    const titles = new Map(results.variables.map(({ name, title }) => [name, title]));
    return columnsOf(
      results,
      work.month,
      (name, person) => ownedTitle(titles.get(name) ?? name, person),
      s('outcome.other'),
    );
  }, [results, work.month, ownedTitle, s]);
}

export function ColumnsTable({ results }: { results: Results }) {
  const { s } = useSession();
  const { formats } = useSurroundings();
  const nameOf = useScenarioName();
  const { names, rows, left } = useColumns(results);
  return (
    <div className="session-scroll" role="region" tabIndex={0} aria-label={s('outcome.columns')}>
      <table className="session-table columns-table">
        <caption className="only-read">{s('outcome.columns')}</caption>
        <thead>
          <tr>
            <th scope="col">{s('outcome.per_month')}</th>
            {names.map((name) => (
              <th key={name} scope="col" className="right">
                {nameOf(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title, amounts }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              {amounts.map((amount, index) => (
                <td key={names[index]} className="right number">
                  {formats.euros(amount)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="sum">
            <th scope="row">{s('outcome.left')}</th>
            {left.map((amount, index) => (
              <td key={names[index]} className="right number">
                {formats.euros(amount)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
