// The rows of up to three columns: every part of what is left that any of the scenarios has in the month, costs negative, then
// what is left.
import type { Results } from '../../engine/answers';
import { figureKey, figuresOf, isTaken, leftOver, partsOf, type Part } from '../../model/parts';

export const mostColumns = 3;

export interface ColumnRow {
  key: string;
  variable: string;
  person: string | null;
  title: string;
  isCost: boolean;
  /** One a column. */
  amounts: readonly number[];
}

export interface Columns {
  names: readonly string[];
  rows: readonly ColumnRow[];
  left: readonly number[];
}

export function columnsOf(
  results: Results,
  month: number,
  titleOf: (variable: string, person: string | null) => string,
  otherTitle: string,
): Columns {
  const scenarios = results.scenarios.slice(0, mostColumns);
  const figures = scenarios.map((_, index) => figuresOf(results, index, month));
  const [first = new Map<string, number>()] = figures;
  const rows = new Map<string, ColumnRow>();
  figures.forEach((own, index) => {
    const persons = scenarios[index]?.persons ?? [];
    for (const part of partsOf(first, own, persons, titleOf, otherTitle)) {
      const before = rows.get(part.key);
      rows.set(part.key, rowOf(part, before, index, figures.length));
    }
  });
  return {
    names: scenarios.map(({ name }) => name),
    rows: [...rows.values()].sort((a, b) => Number(a.isCost) - Number(b.isCost)),
    left: figures.map((own) => own.get(figureKey(leftOver, null)) ?? 0),
  };
}

function rowOf(part: Part, before: ColumnRow | undefined, index: number, count: number): ColumnRow {
  const amounts = [...(before?.amounts ?? Array.from({ length: count }, () => 0))];
  amounts[0] = part.now;
  amounts[index] = index === 0 ? part.now : part.work;
  const { key, variable, person, title } = part;
  return { key, variable, person, title, isCost: isTaken(part), amounts };
}
