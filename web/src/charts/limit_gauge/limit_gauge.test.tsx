// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show, violations } from '../../testing/render';
import { LimitGauge } from './LimitGauge';

it('marks a wage over the limit', async () => {
  const { container } = await show(
    <LimitGauge wage={1000} limit={990.9} wageText="1,000 €" limitText="990.90 €" sentence="9.10 € over." />,
  );
  expect(container.querySelector('.gauge-wage.over')).not.toBeNull();
  expect(await violations(container)).toEqual([]);
});

it('says what it shows', async () => {
  await show(<LimitGauge wage={500} limit={990.9} wageText="500 €" limitText="990.90 €" sentence="490.90 € below." />);
  expect(screen.getByRole('img', { name: '490.90 € below.' })).toBeTruthy();
});
