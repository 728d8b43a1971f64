import { expect, it } from 'vitest';
import { candidates, nextOfAll, unknown, type Answers } from './questions';
import { caseOf, unsettledAllowances } from './case_of_answers';
import { answersIn } from './answers_of_case';
import { emptyCase } from '../../case/case';

const onKelaPension: Answers = {
  hours_now: { known: true, value: 0 },
  hours_per_week: { known: true, value: 15 },
  hourly_wage: { known: true, value: 12.5 },
  sources: { known: true, value: ['kela_pension'] },
  municipality: { known: true, value: 'Tampere' },
  rent: { known: true, value: 620 },
};

it('writes the case that the command reads', () => {
  expect(caseOf(emptyCase('2026-11'), onKelaPension)).toEqual({
    ansiopolku: 1,
    start: '2026-11',
    months: 1,
    client: { hours_per_week: 0, on_kela_disability_pension: true },
    applies_for_social_assistance: false,
    municipality: 'Tampere',
    rent: 620,
    scenarios: [{ name: 'now' }, { name: 'work', client: { hours_per_week: 15, hourly_wage: 12.5 } }],
  });
});

it('reads the same answers out of a saved case', () => {
  const file = caseOf(emptyCase('2026-11'), onKelaPension);
  expect(answersIn(file)).toMatchObject(onKelaPension);
  expect(caseOf(file, answersIn(file))).toEqual(file);
});

it('remembers in the file what was only assumed', () => {
  const file = caseOf(emptyCase('2026-11'), { ...onKelaPension, rent: { known: false } });
  expect(file).toMatchObject({ rent: 600, note: 'assumed: rent' });
  expect(answersIn(file).rent).toEqual({ known: false });
});

it('assumes the rest of one who has said enough, and remembers that', () => {
  const file = caseOf(emptyCase('2026-11'), { ...onKelaPension, ...unknown(['rent', 'age']) });
  expect(file).toMatchObject({ rent: 600, note: 'assumed: rent age' });
  expect(file.client['age']).toBeUndefined();
});

it('keeps a note that someone wrote', () => {
  const file = { ...emptyCase('2026-11'), note: 'met on Tuesday' };
  expect(caseOf(file, { rent: { known: false } }).note).toBe('met on Tuesday');
});

it('changes the rent where the opened file keeps it', () => {
  const file = { ...emptyCase('2026-11'), housing: { tenure: 'rented', rent: 700 } };
  expect(answersIn(file).rent).toEqual({ known: true, value: 700 });
  const changed = caseOf(file, { rent: { known: true, value: 500 } });
  expect(changed['housing']).toEqual({ tenure: 'rented', rent: 500 });
  expect(changed['rent']).toBeUndefined();
});

it('asks the amount of an earnings-related pension only of those who receive one', () => {
  const answers = {
    hours_now: { known: false },
    hours_per_week: { known: false },
    hourly_wage: { known: false },
  } as const;
  expect(nextOfAll(answers)).toBe('sources');
  expect(nextOfAll({ ...answers, sources: { known: true, value: ['earnings_related_pension'] } })).toBe(
    'earnings_related_pension',
  );
  expect(nextOfAll({ ...answers, sources: { known: true, value: ['kela_pension'] } })).toBeUndefined();
  expect(candidates({ ...answers, sources: { known: true, value: ['kela_pension'] } })).not.toContain(
    'established_earnings',
  );
});

it('takes a partner and children into the household and out again', () => {
  const two = caseOf(emptyCase('2026-11'), { household: { known: true, value: { partner: true, children: 2 } } });
  expect(two).toMatchObject({ spouse: {}, children: [{}, {}] });
  const one = caseOf(two, { household: { known: true, value: { partner: false, children: 0 } } });
  expect(one.spouse).toBeUndefined();
  expect(one.children).toBeUndefined();
});

it('asks after the partner’s income only where there is a partner', () => {
  expect(candidates({})).not.toContain('spouse_income');
  expect(candidates({ household: { known: true, value: { partner: true, children: 0 } } })).toContain('spouse_income');
});

const onSickness: Answers = {
  ...onKelaPension,
  sources: { known: true, value: ['sickness_allowance'] },
  sickness_allowance_base: { known: true, value: 30000 },
};

it('asks what becomes of an allowance when the work begins, and gives no answer until that is said', () => {
  expect(nextOfAll(onSickness)).toBe('sickness_at_work');
  expect(unsettledAllowances(caseOf(emptyCase('2026-11'), onSickness))).toEqual(['sickness_at_work']);
  const notKnown = { ...onSickness, sickness_at_work: { known: false } } as const;
  expect(unsettledAllowances(caseOf(emptyCase('2026-11'), notKnown))).toEqual(['sickness_at_work']);
});

