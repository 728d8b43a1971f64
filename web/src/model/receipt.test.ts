import { expect, it } from 'vitest';
import { codeOf, receiptOf } from './receipt';
import type { Results } from '../engine/answers';

// docs/receipt.md: the digest of the empty text and the code it would have.
it('writes the code that the paper gives for the digest of nothing', () => {
  expect(codeOf('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')).toBe('WERC-8GMR-ZGE1');
});

const answer: Results = {
  format: 1,
  engine: '0.1.0',
  rules: { name: 'finland', version: '2026.1', hash: 'abc', law_from: '2024-01', law_until: '2027-12' },
  language: 'fi',
  timeline: { typical: true, start: '2026-06', months: ['2026-06'], years: [2026] },
  variables: [
    { name: 'net_income', kind: 'rule', module: 'totals', title: 'Nettotulot', entity: 'person', type: 'number' },
  ],
  scenarios: [
    { name: 'työ', persons: ['client'], figures: [{ variable: 'net_income', person: 'client', values: [1210.55] }] },
  ],
};

it('changes with every field, and stays the same for the same answer', async () => {
  const text = '{"ansiopolku":1}';
  const one = await receiptOf(answer, text, '2026-12-01');
  expect(one).toEqual(await receiptOf(answer, text, '2026-12-01'));
  const [scenario] = answer.scenarios;
  if (scenario === undefined) throw new Error('no scenario');
  const others = await Promise.all([
    receiptOf(answer, `${text} `, '2026-12-01'),
    receiptOf(answer, text, '2026-12-02'),
    receiptOf({ ...answer, engine: '0.1.1' }, text, '2026-12-01'),
    receiptOf({ ...answer, scenarios: [{ ...scenario, name: 'tyo' }] }, text, '2026-12-01'),
    receiptOf(
      {
        ...answer,
        scenarios: [{ ...scenario, figures: [{ variable: 'net_income', person: 'client', values: [1210.56] }] }],
      },
      text,
      '2026-12-01',
    ),
  ]);
  expect(new Set([one, ...others].map(({ digest }) => digest)).size).toBe(6);
});
