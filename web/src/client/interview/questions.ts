// Which questions the interview may ask, and of whom. The texts of a question (question, why, title, members, bounds) are the
// rules' own; only those that stand for several inputs at once are the page's.

/** At most so many screens. */
export const mostQuestions = 7;

export const sources = [
  'kela_pension',
  'earnings_related_pension',
  'unemployment',
  'sickness_allowance',
  'rehabilitation_allowance',
  'social_assistance',
  'other',
] as const;
export type Source = (typeof sources)[number];

/** In the order in which they are asked. The first ones always; of the rest, those that change the answer the most. */
export const questionIds = [
  'hours_now',
  'hourly_wage_now',
  'hours_per_week',
  'hourly_wage',
  'sources',
  'earnings_related_pension',
  'unemployment_benefit',
  'sickness_allowance_base',
  'sickness_at_work',
  'rehabilitation_at_work',
  'household',
  'municipality',
  'rent',
  'established_earnings',
  'wage_before_unemployment',
  'spouse_income',
  'spouse_wage',
  'spouse_pension',
  'housing_allowance',
  'debt_enforcement',
  'care_allowance',
  'church_member',
  'age',
  'start_month',
] as const;
export type QuestionId = (typeof questionIds)[number];

export interface Household {
  partner: boolean;
  children: number;
}

export type AnswerValue = number | string | boolean | readonly Source[] | Household;
export type Answer = { known: true; value: AnswerValue } | { known: false };
export type Answers = Readonly<Partial<Record<QuestionId, Answer>>>;

export interface InputQuestion {
  kind: 'input';
  /** The rules' input. */
  input: string;
  /** Another input that answers it as well. */
  instead?: string;
  /** Where the case keeps it. */
  place: 'household' | 'client' | 'now' | 'spouse' | 'work';
  /** The page's own words, where the rules' are about another time or person. */
  worded?: true;
  /** One press answers it: of one who has none. */
  shortcut?: number;
  /** What we assume of one who does not know; without it the rules' own default holds. */
  assumed?: number | string;
  /** Values tried to see whether the answer matters for this person. */
  tries?: readonly (number | string | boolean)[];
  /** Only for whom it can matter at all. */
  when?: (answers: Answers) => boolean;
  /** Members of an enum that are no answer to the question. */
  without?: readonly string[];
}

interface AllowanceQuestion {
  kind: 'at_work';
  /** What becomes of this allowance when the work begins; the rules compute what the case says. */
  allowance: 'sickness' | 'rehabilitation';
  when: (answers: Answers) => boolean;
}

export const atWork = ['ends', 'partial'] as const;
export type AtWork = (typeof atWork)[number];

export const spouseIncomes = ['none', 'wage', 'kela_pension', 'earnings_related_pension', 'unemployment'] as const;
export type SpouseIncome = (typeof spouseIncomes)[number];

export type Question =
  | InputQuestion
  | AllowanceQuestion
  | { kind: 'sources' }
  | { kind: 'spouse_income'; tries: readonly SpouseIncome[]; when: (answers: Answers) => boolean }
  /** Whether a housing allowance is paid at all, where there is a right to one. */
  | { kind: 'housing_allowance'; tries: readonly boolean[]; when: (answers: Answers) => boolean }
  /** Never asked: the next month, until someone changes it. */
  | { kind: 'start_month' }
  | { kind: 'household'; tries: readonly Household[] };

const receives =
  (...wanted: Source[]) =>
  (answers: Answers): boolean =>
    sourcesOf(answers).some((source) => wanted.includes(source));

const spouseHas =
  (wanted: SpouseIncome) =>
  (answers: Answers): boolean => {
    const answer = answers.spouse_income;
    return householdOf(answers).partner && answer?.known === true && answer.value === wanted;
  };

const rentOf = (answers: Answers): AnswerValue | undefined =>
  answers.rent?.known === true ? answers.rent.value : undefined;

const benefitOfUnemployment = (answers: Answers): string => {
  const answer = answers.unemployment_benefit;
  return answer?.known && typeof answer.value === 'string' ? answer.value : 'general_support';
};

