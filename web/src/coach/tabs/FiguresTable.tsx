// Figures month by month, one column each, with the way to take them along as CSV.
import type { Results, Value } from '../../engine/answers';
import { figureOf, titleOf, valueIn } from '../../model/plan';
import { useSurroundings } from '../../model/surroundings';
import type { Formats } from '../../catalogue/formats';
import { saveCsv, type Cell } from '../files/csv';
import { useSay } from '../texts/texts';

export interface Column {
  key: string;
  title: string;
  /** One value a row. */
  values: readonly (Value | undefined)[];
}

export interface FiguresTableProps {
  /** What the file is called, and what the table is about. */
  name: string;
  title: string;
  /** The rows' own names. */
  rows: readonly string[];
  rowsTitle: string;
  columns: readonly Column[];
  rules: { version: string; hash: string } | undefined;
  /** Months whose law is expected, not enacted. */
  expected?: readonly boolean[];
}

const cellText = (value: Value | undefined, formats: Formats): string =>
  value === undefined ? '–' : typeof value === 'number' ? formats.euros(value) : String(value);

export function FiguresTable({ name, title, rows, rowsTitle, columns, rules, expected = [] }: FiguresTableProps) {
  const say = useSay();
  const { formats } = useSurroundings();
  const save = () =>
    saveCsv(`${name}.csv`, [
      [rowsTitle, ...columns.map((column) => column.title)],
      ...rows.map((row, index): Cell[] => [row, ...columns.map(({ values }) => cell(values[index]))]),
      [],
      [say('table.rules', { version: rules?.version ?? '', hash: rules?.hash ?? '' })],
    ]);
  return (
    <>
      <div className="scroll" role="region" aria-label={title} tabIndex={0}>
        <table className="table compact months-table">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{rowsTitle}</th>
              {columns.map((column) => (
                <th key={column.key} scope="col" className="right">
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row} className={expected[index] === true ? 'expected' : undefined}>
                <th scope="row">
                  {row}
                  {expected[index] === true && <span className="small soft"> {say('law.expected')}</span>}
                </th>
                {columns.map(({ key, values }) => (
                  <td key={key} className="right number">
                    {cellText(values[index], formats)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" className="button no-print" onClick={save}>
        {say('csv')}
      </button>
    </>
  );
}

const cell = (value: Value | undefined): Cell =>
  typeof value === 'number' ? value.toFixed(2) : value === undefined ? '' : String(value);

export interface FigureName {
  variable: string;
  person: string | null;
}

/** Columns of figures of a scenario; those that are nothing in all months are left out, unless `keep`. */
export function columnsOf(results: Results, scenario: number, names: readonly FigureName[], keep = false): Column[] {
  return names.flatMap(({ variable, person }) => {
    const figure = figureOf(results, scenario, variable, person);
    if (figure === undefined) return [];
    const values = results.timeline.months.map((_, month) => valueIn(results, figure, month));
    if (!keep && values.every((value) => value === 0)) return [];
    return [{ key: `${person ?? ''}.${variable}`, title: titleOf(results, variable), values }];
  });
}

/** Whose law of a month is not known yet. */
export const expectedMonths = (results: Results, lawUntil: string | undefined): boolean[] => {
  const figures = results.scenarios.flatMap(({ figures: own }) => own);
  return results.timeline.months.map(
    (month) =>
      (lawUntil !== undefined && month > lawUntil) ||
      figures.some(({ expected }) => expected?.includes(month) === true),
  );
};
