// The rows of the offers' table: what is left, how much more, and every part with an amount in any column.
import type { Compared, Results } from '../../engine/answers';
import { ordinaryMonthOf } from '../../model/ordinary_month';
import { figuresOf, leftOver, partsOf } from '../../model/parts';
import { amountIn, figureOf, moreLeft, titleOf } from '../../model/plan';

export interface OfferCell {
  amount: number | undefined;
  /** While something is open. */
  range?: { least: number; most: number; proven: boolean };
  /** Not the same as now. */
  differs: boolean;
}

export interface OfferRow {
  key: string;
  title: string;
  kind: 'left' | 'more' | 'part' | 'balance';
  cells: OfferCell[];
}

export { ordinaryMonthOf };

export interface RowTitles {
  left: string;
  more: string;
  lowest: string;
  employer: string;
  other: string;
  ofPerson: (title: string, person: string) => string;
}

export function offerRows(
  results: Results,
  compared: Compared | undefined,
  month: number,
  titles: RowTitles,
): OfferRow[] {
  const scenarios = results.scenarios.map((_, index) => index);
  const row = (key: string, title: string, kind: OfferRow['kind'], amounts: (number | undefined)[]): OfferRow => ({
    key,
    title,
    kind,
    cells: amounts.map((amount, index) => {
      const range = rangeOf(compared, key, kind, index, month);
      return { amount, differs: amount !== amounts[0], ...(range === undefined ? {} : { range }) };
    }),
  });
  const amounts = (variable: string, person: string | null) =>
    scenarios.map((scenario) => amountIn(results, scenario, variable, person, month));
  const lowest = scenarios.map((scenario) => lastOf(results, scenario, 'liquidity.lowest_balance'));
  return [
    row(leftOver, titles.left, 'left', amounts(leftOver, null)),
    row(
      leftOver,
      titles.more,
      'more',
      scenarios.map((scenario) => moreLeft(results, scenario, month)),
    ),
    ...partRows(results, month, titles).map(({ key, title, cells }) => row(key, title, 'part', cells)),
    ...(lowest.some((amount) => amount !== undefined && amount !== 0)
      ? [row('liquidity.lowest_balance', titles.lowest, 'balance', lowest)]
      : []),
    row('client.employer.net_cost', titles.employer, 'balance', amounts('employer.net_cost', 'client')),
  ];
}

function partRows(results: Results, month: number, titles: RowTitles) {
  const persons = [...new Set(results.scenarios.flatMap(({ persons: own }) => own))];
  const name = (variable: string, person: string | null) => {
    const title = titleOf(results, variable);
    return person === null || person === 'client' ? title : titles.ofPerson(title, person);
  };
  const all = results.scenarios.map((_, scenario) => figuresOf(results, scenario, month));
  const [now = new Map<string, number>()] = all;
  const rows = new Map<string, { key: string; title: string; cells: number[] }>();
  all.forEach((figures, scenario) => {
    for (const part of partsOf(now, figures, persons, name, titles.other)) {
      const row = rows.get(part.key) ?? { key: part.key, title: part.title, cells: all.map(() => 0) };
      row.cells[scenario] = part.work;
      row.cells[0] = part.now;
      rows.set(part.key, row);
    }
  });
  return [...rows.values()];
}

const lastOf = (results: Results, scenario: number, variable: string): number | undefined => {
  const value = figureOf(results, scenario, variable, null)?.values.at(-1);
  return typeof value === 'number' ? value : undefined;
};

/** The engine's range of the figure, or of how much it differs; undefined where nothing open moves it. */
function rangeOf(
  compared: Compared | undefined,
  key: string,
  kind: OfferRow['kind'],
  scenario: number,
  month: number,
): OfferCell['range'] {
  if (compared === undefined) return undefined;
  const [variable, person] = splitKey(key);
  const of = (one: { variable: string; person: string | null }) => one.variable === variable && one.person === person;
  const found =
    kind === 'more'
      ? ([...compared.differences, ...(compared.may_differ ?? [])].find(of)?.ranges?.[scenario] ?? undefined)
      : compared.scenarios[scenario]?.figures.find(of);
  const least = found?.least?.[month];
  const most = found?.most?.[month];
  if (least === undefined || most === undefined || least === most) return undefined;
  return { least, most, proven: found?.proven ?? false };
}

function splitKey(key: string): [string, string | null] {
  const [, person, variable] = /^(client|spouse|child\d+)\.(.+)$/.exec(key) ?? [];
  return variable === undefined ? [key, null] : [variable, person ?? null];
}