it.each([
  ['ends', { on_sickness_allowance: false }],
  ['partial', { on_sickness_allowance: false, on_partial_sickness_allowance: true }],
])('writes into the work situation that the sickness allowance is %s', (value, said) => {
  const file = caseOf(emptyCase('2026-11'), { ...onSickness, sickness_at_work: { known: true, value } });
  expect(file.scenarios?.[1]?.client).toMatchObject(said);
  expect(file.client['on_sickness_allowance']).toBe(true);
  expect(unsettledAllowances(file)).toEqual([]);
  expect(answersIn(file).sickness_at_work).toEqual({ known: true, value });
});

it('knows a partial rehabilitation allowance for one that goes on', () => {
  const answers: Answers = { ...onKelaPension, sources: { known: true, value: ['rehabilitation_allowance'] } };
  const file = caseOf(emptyCase('2026-11'), { ...answers, rehabilitation_at_work: { known: true, value: 'partial' } });
  expect(file.scenarios?.[1]?.client).toMatchObject({ rehabilitation_allowance_partial: true });
  expect(file.scenarios?.[1]?.client?.['on_rehabilitation_allowance']).toBeUndefined();
  expect(unsettledAllowances(file)).toEqual([]);
});

it('moves the start to the month that is chosen', () => {
  const file = caseOf(emptyCase('2026-11'), { ...onKelaPension, start_month: { known: true, value: '2027-02' } });
  expect(file.start).toBe('2027-02');
  expect(candidates(onKelaPension)).not.toContain('start_month');
});

it('asks for the wage now only of those who work now, and keeps it apart from the new work', () => {
  const working: Answers = { hours_now: { known: true, value: 8 } };
  expect(nextOfAll({})).toBe('hours_now');
  expect(nextOfAll(working)).toBe('hourly_wage_now');
  expect(nextOfAll({ hours_now: { known: true, value: 0 } })).toBe('hours_per_week');
  const file = caseOf(emptyCase('2026-11'), {
    ...onKelaPension,
    ...working,
    hourly_wage_now: { known: true, value: 11 },
  });
  expect(file.client).toMatchObject({ hours_per_week: 8, hourly_wage: 11 });
  expect(file.scenarios?.[1]?.client).toEqual({ hours_per_week: 15, hourly_wage: 12.5 });
});

it.each([
  ['wage', 'spouse_wage', {}],
  ['kela_pension', undefined, { on_kela_disability_pension: true }],
  ['earnings_related_pension', 'spouse_pension', {}],
  ['unemployment', undefined, { unemployment_benefit: 'general_support' }],
  ['none', undefined, {}],
])('asks what a partner is paid: %s', (income, next, spouse) => {
  const answers: Answers = {
    ...onKelaPension,
    household: { known: true, value: { partner: true, children: 0 } },
    spouse_income: { known: true, value: income },
  };
  expect(caseOf(emptyCase('2026-11'), answers).spouse).toEqual(spouse);
  expect(candidates(answers).filter((id) => id.startsWith('spouse'))).toEqual(next === undefined ? [] : [next]);
});

it('says that no housing allowance is paid as the rules want to hear it', () => {
  const file = caseOf(emptyCase('2026-11'), { ...onKelaPension, housing_allowance: { known: true, value: false } });
  expect(file).toMatchObject({ 'pensioner_housing_allowance.amount': 0, 'general_housing_allowance.amount': 0 });
  expect(answersIn(file).housing_allowance).toEqual({ known: true, value: false });
  const received = caseOf(file, { housing_allowance: { known: true, value: true } });
  expect(received['pensioner_housing_allowance.amount']).toBeUndefined();
});

it.each([
  { unemployment_benefit: 'general_support', wage: 400, hours_per_week: 8 },
  { on_kela_disability_pension: true, earnings_related_pension: 700 },
  { wage: 2500, commuting_cost: 900 },
  { age: 60 },
])('leaves what an opened case says of a partner as it is: %j', (spouse) => {
  const file = { ...emptyCase('2026-11'), applies_for_social_assistance: true, spouse };
  expect(caseOf(file, answersIn(file))).toEqual(file);
});

it('leaves what an opened case says of an allowance at work as it is', () => {
  const work = { on_partial_sickness_allowance: true, wage: 1300 };
  const scenarios = [
    { name: 'now', client: { on_sickness_allowance: true } },
    { name: 'work', client: work },
  ];
  const file = { ...emptyCase('2026-11'), applies_for_social_assistance: true, scenarios };
  expect(caseOf(file, answersIn(file))).toEqual(file);
});
