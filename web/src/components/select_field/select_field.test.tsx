// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { show, violations } from '../../testing/render';
import { SelectField } from './SelectField';

const options = [
  { value: '', title: 'Choose' },
  { value: 'Tampere', title: 'Tampere' },
];
const field = (onChange: (value: string) => void, error?: string) => (
  <SelectField label="Municipality" value="" options={options} onChange={onChange} error={error} />
);

it('is a native list that hands on what is chosen', async () => {
  const chosen = vi.fn();
  await show(field(chosen));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Municipality' }), 'Tampere');
  expect(chosen).toHaveBeenCalledWith('Tampere');
});

it('ties the mistake to the list', async () => {
  await show(field(() => undefined, 'Choose one.'));
  const list = screen.getByRole('combobox');
  expect(list.getAttribute('aria-invalid')).toBe('true');
  const said = document.getElementById(list.getAttribute('aria-describedby') ?? '');
  expect(said?.textContent).toBe('Choose one.');
  expect(screen.getByRole('alert').textContent).toBe('Choose one.');
});

it('breaks none of axe’s rules, right or wrong', async () => {
  const { container, rerender } = await show(field(() => undefined));
  expect(await violations(container)).toEqual([]);
  rerender(field(() => undefined, 'Choose one.'));
  expect(await violations(container)).toEqual([]);
});
