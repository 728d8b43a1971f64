// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { languageNames, languages } from '../../catalogue/languages';
import { show, violations } from '../../testing/render';
import { LanguageMenu } from './LanguageMenu';

it('names each language in itself, for the eye and for a screen reader’s voice', async () => {
  await show(<LanguageMenu onChange={() => undefined} />, { language: 'sv' });
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(
    languages.map((language) => languageNames[language]),
  );
  expect(screen.getByRole('button', { name: 'English' }).getAttribute('lang')).toBe('en');
  expect(screen.getByRole('button', { name: 'Selkosuomi' }).getAttribute('lang')).toBe('fi');
});

it('tells which one is chosen, and changes to another', async () => {
  const changed = vi.fn();
  await show(<LanguageMenu onChange={changed} />, { language: 'sv' });
  expect(screen.getByRole('button', { pressed: true }).textContent).toBe('Svenska');
  await userEvent.click(screen.getByRole('button', { name: 'Selkosuomi' }));
  expect(changed).toHaveBeenCalledWith('fi-simple');
});

it('breaks none of axe’s rules', async () => {
  const { container } = await show(<LanguageMenu onChange={() => undefined} />);
  expect(await violations(container)).toEqual([]);
});
