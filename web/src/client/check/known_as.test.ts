import { expect, it } from 'vitest';
import { statusOf } from './known_as';

const file = {
  ansiopolku: 1 as const,
  start: '2027-01',
  rent: 620,
  client: { earnings_related_pension: 1250, established_earnings: 'unknown' },
  file: { version: 1, facts: { 'client.earnings_related_pension': { status: 'on_paper', source: 'decision' } } },
};

it.each([
  ['client.earnings_related_pension', 'told', 'paper'],
  ['client.established_earnings', 'assumed', 'unknown'],
  ['rent', 'told', 'told'],
  ['client.age', 'assumed', 'assumed'],
] as const)('%s is %s by the interview and %s on the list', (key, status, known) => {
  expect(statusOf(file, { key, status })).toBe(known);
});
