// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { Variable } from '../../engine/answers';
import { show, violations } from '../../testing/render';
import { type Answer, type QuestionId } from './questions';
import { emptyCase } from '../../case/case';
import { QuestionPage } from './QuestionPage';

const variables = new Map<string, Variable>(
  [
    {
      name: 'rent',
      kind: 'input' as const,
      module: 'household',
      title: 'Rent',
      entity: 'household' as const,
      type: 'number' as const,
      unit: 'EUR/month',
      bounds: [0, 20000] as [number, number],
      question: 'How much is the rent?',
      why: 'The housing allowance depends on it.',
      default: '0',
    },
    {
      name: 'church_member',
      kind: 'input' as const,
      module: 'household',
      title: 'Church member',
      entity: 'person' as const,
      type: 'boolean' as const,
      question: 'Do you belong to a church?',
      why: 'Members pay church tax.',
      default: 'false',
    },
  ].map((variable) => [variable.name, variable]),
);

// The rules take one who says nothing for no member of a church, and for 40 years old.
const figure = (variable: string, value: number | boolean) => ({ variable, person: 'client', values: [value] });
const engine = {
  figures: () =>
    Promise.resolve({
      format: 1,
      engine: 'test',
      timeline: { typical: true, start: '2026-11', months: ['2026-11'], years: [2026] },
      variables: [],
      scenarios: [{ name: 'work', persons: ['client'], figures: [figure('church_member', false), figure('age', 40)] }],
    }),
};

async function ask(id: QuestionId, answer?: Answer, onEnough?: () => void) {
  const onAnswer = vi.fn();
  const { container } = await show(
    <QuestionPage
      id={id}
      file={emptyCase('2026-11')}
      number={3}
      answer={answer}
      variables={variables}
      onAnswer={onAnswer}
      onEnough={onEnough}
      onBack={() => undefined}
    />,
    { engine },
  );
  return { onAnswer, container, next: () => userEvent.click(screen.getByRole('button', { name: 'Continue' })) };
}

it('asks in the rules’ words and says why', async () => {
  await ask('rent');
  expect(screen.getByRole('heading', { level: 1, name: 'How much is the rent?' })).toBeTruthy();
  expect(screen.getByText('Why do we ask?')).toBeTruthy();
  expect(screen.getByText('Question 3, at most 7')).toBeTruthy();
});

it('takes a number with a comma', async () => {
  const { onAnswer, next } = await ask('rent');
  await userEvent.type(screen.getByRole('textbox'), '620,50');
  await next();
  expect(onAnswer).toHaveBeenCalledWith({ known: true, value: 620.5 });
});

it('refuses what is no number, and one out of bounds, in words', async () => {
  const { onAnswer, next } = await ask('rent');
  await next();
  expect(screen.getByText('Write a number, for example 600.')).toBeTruthy();
  await userEvent.type(screen.getByRole('textbox'), '99999');
  await next();
  expect(screen.getByText('Enter a number between 0 and 20,000.')).toBeTruthy();
  expect(onAnswer).not.toHaveBeenCalled();
});

it('lets one not know, and says what follows', async () => {
  const { onAnswer, next } = await ask('rent');
  await userEvent.click(screen.getByRole('checkbox', { name: 'I don’t know. Use an estimate: 600 euros a month' }));
  await next();
  expect(onAnswer).toHaveBeenCalledWith({ known: false });
});

it('says what follows when the rules assume it', async () => {
  const { onAnswer, next } = await ask('church_member');
  await userEvent.click(await screen.findByRole('radio', { name: 'I don’t know. Use an estimate: No' }));
  await next();
  expect(onAnswer).toHaveBeenCalledWith({ known: false });
  cleanup();
  await ask('household');
  expect(screen.getByRole('radio', { name: 'I don’t know. Use an estimate: no partner' })).toBeTruthy();
});

it('shows again what was answered before', async () => {
  await ask('rent', { known: true, value: 450 });
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('450');
});

it('offers the answer once there is enough to answer, and says what that rests on', async () => {
  const onEnough = vi.fn();
  const { container, onAnswer } = await ask('rent', undefined, onEnough);
  expect(await violations(container)).toEqual([]);
  const button = screen.getByRole('button', { name: 'Show the answer now' });
  expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toContain('We estimate');
  await userEvent.click(button);
  expect(onEnough).toHaveBeenCalledOnce();
  expect(onAnswer).not.toHaveBeenCalled();
  cleanup();
  await ask('rent');
  expect(screen.queryByRole('button', { name: 'Show the answer now' })).toBeNull();
});

it('asks yes or no', async () => {
  const { onAnswer, next } = await ask('church_member');
  await next();
  expect(screen.getByText('Choose one option or “I don’t know”.')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'No' }));
  await next();
  expect(onAnswer).toHaveBeenCalledWith({ known: true, value: false });
});

it('takes all sources of income that are chosen', async () => {
  const { onAnswer, next } = await ask('sources');
  await userEvent.click(
    screen.getByRole('checkbox', { name: 'Disability pension or rehabilitation subsidy from Kela' }),
  );
  await userEvent.click(screen.getByRole('checkbox', { name: 'Social assistance' }));
  await next();
  expect(onAnswer).toHaveBeenCalledWith({ known: true, value: ['kela_pension', 'social_assistance'] });
});

it.each<QuestionId>(['rent', 'church_member', 'sources', 'household'])('breaks none of axe’s rules: %s', async (id) => {
  const { container, next } = await ask(id);
  expect(await violations(container)).toEqual([]);
  await next();
  expect(await violations(container)).toEqual([]);
});
