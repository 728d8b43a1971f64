// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { emptyCase } from '../../case/case';
import type { ExplainedFigure } from '../../engine/answers';
import { show, violations } from '../../testing/render';
import { WhyDialog } from './WhyDialog';

const figure: ExplainedFigure = {
  variable: 'housing.amount',
  person: null,
  title: 'Housing allowance',
  value: 312.23,
  text: '312.23 €/month',
  origin: 'computed',
  formula: 'round(per_month(yearly), 0.01 EUR/month)',
  with_amounts: 'round(3746.71 €/year ÷ 12, 0.01 €/month)',
  valid_from: '2025-01',
  citations: [{ statute: '571/2007', section: '8 §', link: 'https://law.example/571' }],
  assumption: 'Not confirmed by Kela.',
  parameters: [{ parameter: 'p', title: 'Smallest payable', text: '3.69 €/month', valid_from: '2026-01' }],
  reads: [
    { variable: 'nothing', person: null, title: 'Nothing', value: 0, text: '0.00 €', origin: 'computed' },
    { variable: 'wage', person: 'client', title: 'Wage', value: 500, text: '500.00 €/month', origin: 'given' },
  ],
};
const question = {
  variable: 'housing.amount',
  scenarios: [
    { name: 'now', title: 'Now' },
    { name: 'work', title: 'At work' },
  ],
};

function dialog(
  explain = vi.fn(() => Promise.resolve({ format: 1, engine: 'test', scenario: 'work', month: '2026-11', figure })),
) {
  const onClose = vi.fn();
  return {
    explain,
    onClose,
    element: <WhyDialog file={emptyCase('2026-11')} question={question} onClose={onClose} />,
    engine: { explain },
  };
}

it('explains a figure with its amounts, its law and what is unconfirmed', async () => {
  const { element, engine } = dialog();
  await show(element, { engine });
  expect(await screen.findByText(/3746\.71 €\/year ÷ 12/)).toBeTruthy();
  const link = screen.getByRole('link', { name: /571\/2007 8 §/ });
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  expect(screen.getByText(/Not confirmed by Kela\./)).toBeTruthy();
  expect(screen.getByText(/Smallest payable/)).toBeTruthy();
});

it('opens the figures it is made of, those with an amount first', async () => {
  const { element, engine } = dialog();
  await show(element, { engine });
  const wage = await screen.findByText('Wage');
  expect(wage.compareDocumentPosition(screen.getByText('Nothing')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  const details = wage.closest('details');
  if (details === null) throw new Error('not in a details element');
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  expect(await within(details).findByText('A detail that you gave')).toBeTruthy();
});

it('explains the same figure now and at work', async () => {
  const { element, engine, explain } = dialog();
  await show(element, { engine });
  await userEvent.click(await screen.findByRole('button', { name: 'Now', pressed: false }));
  expect(explain.mock.calls.map((call: unknown[]) => (call[1] as { scenario: string }).scenario)).toEqual([
    'work',
    'now',
  ]);
});

it('breaks none of axe’s rules', async () => {
  const { element, engine } = dialog();
  const { container } = await show(element, { engine });
  await screen.findByText('Wage');
  expect(await violations(container)).toEqual([]);
});
