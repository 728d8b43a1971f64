import { expect, it } from 'vitest';
import { gapsOf, joined, moreThanNow } from './work_limits';

it('takes stretches that only roundings break for one', () => {
  const stretches = [
    { from: 366.15, to: 366.2 },
    { from: 366.23, to: 990.9 },
    { from: 1537.94, to: 6000 },
  ];
  const whole = joined(stretches, 'wage');
  expect(whole).toEqual([
    { from: 366.15, to: 990.9 },
    { from: 1537.94, to: 6000 },
  ]);
  expect(gapsOf(whole, 6000)).toEqual([{ from: 990.9, to: 1537.94 }]);
  expect(gapsOf(joined(stretches.slice(0, 2), 'wage'), 6000)).toEqual([{ from: 990.9, to: 6000 }]);
  // Hours are fewer than euros: a fifth of an hour is no rounding.
  expect(
    joined(
      [
        { from: 0, to: 18.29 },
        { from: 18.49, to: 40 },
      ],
      'hours_per_week',
    ),
  ).toHaveLength(2);
});

it('writes what one wishes as a condition of the rules', () => {
  expect(moreThanNow(200)).toBe('income_after_costs >= base.income_after_costs + 200.00 EUR/month');
});
