import { expect, it } from 'vitest';
import { partsOf, roleOf, sharesOfWage } from './parts';

const now = new Map([
  ['client.national_pension.amount', 787.07],
  ['pensioner_housing_allowance.amount', 429.08],
  ['income_after_costs', 1216.15],
]);
const work = new Map([
  ['client.work.earnings', 812.5],
  ['client.national_pension.amount', 787.07],
  ['pensioner_housing_allowance.amount', 128.68],
  ['client.totals.taxes_of_month', 70.895],
  ['income_after_costs', 1657.35],
]);
const parts = partsOf(now, work, ['client'], (variable) => variable, 'other');

it('shows each part once, and only those with an amount', () => {
  expect(parts.map(({ title }) => title)).toEqual([
    'work.earnings',
    'national_pension.amount',
    'pensioner_housing_allowance.amount',
    'totals.taxes_of_month',
  ]);
});

it('adds up: what it does not know is shown as other', () => {
  const unknown = partsOf(
    now,
    new Map([...work, ['income_after_costs', 1700]]),
    ['client'],
    (variable) => variable,
    'other',
  );
  expect(unknown.at(-1)).toMatchObject({ title: 'other', now: 0 });
  expect(unknown.reduce((sum, part) => sum + part.work, 0)).toBeCloseTo(1700, 6);
});

it('cuts the wage into what is kept and what goes where', () => {
  const { wage, kept, shares } = sharesOfWage(parts);
  expect(wage).toBe(812.5);
  expect(kept).toBeCloseTo(441.2, 1);
  expect(shares.map(({ kind, amount }) => [kind, Math.round(amount)])).toEqual([
    ['kept', 441],
    ['benefit', 300],
    ['cost', 71],
  ]);
});

it('counts what is seized, the fee of day care and the costs of work as taken, and adds up to what is left after them', () => {
  const seized = new Map([
    ['client.work.earnings', 1500],
    ['client.totals.taxes_of_month', 124.21],
    ['client.debt_enforcement.seized', 252.5],
    ['client.totals.work_costs', 80],
    ['early_childhood_fee.amount', 46],
    ['disposable_income', 1375.79],
    ['income_after_costs', 997.29],
  ]);
  const rows = partsOf(new Map(), seized, ['client'], (variable) => variable, 'other');
  expect(rows.map(({ kind }) => kind)).toEqual(['wage', 'cost', 'outlay', 'outlay', 'outlay']);
  expect(rows.reduce((sum, { work }) => sum + work, 0)).toBeCloseTo(997.29, 6);
  const { kept, shares } = sharesOfWage(rows);
  expect(kept).toBeCloseTo(997.29, 6);
  expect(shares.filter(({ kind }) => kind === 'cost')).toHaveLength(4);
});

it('tells what adds to what is left from what takes of it', () => {
  expect(roleOf('client.work.earnings')).toBe('adds');
  expect(roleOf('spouse.debt_enforcement.seized')).toBe('takes');
  expect(roleOf('early_childhood_fee.amount')).toBe('takes');
  expect(roleOf('disposable_income')).toBe('neither');
  expect(roleOf('client.disability_pension.margin')).toBe('neither');
});
