// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { show, violations } from '../../testing/render';
import { Curve } from './Curve';

it('puts the point on the curve where the hours are', async () => {
  const { container } = await show(
    <Curve
      line={{ points: Float64Array.from([0, 20, 40]), left: Float64Array.from([1000, 1500, 1200]) }}
      at={20}
      now={1000}
      falls={[{ at: 20, left: 1500, from: 30, to: 40 }]}
      turns={[{ at: 10, left: 1250 }]}
      sentence="20 hours pay best."
      nowLabel="Now"
      xLabel="Hours"
      formatX={String}
      formatY={String}
    />,
  );
  expect(container.querySelector('.curve-point')?.getAttribute('cx')).toBe('50%');
  expect(container.querySelector('.curve-dead')?.getAttribute('x')).toBe('75%');
  expect(container.querySelector('.curve-fall')?.textContent).toBe('1');
  expect(container.querySelector('.curve-bend')?.getAttribute('cx')).toBe('25%');
  expect(await violations(container)).toEqual([]);
});
