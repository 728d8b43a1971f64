// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { show, violations } from '../../testing/render';
import { NumberField } from './NumberField';

const field = (onChange: (text: string) => void, error?: string) => (
  <NumberField label="Rent" hideLabel unit="euros a month" value="6" onChange={onChange} error={error} />
);

it('hands on what is typed as it is typed, with a keyboard of numbers on a phone', async () => {
  const typed = vi.fn();
  await show(field(typed));
  const input = screen.getByRole('textbox', { name: 'Rent' });
  expect(input.getAttribute('inputmode')).toBe('decimal');
  await userEvent.type(input, '2');
  expect(typed).toHaveBeenCalledWith('62');
});

it('says the unit and the mistake to a screen reader', async () => {
  const { container } = await show(field(() => undefined, 'Write a number.'));
  const input = screen.getByRole('textbox', { name: 'Rent' });
  const described = (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => container.ownerDocument.getElementById(id)?.textContent);
  expect(described.join(' ')).toContain('euros a month');
  expect(screen.getByText('Write a number.')).toBeTruthy();
  expect(input.getAttribute('aria-invalid')).toBe('true');
});

it('carries the unit in a label that is seen', async () => {
  const { container } = await show(
    <NumberField label="Rent" unit="euros a month" value="6" onChange={() => undefined} />,
  );
  expect(screen.getByRole('textbox', { name: 'Rent (euros a month)' })).toBeTruthy();
  expect(await violations(container)).toEqual([]);
});

it('breaks none of axe’s rules, right or wrong', async () => {
  const { container, rerender } = await show(field(() => undefined));
  expect(await violations(container)).toEqual([]);
  rerender(field(() => undefined, 'Write a number.'));
  expect(await violations(container)).toEqual([]);
});
