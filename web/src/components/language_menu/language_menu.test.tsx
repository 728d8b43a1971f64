// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { languageNames, languages, translator } from '../../catalogue/languages';
import { sv } from '../../catalogue/sv';
import { show } from '../../testing/render';
import { LanguageMenu } from './LanguageMenu';

const menu = (onChange = () => undefined) => <LanguageMenu t={translator(sv)} language="sv" onChange={onChange} />;

it('names each language in itself, for the eye and for a screen reader’s voice', async () => {
  await show(menu());
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(
    languages.map((language) => languageNames[language]),
  );
  expect(screen.getByRole('button', { name: 'English' }).getAttribute('lang')).toBe('en');
  expect(screen.getByRole('button', { name: 'Selkosuomi' }).getAttribute('lang')).toBe('fi');
});

it('tells which one is chosen, and changes to another', async () => {
  const changed = vi.fn();
  await show(menu(changed));
  expect(screen.getByRole('button', { pressed: true }).textContent).toBe('Svenska');
  await userEvent.click(screen.getByRole('button', { name: 'Selkosuomi' }));
  expect(changed).toHaveBeenCalledWith('fi-simple');
});
