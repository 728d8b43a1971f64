// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show, violations } from '../../testing/render';
import { Citations } from './Citations';

const citations = [
  { statute: '568/2007', section: '19 §', link: 'https://law.example/568' },
  { statute: '55/2001', section: '2 luku 10 §' },
  { statute: '911/2024' },
];

it('links a section where its text is known, and tells nobody who reads it', async () => {
  await show(<Citations citations={citations} />);
  const links = screen.getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://law.example/568']);
  expect(links[0]?.getAttribute('rel')).toBe('noopener noreferrer');
  expect(links[0]?.textContent).toContain('(opens in a new window)');
  expect(screen.getByText('55/2001 2 luku 10 §')).toBeTruthy();
  expect(screen.getByText('911/2024')).toBeTruthy();
});

it('breaks none of axe’s rules', async () => {
  const { container } = await show(<Citations citations={citations} />);
  expect(await violations(container)).toEqual([]);
});
