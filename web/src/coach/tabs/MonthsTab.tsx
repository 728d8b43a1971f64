// The months of one offer: a picture with who pays what, the distance to the limit, what is to be done and the money at the end
// of each month; the same as a table; and what one month's extra euros would do.
import { useState } from 'react';
import { figuresOf, partsOf, leftOver } from '../../model/parts';
import { figureOf, limitOf, titleOf } from '../../model/plan';
import { useSurroundings } from '../../model/surroundings';
import { ownerTitle } from '../facts/FactsPane';
import { codeOf } from '../files/store';
import { useSay } from '../texts/texts';
import { today } from '../today';
import { dutiesOf } from '../clients/rows';
import { columnsOf, expectedMonths, FiguresTable, type Column } from './FiguresTable';
import { MonthsPicture, type PictureMonth } from './MonthsPicture';
import type { TabProps } from './Tabs';
import { WhatIf } from './WhatIf';

/** Every part of what is left, one column each, in the months of a scenario. */
export function usePartColumns({ results, scenario }: Pick<TabProps, 'results' | 'scenario'>): Column[] {
  const { t } = useSurroundings();
  const say = useSay();
  const persons = results.scenarios[scenario]?.persons ?? [];
  const columns = new Map<string, Column & { values: number[] }>();
  results.timeline.months.forEach((_, month) => {
    const figures = figuresOf(results, scenario, month);
    const name = (variable: string, person: string | null) => {
      const owner = person === null ? undefined : ownerTitle(person, t);
      return `${titleOf(results, variable)}${owner === undefined ? '' : ` (${owner})`}`;
    };
    for (const { key, title, work } of partsOf(figures, figures, persons, name, say('offers.other'))) {
      const column = columns.get(key) ?? { key, title, values: results.timeline.months.map(() => 0) };
      column.values[month] = work;
      columns.set(key, column);
    }
  });
  return [...columns.values()];
}

const numbersOf = (values: readonly unknown[] | undefined): (number | undefined)[] =>
  (values ?? []).map((value) => (typeof value === 'number' ? value : undefined));

export function MonthsTab(props: TabProps) {
  const { client, results, scenario, lawUntil } = props;
  const say = useSay();
  const { formats } = useSurroundings();
  const [asTable, setAsTable] = useState(false);
  const parts = usePartColumns(props);
  const expected = expectedMonths(results, lawUntil);
  const { months } = results.timeline;
  const left = numbersOf(figureOf(results, scenario, leftOver, null)?.values);
  const limit = limitOf(results, scenario);
  const margins =
    limit === undefined ? [] : numbersOf(figureOf(results, scenario, 'disability_pension.margin', 'client')?.values);
  const balance = numbersOf(figureOf(results, scenario, 'liquidity.month_end_balance', null)?.values);
  const hasBalance = balance.some((amount) => amount !== undefined && amount !== 0);
  const duties = dutiesOf(client, results, today(), scenario);
  const pictured: PictureMonth[] = months.map((month, index) => ({
    month,
    left: left[index] ?? 0,
    parts: parts.map(({ key, title, values }) => ({ key, title, amount: Number(values[index] ?? 0) })),
    margin: margins[index],
    expected: expected[index] === true,
    duties: duties.flatMap(({ task }, number) => (task.month === month ? [number + 1] : [])),
    balance: hasBalance ? balance[index] : undefined,
  }));
  const lowest = Math.min(...left.map((amount) => amount ?? Infinity));
  const sentence = [
    say('months.sentence', {
      offer: results.scenarios[scenario]?.name ?? '',
      least: formats.euros(lowest),
      month: formats.inMonth(months[left.indexOf(lowest)] ?? months[0] ?? ''),
    }),
    limit === undefined
      ? say('months.no_limit')
      : limit.over.length === 0
        ? say('months.holds', { margin: formats.euros(limit.margin), month: formats.inMonth(limit.tightest) })
        : say('months.over', { count: limit.over.length, month: formats.inMonth(limit.over[0] ?? '') }),
  ].join(' ');
  return (
    <>
      <h2>{say('months.title', { count: months.length, offer: results.scenarios[scenario]?.name ?? '' })}</h2>
      <p>{sentence}</p>
      <button type="button" className="link no-print" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
        {say(asTable ? 'months.as_picture' : 'months.as_table')}
      </button>
      {asTable ? (
        <MonthsTable {...props} parts={parts} expected={expected} />
      ) : (
        <MonthsPicture months={pictured} sentence={sentence} name={codeOf(client)} />
      )}
      {duties.length > 0 && (
        <ol className="keys">
          {duties.map(({ task, due, id, done }) => (
            <li key={id} className={done === undefined ? undefined : 'soft'}>
              {due === undefined ? formats.month(task.month) : formats.date(due)} {task.title}
              {task.to_title === undefined ? '' : ` (${task.to_title})`}
            </li>
          ))}
        </ol>
      )}
      <WhatIf {...props} margins={margins} />
    </>
  );
}

interface MonthsTableProps extends TabProps {
  parts: readonly Column[];
  expected: readonly boolean[];
}

function MonthsTable({ client, results, scenario, parts, expected }: MonthsTableProps) {
  const say = useSay();
  const { formats } = useSurroundings();
  const columns = (...names: string[]) =>
    columnsOf(
      results,
      scenario,
      names.map((variable) => ({ variable, person: null })),
    );
  return (
    <FiguresTable
      name={`${codeOf(client)}-months`}
      title={say('months.table')}
      rows={results.timeline.months.map((one) => formats.month(one))}
      rowsTitle={say('months.month')}
      columns={[
        ...columns(leftOver, 'money_in_hand.amount'),
        ...parts,
        ...(limitOf(results, scenario) === undefined
          ? []
          : columnsOf(results, scenario, [{ variable: 'disability_pension.margin', person: 'client' }])),
        ...columns('money_in_hand.settlement', 'liquidity.month_end_balance'),
      ]}
      rules={results.rules}
      expected={expected}
    />
  );
}
