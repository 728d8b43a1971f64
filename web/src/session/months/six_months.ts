// Six months of one scenario as rows: payments, costs, what is left, the distance to the limit, what turns; and what is to be
// done in each month.
import type { Results, Task, Value } from '../../engine/answers';
import { figureKey, figuresOf, leftOver, partsOf, type Figures } from '../../model/parts';

export const shownMonths = 6;

export interface MonthRow {
  key: string;
  title: string;
  /** One a month. */
  values: readonly Value[];
  /** Costs are negative; what is no amount of money is text. */
  kind: 'part' | 'left' | 'margin' | 'state';
}

export interface MonthsTable {
  months: readonly string[];
  rows: readonly MonthRow[];
  /** Months that rest on law that is expected and not enacted. */
  expected: readonly string[];
  /** By month, in the order of their days. */
  tasks: ReadonlyMap<string, readonly Task[]>;
}

export function monthsTable(
  results: Results,
  scenario: number,
  count: number,
  titleOf: (variable: string, person: string | null) => string,
  otherTitle: string,
): MonthsTable {
  const months = results.timeline.months.slice(0, count);
  const of = results.scenarios[scenario];
  const figures = months.map((_, month) => figuresOf(results, scenario, month));
  const persons = of?.persons ?? [];
  const parts = new Map<string, MonthRow>();
  figures.forEach((own, month) => {
    for (const part of partsOf(own, own, persons, titleOf, otherTitle)) {
      const values = [...(parts.get(part.key)?.values ?? months.map((): Value => 0))];
      values[month] = part.work;
      parts.set(part.key, { key: part.key, title: part.title, values, kind: 'part' });
    }
  });
  const rowOf = (key: string, title: string, kind: MonthRow['kind'], from: readonly Figures[]): MonthRow => ({
    key,
    title,
    kind,
    values: from.map((own) => own.get(key) ?? 0),
  });
  const left = figureKey(leftOver, null);
  const margin = figureKey('disability_pension.margin', 'client');
  const turns = (of?.figures ?? []).flatMap(({ variable, person, values }): MonthRow[] => {
    const shown = values.slice(0, count);
    const isWord = shown.every((value) => typeof value === 'string') && !shown.every((value) => value === shown[0]);
    return isWord
      ? [{ key: figureKey(variable, person), title: titleOf(variable, person), values: shown, kind: 'state' }]
      : [];
  });
  const total = of?.figures.find(({ variable }) => variable === leftOver);
  return {
    months,
    rows: [
      ...parts.values(),
      rowOf(left, titleOf(leftOver, null), 'left', figures),
      ...(figures.some((own) => own.has(margin))
        ? [rowOf(margin, titleOf('disability_pension.margin', null), 'margin', figures)]
        : []),
      ...turns,
    ],
    expected: (total?.expected ?? []).map(String).filter((month) => months.includes(month)),
    tasks: tasksByMonth(of?.to_do ?? [], months),
  };
}

/** A duty stands in the month of its day. */
function tasksByMonth(tasks: readonly Task[], months: readonly string[]): ReadonlyMap<string, readonly Task[]> {
  const byMonth = new Map<string, Task[]>();
  for (const task of tasks) {
    const month = (task.due ?? task.month).slice(0, 7);
    if (!months.includes(month)) continue;
    byMonth.set(month, [...(byMonth.get(month) ?? []), task]);
  }
  return byMonth;
}
