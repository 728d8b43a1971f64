import { expect, it } from 'vitest';
import { emptyCase, type CaseFile } from '../../case/case';
import type { Results } from '../../engine/answers';
import { mostQuestions, type Answers, type QuestionId } from './questions';
import { nextQuestion } from './relevance';

// A household whose money is what the test says of its case.
const outcomes = (left: (file: CaseFile) => readonly number[]) => (file: CaseFile) =>
  Promise.resolve({
    format: 1,
    engine: 'test',
    timeline: { typical: true, start: file.start, months: [file.start], years: [2026] },
    variables: [],
    scenarios: left(file).map((amount, index) => ({
      name: String(index),
      persons: ['client'],
      figures: [{ variable: 'income_after_costs', person: null, values: [amount] }],
    })),
  } satisfies Results);

const begun: Answers = {
  hours_now: { known: true, value: 0 },
  hours_per_week: { known: true, value: 15 },
  hourly_wage: { known: true, value: 12 },
  sources: { known: true, value: ['kela_pension'] },
};

it('asks only what changes this person’s figures', async () => {
  const onlyRent = outcomes((file) => [1000, 1300 - Number(file['rent'] ?? 0) / 10]);
  expect(await nextQuestion(emptyCase('2026-11'), begun, onlyRent)).toBe('rent');
  expect(
    await nextQuestion(emptyCase('2026-11'), { ...begun, rent: { known: true, value: 600 } }, onlyRent),
  ).toBeUndefined();
});

it('asks no more than seven questions, the weightiest of them', async () => {
  const everything = outcomes((file) => [
    1000,
    1300 -
      Number(file['rent'] ?? 0) / 10 -
      (file['municipality'] === undefined ? 0 : 40) -
      (file.spouse === undefined ? 0 : 90) -
      (file.client['church_member'] === true ? 3 : 0) -
      (file.client['care_allowance'] === undefined ? 0 : 20) -
      (file.client['age'] === undefined ? 0 : 2),
  ]);
  let answers = begun;
  const asked: QuestionId[] = [];
  for (;;) {
    const next = await nextQuestion(emptyCase('2026-11'), answers, everything);
    if (next === undefined) break;
    asked.push(next);
    answers = { ...answers, [next]: { known: false } };
  }
  expect(Object.keys(answers)).toHaveLength(mostQuestions);
  expect(asked).toEqual(['household', 'municipality', 'rent']);
});

it('goes to the answer when the engine refuses the case, to say why there', async () => {
  const refused = () =>
    Promise.resolve({
      format: 1,
      engine: 'test',
      diagnostics: [{ code: 'E503', name: 'bad_value', severity: 'error' as const, message: 'no' }],
    });
  expect(await nextQuestion(emptyCase('2026-11'), begun, refused)).toBeUndefined();
});

it('asks for what decides at other hours than those asked for', async () => {
  const hours = (file: CaseFile) => (file.scenarios ?? []).map(({ client }) => Number(client?.['hours_per_week'] ?? 0));
  const highLimit = outcomes((file) =>
    hours(file).map((count) => (count > 25 && file.client['established_earnings'] === undefined ? 900 : 1000 + count)),
  );
  const answers: Answers = {
    ...begun,
    sources: { known: true, value: ['earnings_related_pension'] },
    earnings_related_pension: { known: true, value: 1250 },
  };
  expect(await nextQuestion(emptyCase('2026-11'), answers, highLimit)).toBe('established_earnings');
});

it('asks those who have more to tell for all of it, whatever the count', async () => {
  const answers: Answers = {
    hours_now: { known: true, value: 8 },
    hourly_wage_now: { known: true, value: 11 },
    hours_per_week: { known: true, value: 15 },
    hourly_wage: { known: true, value: 12 },
    sources: { known: true, value: ['earnings_related_pension', 'unemployment', 'sickness_allowance'] },
    earnings_related_pension: { known: true, value: 400 },
    unemployment_benefit: { known: true, value: 'general_support' },
    sickness_allowance_base: { known: true, value: 25000 },
  };
  const same = outcomes(() => [1000, 1000]);
  expect(await nextQuestion(emptyCase('2026-11'), answers, same)).toBe('sickness_at_work');
});