const questions: Readonly<Record<QuestionId, Question>> = {
  hours_now: { kind: 'input', input: 'hours_per_week', place: 'now', worded: true, assumed: 0, shortcut: 0 },
  hourly_wage_now: {
    kind: 'input',
    input: 'hourly_wage',
    place: 'now',
    worded: true,
    assumed: 12.5,
    when: (answers) => answers.hours_now?.known === true && answers.hours_now.value !== 0,
  },
  hours_per_week: { kind: 'input', input: 'hours_per_week', place: 'work', worded: true, assumed: 15 },
  hourly_wage: { kind: 'input', input: 'hourly_wage', place: 'work', worded: true, assumed: 12.5 },
  sources: { kind: 'sources' },
  earnings_related_pension: {
    kind: 'input',
    input: 'earnings_related_pension',
    place: 'client',
    assumed: 400,
    when: receives('earnings_related_pension'),
  },
  unemployment_benefit: {
    kind: 'input',
    input: 'unemployment_benefit',
    place: 'client',
    assumed: 'general_support',
    when: receives('unemployment'),
    without: ['none'],
  },
  sickness_allowance_base: {
    kind: 'input',
    input: 'sickness_allowance_base',
    place: 'client',
    assumed: 25000,
    when: receives('sickness_allowance', 'rehabilitation_allowance'),
  },
  sickness_at_work: { kind: 'at_work', allowance: 'sickness', when: receives('sickness_allowance') },
  rehabilitation_at_work: {
    kind: 'at_work',
    allowance: 'rehabilitation',
    when: receives('rehabilitation_allowance'),
  },
  start_month: { kind: 'start_month' },
  household: {
    kind: 'household',
    tries: [
      { partner: true, children: 0 },
      { partner: false, children: 2 },
    ],
  },
  municipality: {
    kind: 'input',
    input: 'municipality',
    place: 'household',
    tries: ['Helsinki', 'Kokkola', 'Puolanka'],
  },
  rent: { kind: 'input', input: 'rent', place: 'household', assumed: 600, tries: [300, 900] },
  established_earnings: {
    kind: 'input',
    input: 'established_earnings',
    place: 'client',
    tries: [1500, 3500],
    when: receives('earnings_related_pension'),
  },
  wage_before_unemployment: {
    kind: 'input',
    input: 'wage_before_unemployment',
    place: 'client',
    assumed: 2500,
    tries: [1800, 3500],
    when: (answers) => receives('unemployment')(answers) && benefitOfUnemployment(answers) === 'earnings_related',
  },
  spouse_wage: {
    kind: 'input',
    input: 'wage',
    place: 'spouse',
    worded: true,
    tries: [2500],
    when: spouseHas('wage'),
  },
  spouse_income: {
    kind: 'spouse_income',
    tries: ['wage', 'kela_pension'],
    when: (answers) => householdOf(answers).partner,
  },
  spouse_pension: {
    kind: 'input',
    input: 'earnings_related_pension',
    place: 'spouse',
    worded: true,
    assumed: 1000,
    tries: [500, 2000],
    when: spouseHas('earnings_related_pension'),
  },
  housing_allowance: { kind: 'housing_allowance', tries: [false], when: (answers) => rentOf(answers) !== 0 },
  debt_enforcement: {
    kind: 'input',
    input: 'debt_enforcement',
    place: 'client',
    tries: ['active'],
  },
  care_allowance: {
    kind: 'input',
    input: 'care_allowance',
    place: 'client',
    tries: ['basic', 'highest'],
    when: receives('kela_pension'),
  },
  church_member: { kind: 'input', input: 'church_member', place: 'client', tries: [true] },
  age: { kind: 'input', input: 'age', instead: 'birth_month', place: 'client', tries: [20, 64] },
};

export const question = (id: QuestionId): Question => questions[id];

const always: readonly QuestionId[] = [
  'hours_now',
  'hourly_wage_now',
  'hours_per_week',
  'hourly_wage',
  'sources',
  'earnings_related_pension',
  'unemployment_benefit',
  'sickness_allowance_base',
  'sickness_at_work',
  'rehabilitation_at_work',
];

export function applies(id: QuestionId, answers: Answers): boolean {
  const asked = question(id);
  return !('when' in asked) || asked.when(answers);
}

/** The next of the questions everyone gets for whom they apply; undefined when only the chosen ones are left. */
export function nextOfAll(answers: Answers): QuestionId | undefined {
  return always.find((id) => answers[id] === undefined && applies(id, answers));
}

/** The questions of which only those that matter are asked. */
export function candidates(answers: Answers): QuestionId[] {
  return questionIds.filter(
    (id) =>
      !always.includes(id) && question(id).kind !== 'start_month' && answers[id] === undefined && applies(id, answers),
  );
}

/** Of these questions that they are not known. */
export function unknown(ids: readonly QuestionId[]): Answers {
  return Object.fromEntries(ids.map((id) => [id, { known: false }]));
}

export function sourcesOf(answers: Answers): readonly Source[] {
  const answer = answers.sources;
  if (answer?.known && Array.isArray(answer.value)) return answer.value as readonly Source[];
  return answer === undefined ? [] : assumedSources;
}

/** Of one who does not know what they are paid. */
export const assumedSources: readonly Source[] = ['kela_pension'];

export const alone: Household = { partner: false, children: 0 };

export function householdOf(answers: Answers): Household {
  const answer = answers.household;
  return answer?.known && isHousehold(answer.value) ? answer.value : alone;
}

export function isHousehold(value: AnswerValue): value is Household {
  return typeof value === 'object' && !Array.isArray(value);
}
