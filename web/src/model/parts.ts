// What is left is made of: the rows of "now and at work", and where the wage goes. What is left is what remains after taxes,
// benefits, debts, fees and the costs of work; the disposable income of statistics is one row on the way.
//
// The list is the page's; a part of what is left that the list does not know is not lost but shown as "other", and the
// end-to-end test demands that the worked examples have none.
import type { Results, Variable } from '../engine/answers';

/** Figures of one situation: "client.work.earnings" of a person, "disposable_income" of the household. */
export type Figures = ReadonlyMap<string, number>;

export const figureKey = (variable: string, person: string | null): string =>
  person === null ? variable : `${person}.${variable}`;

const earnings = ['work.earnings', 'commission.earnings'];
const personIncome = [
  ...earnings,
  'national_pension.amount',
  'guarantee_pension.amount',
  'earnings_related_pension.amount',
  'unemployment.amount',
  'sickness_allowance.amount',
  'partial_sickness_allowance.amount',
  'rehabilitation_allowance.amount',
  'home_care_allowance.amount',
  'student_aid.amount',
  'care_allowance.amount',
  'disability_allowance.amount',
  'child_increase.amount',
  'student_aid.housing_supplement',
  'rehabilitation_allowance.maintenance',
  'rehabilitative_work.amount',
  'work_activity.tax_free_amount',
];
const householdIncome = [
  'pensioner_housing_allowance.amount',
  'general_housing_allowance.amount',
  'child_benefit.amount',
  'child_maintenance_support.amount',
  'basic_social_assistance.amount',
];
const personCost = ['totals.taxes_of_month', 'totals.contributions_of_month'];
// What is paid out of disposable income because of work, debts and children.
const personOutlay = ['debt_enforcement.seized', 'totals.work_costs', 'child_maintenance_paid'];
const householdOutlay = ['early_childhood_fee.amount'];

export const leftOver = 'income_after_costs';
export const disposable = 'disposable_income';
export const limitFigures = ['disability_pension.earnings_limit', 'disability_pension.margin'];

/** Every figure the answer page draws, whoever's it is. */
export const shownFigures: readonly string[] = [
  leftOver,
  disposable,
  ...householdIncome,
  ...personIncome,
  ...personCost,
  ...householdOutlay,
  ...personOutlay,
  ...limitFigures,
];

/** The same with their owners, for a sweep. */
export function wantedFigures(persons: readonly string[]): string[] {
  return [
    leftOver,
    disposable,
    ...householdIncome,
    ...householdOutlay,
    ...persons.flatMap((person) =>
      [...personIncome, ...personCost, ...personOutlay].map((name) => figureKey(name, person)),
    ),
    ...limitFigures.map((name) => figureKey(name, 'client')),
  ];
}

export interface Part {
  key: string;
  variable: string;
  person: string | null;
  title: string;
  kind: 'wage' | 'income' | 'cost' | 'outlay' | 'other';
  /** Costs and outlays are negative. */
  now: number;
  work: number;
}

/** The parts with an amount in either situation, in the order of the lists; they add up to what is left. */
export function partsOf(
  now: Figures,
  work: Figures,
  persons: readonly string[],
  titleOf: (variable: string, person: string | null) => string,
  otherTitle: string,
): Part[] {
  const rows: Part[] = [];
  const add = (variable: string, person: string | null, kind: Part['kind']) => {
    const key = figureKey(variable, person);
    const sign = kind === 'cost' || kind === 'outlay' ? -1 : 1;
    const part = { now: sign * (now.get(key) ?? 0), work: sign * (work.get(key) ?? 0) };
    if (part.now === 0 && part.work === 0) return;
    rows.push({ key, variable, person, title: titleOf(variable, person), kind, ...part });
  };
  for (const person of persons) {
    for (const variable of personIncome) {
      add(variable, person, earnings.includes(variable) && person === 'client' ? 'wage' : 'income');
    }
  }
  for (const variable of householdIncome) add(variable, null, 'income');
  for (const person of persons) for (const variable of personCost) add(variable, person, 'cost');
  for (const person of persons) for (const variable of personOutlay) add(variable, person, 'outlay');
  for (const variable of householdOutlay) add(variable, null, 'outlay');

  const rest = (figures: Figures, of: 'now' | 'work') =>
    (figures.get(leftOver) ?? 0) - rows.reduce((sum, part) => sum + part[of], 0);
  const other = { now: rest(now, 'now'), work: rest(work, 'work') };
  // Each person's net income is rounded to a cent, so a cent a person is no part of its own.
  const rounding = 0.011 * persons.length;
  if (Math.abs(other.now) > rounding || Math.abs(other.work) > rounding) {
    rows.push({ key: 'other', variable: leftOver, person: null, title: otherTitle, kind: 'other', ...other });
  }
  return rows;
}

/** One scenario's figures of one month. */
export function figuresOf(results: Results, scenario: number, month: number): Figures {
  const figures = new Map<string, number>();
  const yearly = new Map<string, boolean>(
    results.variables.map((variable: Variable) => [variable.name, variable.period === 'year']),
  );
  const year = results.timeline.years.indexOf(Number(results.timeline.months[month]?.slice(0, 4)));
  for (const figure of results.scenarios[scenario]?.figures ?? []) {
    const value = figure.values[yearly.get(figure.variable) === true ? year : month];
    if (typeof value === 'number') figures.set(figureKey(figure.variable, figure.person), value);
  }
  return figures;
}

/** What is left over all months of a scenario, in whole cents. */
export function totalLeft(results: Results, scenario: number): number {
  const left = results.scenarios[scenario]?.figures.find(({ variable }) => variable === leftOver);
  return Math.round((left?.values ?? []).reduce<number>((sum, value) => sum + Number(value), 0) * 100) / 100;
}

/** What is taken from income, and what is paid out of it. */
export const isTaken = ({ kind }: Part): boolean => kind === 'cost' || kind === 'outlay';

const totals = [leftOver, disposable];
const bare = (key: string): string => key.replace(/^(client|spouse|child\d+)\./, '');

/** What the figure of a sweep does to what is left: adds to it, takes from it, or neither. */
export function roleOf(key: string): 'adds' | 'takes' | 'neither' {
  const variable = bare(key);
  if (totals.includes(variable) || limitFigures.includes(variable)) return 'neither';
  return [...personCost, ...personOutlay, ...householdOutlay].includes(variable) ? 'takes' : 'adds';
}

export interface Share {
  key: string;
  title: string;
  amount: number;
  kind: 'kept' | 'cost' | 'benefit' | 'gain' | 'lost';
}

/** Where the added wage goes: what is kept, what goes to taxes and contributions, which benefits fall or rise by how much. */
export function sharesOfWage(parts: readonly Part[]): { wage: number; kept: number; shares: Share[] } {
  let wage = 0;
  let kept = 0;
  const shares: Share[] = [];
  for (const part of parts) {
    const change = part.work - part.now;
    kept += change;
    if (part.kind === 'wage') wage += change;
    else if (Math.abs(change) >= 0.005) {
      const kind = isTaken(part) ? 'cost' : change < 0 ? 'benefit' : 'gain';
      shares.push({ key: part.key, title: part.title, amount: -change, kind });
    }
  }
  shares.unshift({ key: 'kept', title: '', amount: kept, kind: kept > -0.005 ? 'kept' : 'lost' });
  return { wage, kept, shares };
}
