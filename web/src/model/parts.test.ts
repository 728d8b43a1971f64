import { expect, it } from 'vitest';
import { partsOf, sharesOfWage } from './parts';

const now = new Map([
  ['client.national_pension.amount', 787.07],
  ['pensioner_housing_allowance.amount', 429.08],
  ['disposable_income', 1216.15],
]);
const work = new Map([
  ['client.work.earnings', 812.5],
  ['client.national_pension.amount', 787.07],
  ['pensioner_housing_allowance.amount', 128.68],
  ['client.totals.taxes_of_month', 70.895],
  ['disposable_income', 1657.35],
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
    new Map([...work, ['disposable_income', 1700]]),
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
