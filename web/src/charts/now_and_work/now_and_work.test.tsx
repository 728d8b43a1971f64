// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show, violations } from '../../testing/render';
import { NowAndWork } from './NowAndWork';

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
