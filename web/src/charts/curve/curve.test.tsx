// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { show, violations } from '../../testing/render';
import { Curve } from './Curve';

it('puts the point on the curve where the hours are', async () => {
  const { container } = await show(
    <Curve
      points={Float64Array.from([0, 20, 40])}
      left={Float64Array.from([1000, 1500, 1200])}
      at={20}
      now={1000}
      cliffs={[{ from: 20, to: 30, deadTo: 40 }]}
      sentence="20 hours pay best."
      nowLabel="Now"
      xLabel="Hours"
      formatX={String}
      formatY={String}
    />,
  );
  expect(container.querySelector('.curve-point')?.getAttribute('cx')).toBe('50%');
  expect(container.querySelector('.curve-dead')?.getAttribute('x')).toBe('75%');
  expect(container.querySelector('.curve-cliff')?.textContent).toBe('1');
  expect(await violations(container)).toEqual([]);
});
