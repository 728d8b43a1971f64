import { expect, it } from 'vitest';
import type { Compared, Stakes } from '../engine/answers';
import { factsIn, opened, rangeIn } from './open_facts';

const file = {
  ansiopolku: 1 as const,
  start: '2027-01',
  client: { earnings_related_pension: 1250 },
  scenarios: [{ name: 'now' }, { name: 'work', client: { hours_per_week: 18 } }],
};

const stakes = {
  months: 1,
  stakes: [
    {
      item: {
        kind: 'assumption',
        variable: 'established_earnings',
        person: 'client',
        title: 'Earnings',
        assumed: null,
      },
      least: -153.14,
      most: 525.57,
    },
    { item: { kind: 'reading', rule: 'tax.deduction', assumed: null }, least: 0, most: 60 },
  ],
} as unknown as Stakes;

it('weighs facts; a reading of the law is none', () => {
  const facts = factsIn(stakes);
  expect(facts.map(({ title, moves }) => [title, Math.round(moves * 100)])).toEqual([['Earnings', 67871]]);
});

it('says of a case what is not known, and leaves the rest of it as it is', () => {
  const open = opened(file, factsIn(stakes));
  expect(open).toEqual({ ...file, client: { earnings_related_pension: 1250, established_earnings: 'unknown' } });
  expect(file.client).toEqual({ earnings_related_pension: 1250 });
});

it('takes the range of the difference, never of two levels', () => {
  const compared = {
    timeline: { typical: true, months: ['2027-01'] },
    differences: [
      { variable: 'disposable_income', person: null, ranges: [null, { least: [1], most: [2] }] },
      { variable: 'income_after_costs', person: null, ranges: [null, { least: [-153.14], most: [525.57] }] },
    ],
  } as unknown as Compared;
  expect(rangeIn(compared)).toEqual({ least: -153.14, most: 525.57 });
  expect(rangeIn({ ...compared, differences: [] })).toBeUndefined();
});
