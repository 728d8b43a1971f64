// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { show, violations } from '../../testing/render';
import { WageBar } from './WageBar';

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
