// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { show, violations } from '../../testing/render';
import { Slider } from './Slider';

const slider = (onChange: (value: number) => void) => (
  <Slider
    label="Hours"
    hint="Move it"
    value={15}
    from={0}
    to={40}
    step={0.5}
    text="15 hours a week"
    outcome="412 € more"
    fewer="Less"
    greater="More"
    onChange={onChange}
  />
);

it('tells a screen reader what the hours bring', async () => {
  await show(slider(() => undefined));
  expect(screen.getByRole('slider', { name: 'Hours' }).getAttribute('aria-valuetext')).toBe(
    '15 hours a week. 412 € more',
  );
});

it('moves by dragging and by its two buttons', async () => {
  const moved = vi.fn();
  await show(slider(moved));
  fireEvent.input(screen.getByRole('slider'), { target: { value: '20' } });
  await userEvent.click(screen.getByRole('button', { name: 'Less: Hours' }));
  await userEvent.click(screen.getByRole('button', { name: 'More: Hours' }));
  expect(moved.mock.calls.flat()).toEqual([20, 14.5, 15.5]);
});

it('breaks none of axe’s rules', async () => {
  const { container } = await show(slider(() => undefined));
  expect(await violations(container)).toEqual([]);
});
