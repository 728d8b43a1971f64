import { expect, it } from 'vitest';
import { deepestDrop, bestPoint } from './curve';
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

it('finds the cliff and the hours beyond it that do not pay', () => {
  const points = Float64Array.from([0, 10, 20, 30, 40]);
  const left = Float64Array.from([1000, 1200, 900, 1100, 1300]);
  expect(deepestDrop(points, left)).toEqual({ from: 10, to: 20, loss: 300, deadFrom: 20, deadTo: 30 });
  expect(bestPoint(points, left)).toEqual({ point: 40, left: 1300 });
});

it('finds no cliff where every hour pays', () => {
  expect(deepestDrop(Float64Array.from([0, 1, 2]), Float64Array.from([1, 2, 3]))).toBeUndefined();
});
