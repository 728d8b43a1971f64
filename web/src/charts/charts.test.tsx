// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show, violations } from '../testing/render';
import { Curve } from './curve/Curve';
import { LimitGauge } from './limit_gauge/LimitGauge';
import { NowAndWork } from './now_and_work/NowAndWork';
import { WageBar } from './wage_bar/WageBar';

const parts = [
  { key: 'w', variable: 'work.earnings', person: 'client', title: 'Wage', kind: 'wage' as const, now: 0, work: 800 },
  {
    key: 'p',
    variable: 'national_pension.amount',
    person: 'client',
    title: 'Pension',
    kind: 'income' as const,
    now: 700,
    work: 700,
  },
  {
    key: 't',
    variable: 'totals.taxes_of_month',
    person: 'client',
    title: 'Taxes',
    kind: 'cost' as const,
    now: 0,
    work: -100,
  },
];

it('draws now and work over one scale, and what taxes take', async () => {
  const { container } = await show(
    <NowAndWork
      parts={parts}
      now={{ title: 'Now', left: 700, text: '700 €' }}
      work={{ title: 'At work', left: 1400, text: '1,400 €' }}
      most={1500}
      sentence="Now 700 €, at work 1,400 €."
    />,
  );
  expect(screen.getByRole('img', { name: 'Now 700 €, at work 1,400 €.' })).toBeTruthy();
  expect(container.querySelectorAll('rect.tone-pension')).toHaveLength(2);
  expect(container.querySelector('rect.taken')?.getAttribute('x')).toBe('93.333%');
  expect(await violations(container)).toEqual([]);
});

it('draws the wage as a whole, and longer where more is lost than earned', async () => {
  const shares = [
    { key: 'kept', title: '', amount: -50, kind: 'lost' as const },
    { key: 'b', title: 'Pension', amount: 990, kind: 'benefit' as const },
  ];
  const { container } = await show(<WageBar wage={940} shares={shares} sentence="More is lost." />);
  expect(container.querySelector('rect')?.getAttribute('width')).toBe('100%');
  expect(container.querySelector('.wage-mark')).not.toBeNull();
  expect(await violations(container)).toEqual([]);
});

it('marks a wage over the limit', async () => {
  const { container } = await show(
    <LimitGauge wage={1000} limit={990.9} wageText="1,000 €" limitText="990.90 €" sentence="9.10 € over." />,
  );
  expect(container.querySelector('.gauge-wage.over')).not.toBeNull();
  expect(await violations(container)).toEqual([]);
});

it('puts the point on the curve where the hours are', async () => {
  const { container } = await show(
    <Curve
      points={Float64Array.from([0, 20, 40])}
      left={Float64Array.from([1000, 1500, 1200])}
      at={20}
      now={1000}
      dead={{ from: 30, to: 40 }}
      sentence="20 hours pay best."
      nowLabel="Now"
      xLabel="Hours"
      formatX={String}
      formatY={String}
    />,
  );
  expect(container.querySelector('.curve-point')?.getAttribute('cx')).toBe('50%');
  expect(container.querySelector('.curve-dead')?.getAttribute('x')).toBe('75%');
  expect(await violations(container)).toEqual([]);
});
