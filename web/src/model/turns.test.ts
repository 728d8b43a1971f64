import { expect, it } from 'vitest';
import type { Edge, EdgeCause } from '../engine/answers';
import { amountsOf, bestPoint, fallsOf, lineThrough, rowsOf, sidesOf, turnsOf } from './turns';

// Every hour brings 10; above 18.29 hours a pension of 300 stops; from 30.5 hours on an hour brings 5.
const points = Float64Array.from([0, 10, 20, 30, 40]);
const left = Float64Array.from([1000, 1100, 900, 1000, 1052.5]);
const cause: EdgeCause = { variable: 'pension.over', person: 'client', title: 'Over the limit', months: ['2026-11'] };
const edges: Edge[] = [
  {
    kind: 'jump',
    at: 18.29,
    next: 18.3,
    from: 1182.9,
    to: 883,
    change: -299.9,
    slope_before: 10,
    slope_after: 10,
    break_even: 66.08,
    dead_zone: 47.79,
    causes: [cause],
  },
  {
    kind: 'kink',
    at: 30.5,
    next: 30.51,
    from: 1005,
    to: 1005.05,
    change: 0.05,
    slope_before: 10,
    slope_after: 5,
    causes: [],
  },
  {
    kind: 'jump',
    at: 35,
    next: 35.01,
    from: 1027.5,
    to: 1030,
    change: 2.5,
    slope_before: null,
    slope_after: 5,
    causes: [],
  },
];
const turns = turnsOf({
  variable: 'income_after_costs',
  person: null,
  month: '2026-11',
  first: 1000,
  last: 1052.5,
  edges,
});

it('tells falls, rises and bends apart', () => {
  expect(turns.map(({ kind, at, again }) => [kind, at, again])).toEqual([
    ['fall', 18.29, 66.08],
    ['bend', 30.5, undefined],
    ['rise', 35, undefined],
  ]);
  expect(turns.map(({ before, after }) => [before, after])).toEqual([
    [10, 10],
    [10, 5],
    [undefined, 5],
  ]);
});

it('draws the curve through both sides of every turn, and finds the most on it', () => {
  const line = lineThrough([{ points, left }], turns);
  expect([...line.points]).toEqual([0, 10, 18.29, 18.3, 20, 30, 30.5, 30.51, 35, 35.01, 40]);
  expect([...line.left].slice(2, 4)).toEqual([1182.9, 883]);
  expect(bestPoint(line)).toEqual({ point: 18.29, left: 1182.9 });
});

it('draws a plan through its ends, its turns and where one stands', () => {
  const ends = { points: Float64Array.of(0, 40), left: Float64Array.of(1000, 1052.5) };
  const here = { points: Float64Array.of(20), left: Float64Array.of(900) };
  const line = lineThrough([here, ends], turns);
  expect([...line.points]).toEqual([0, 18.29, 18.3, 20, 30.5, 30.51, 35, 35.01, 40]);
  expect([...line.left].slice(0, 4)).toEqual([1000, 1182.9, 883, 900]);
});

it('tells large falls first and small ones apart, the more months the larger', () => {
  const [big, bend] = turns;
  if (big === undefined || bend === undefined) throw new Error('no turns');
  const fall = (at: number, change: number) => ({ ...big, at, from: 1000, to: 1000 - change });
  const all = [fall(1, 4.93), fall(2, 25), bend, fall(3, 522.99), fall(4, 19.99), fall(5, 20)];
  const places = (months: number) => {
    const { large, small } = fallsOf(all, months);
    return [large, small].map((falls) => falls.map(({ at }) => at));
  };
  expect(places(1)).toEqual([
    [3, 2, 5],
    [4, 1],
  ]);
  expect(places(12)).toEqual([[3], [2, 5, 4, 1]]);
});

it('lists every step, both sides of a jump, and a bend once', () => {
  const rows = rowsOf(lineThrough([{ points, left }], turns), turns, 20);
  expect(rows.map(({ point, turn }) => [point, turn?.kind])).toEqual([
    [0, undefined],
    [18.29, 'fall'],
    [18.3, undefined],
    [20, undefined],
    [30.5, 'bend'],
    [35, 'rise'],
    [35.01, undefined],
    [40, undefined],
  ]);
});

it('says what falls or which cost rises, and what the wage is there', () => {
  const columns = (pension: [number, number], taxes: [number, number]) =>
    new Map([
      ['income_after_costs', Float64Array.from([1182.9, 883])],
      ['client.work.earnings', Float64Array.from([990.71, 991.25])],
      ['client.disability_pension.margin', Float64Array.from([0.19, -0.35])],
      ['client.national_pension.amount', Float64Array.from(pension)],
      ['client.totals.taxes_of_month', Float64Array.from(taxes)],
    ]);
  const two = Float64Array.from([18.29, 18.3]);
  expect(sidesOf({ points: two, columns: columns([300, 0], [50, 60]) })).toEqual({
    wage: [990.71, 991.25],
    part: { key: 'client.national_pension.amount', rises: false },
  });
  expect(sidesOf({ points: two, columns: columns([300, 300], [50, 60]) }).part).toEqual({
    key: 'client.totals.taxes_of_month',
    rises: true,
  });
  expect(sidesOf({ points: two, columns: columns([0, 0], [50, 50]) }).part).toBeUndefined();
});

it('names the amounts of the law once, and no mere switches', () => {
  const limit = { parameter: 'a.limit', title: 'Limit', text: '990.90 €/month', unit: 'EUR/month' };
  const rate = { parameter: 'a.rate', title: 'Rate', text: '18%', unit: '1' };
  const inForce = { parameter: 'a.in_force', title: 'In force', text: '1', unit: '1' };
  const causes = [
    { ...cause, parameters: [inForce, limit] },
    { ...cause, parameters: [limit, rate] },
  ];
  expect(amountsOf(causes).map(({ parameter }) => parameter)).toEqual(['a.limit', 'a.rate']);
});
