import { expect, it } from 'vitest';
import { bestPoint, cliffs, workThat } from './curve';

// A pension of 500 a month stops at 20 hours; taxes jump at 40.
const points = Float64Array.from([0, 10, 20, 30, 40, 50]);
const left = Float64Array.from([1000, 1200, 900, 1100, 1050, 1300]);
const sweep = {
  points,
  columns: new Map([
    ['disposable_income', left],
    ['client.national_pension.amount', Float64Array.from([500, 500, 0, 0, 0, 0])],
    ['client.work.earnings', Float64Array.from([0, 200, 400, 600, 800, 1000])],
    ['client.totals.taxes_of_month', Float64Array.from([0, 0, 0, 0, 250, 250])],
    ['client.disability_pension.margin', Float64Array.from([300, 100, -100, -300, -500, -700])],
  ]),
};

it('finds every fall, what brings it, and how far it does not pay to go', () => {
  expect(cliffs(sweep)).toEqual([
    { from: 10, to: 20, loss: 300, deadTo: 40, cause: { key: 'client.national_pension.amount', rises: false } },
    { from: 30, to: 40, loss: 50, deadTo: 40, cause: { key: 'client.totals.taxes_of_month', rises: true } },
  ]);
  expect(bestPoint(points, left)).toEqual({ point: 50, left: 1300 });
});

it('takes a fall over several points for one', () => {
  const slide = {
    points,
    columns: new Map([['disposable_income', Float64Array.from([900, 800, 700, 950, 960, 970])]]),
  };
  expect(cliffs(slide)).toEqual([{ from: 0, to: 20, loss: 200, deadTo: 20, cause: undefined }]);
});

it('finds no cliff where every hour pays', () => {
  expect(cliffs({ points, columns: new Map([['disposable_income', points]]) })).toEqual([]);
});

it('says how much work keeps the limit, always pays, or brings enough', () => {
  expect(workThat('limit', sweep, 1000, 0)).toEqual({ least: 0, most: 10, toTheEnd: false });
  expect(workThat('pays', sweep, 1000, 0)).toEqual({ least: 0, most: 10, toTheEnd: false });
  expect(workThat('grows', sweep, 1000, 250)).toEqual({ least: 50, most: 50, toTheEnd: true });
  expect(workThat('grows', sweep, 1000, 150)).toEqual({ least: 10, most: 10, toTheEnd: false });
  expect(workThat('grows', sweep, 1000, 900)).toBeUndefined();
});
