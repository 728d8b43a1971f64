// Which questions the Preview may ask, and what an answer does to the case. The texts of a question (question, why, title,
// members, bounds) are the rules' own; only the two that stand for several inputs at once are the page's.
import { emptyCase, isObject, type CaseFile, type Json, type JsonObject } from '../case/case';

/** At most so many screens. */
export const mostQuestions = 7;

export const sources = [
  'kela_pension',
  'earnings_related_pension',
  'unemployment',
  'sickness_allowance',
  'rehabilitation_allowance',
  'social_assistance',
] as const;
export type Source = (typeof sources)[number];

/** In the order in which they are asked. The first ones always; of the rest, those that change the answer the most. */
export const questionIds = [
  'hours_per_week',
  'hourly_wage',
  'sources',
  'earnings_related_pension',
  'unemployment_benefit',
  'sickness_allowance_base',
  'household',
  'municipality',
  'rent',
  'established_earnings',
  'wage_before_unemployment',
  'spouse_wage',
  'care_allowance',
  'church_member',
  'age',
] as const;
export type QuestionId = (typeof questionIds)[number];

export interface Household {
  partner: boolean;
  children: number;
}

export type AnswerValue = number | string | boolean | readonly Source[] | Household;
export type Answer = { known: true; value: AnswerValue } | { known: false };
export type Answers = Readonly<Partial<Record<QuestionId, Answer>>>;

interface InputQuestion {
  kind: 'input';
  /** The rules' input. */
  input: string;
  /** Another input that answers it as well. */
  instead?: string;
  /** Where the case keeps it. */
  place: 'household' | 'client' | 'spouse' | 'work';
  /** What we assume of one who does not know; without it the rules' own default holds. */
  assumed?: number | string;
  /** Values tried to see whether the answer matters for this person. */
  tries?: readonly (number | string | boolean)[];
  /** Only for whom it can matter at all. */
  when?: (answers: Answers) => boolean;
  /** Members of an enum that are no answer to the question. */
  without?: readonly string[];
}

export type Question = InputQuestion | { kind: 'sources' } | { kind: 'household'; tries: readonly Household[] };

const receives =
  (...wanted: Source[]) =>
  (answers: Answers): boolean =>
    sourcesOf(answers).some((source) => wanted.includes(source));

const benefitOfUnemployment = (answers: Answers): string => {
  const answer = answers.unemployment_benefit;
  return answer?.known && typeof answer.value === 'string' ? answer.value : 'general_support';
};

const questions: Readonly<Record<QuestionId, Question>> = {
  hours_per_week: { kind: 'input', input: 'hours_per_week', place: 'work', assumed: 15 },
  hourly_wage: { kind: 'input', input: 'hourly_wage', place: 'work', assumed: 12.5 },
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
    tries: [2500],
    when: (answers) => householdOf(answers).partner,
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
  'hours_per_week',
  'hourly_wage',
  'sources',
  'earnings_related_pension',
  'unemployment_benefit',
  'sickness_allowance_base',
];

export function applies(id: QuestionId, answers: Answers): boolean {
  const asked = question(id);
  return asked.kind !== 'input' || asked.when === undefined || asked.when(answers);
}

/** The next of the questions everyone gets for whom they apply; undefined when only the chosen ones are left. */
export function nextOfAll(answers: Answers): QuestionId | undefined {
  return always.find((id) => answers[id] === undefined && applies(id, answers));
}

/** The questions of which only those that matter are asked. */
export function candidates(answers: Answers): QuestionId[] {
  return questionIds.filter((id) => !always.includes(id) && answers[id] === undefined && applies(id, answers));
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

const alone: Household = { partner: false, children: 0 };

export function householdOf(answers: Answers): Household {
  const answer = answers.household;
  return answer?.known && isHousehold(answer.value) ? answer.value : alone;
}

export function isHousehold(value: AnswerValue): value is Household {
  return typeof value === 'object' && !Array.isArray(value);
}

function without(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

function put(file: CaseFile, asked: InputQuestion, value: Json | undefined): CaseFile {
  const set = (object: JsonObject): JsonObject => {
    const rest = without(without(object, asked.input), asked.instead ?? asked.input);
    return value === undefined ? rest : { ...rest, [asked.input]: value };
  };
  switch (asked.place) {
    case 'client':
      return { ...file, client: set(file.client) };
    case 'spouse':
      return file.spouse ? { ...file, spouse: set(file.spouse) } : file;
    case 'work':
      return {
        ...file,
        scenarios: (file.scenarios ?? []).map((scenario, index) =>
          index === 1 ? { ...scenario, client: set(scenario.client ?? {}) } : scenario,
        ),
      };
    case 'household': {
      // An opened file may keep it in a group (housing: {rent: 620}): then it stays there.
      const group = groupOf(file as JsonObject, asked.input);
      if (group === undefined) return set(file as JsonObject) as CaseFile;
      return { ...file, [group]: set(file[group] as JsonObject) };
    }
  }
}

function putSources(file: CaseFile, received: readonly Source[]): CaseFile {
  let client = file.client;
  const flags: readonly [Source, string][] = [
    ['kela_pension', 'on_kela_disability_pension'],
    ['sickness_allowance', 'on_sickness_allowance'],
    ['rehabilitation_allowance', 'on_rehabilitation_allowance'],
  ];
  for (const [source, input] of flags) {
    client = received.includes(source) ? { ...client, [input]: true } : without(client, input);
  }
  if (!received.includes('earnings_related_pension')) client = without(client, 'earnings_related_pension');
  if (!received.includes('unemployment')) client = without(client, 'unemployment_benefit');
  return { ...file, client, applies_for_social_assistance: received.includes('social_assistance') };
}

function putHousehold(file: CaseFile, household: Household): CaseFile {
  const { spouse, children, ...rest } = file;
  return {
    ...rest,
    ...(household.partner ? { spouse: spouse ?? {} } : {}),
    ...(household.children > 0
      ? { children: Array.from({ length: household.children }, (_, index) => children?.[index] ?? {}) }
      : {}),
  };
}

/** The case with one answer in it. */
export function withAnswer(file: CaseFile, id: QuestionId, answer: Answer): CaseFile {
  const asked = question(id);
  if (asked.kind === 'sources') {
    return putSources(file, answer.known ? (answer.value as readonly Source[]) : assumedSources);
  }
  if (asked.kind === 'household') {
    return putHousehold(file, answer.known && isHousehold(answer.value) ? answer.value : alone);
  }
  return put(file, asked, answer.known ? (answer.value as Json) : asked.assumed);
}

/** True when an opened case answers it by another input. */
export function isAnsweredInstead(file: CaseFile, id: QuestionId): boolean {
  const asked = question(id);
  return asked.kind === 'input' && asked.instead !== undefined && file.client[asked.instead] !== undefined;
}

/** The case as it was before the question: what holds then is assumed by the rules. */
export function withoutAnswer(file: CaseFile, id: QuestionId): CaseFile {
  const asked = question(id);
  return asked.kind === 'input' ? put(file, asked, undefined) : file;
}

const noteMark = 'assumed:';

/** The case of all answers, on top of an opened file or of nothing. */
export function caseOf(base: CaseFile, answers: Answers): CaseFile {
  let file = base;
  const assumed: string[] = [];
  for (const id of questionIds) {
    const answer = answers[id];
    if (answer === undefined || !applies(id, answers)) continue;
    file = withAnswer(file, id, answer);
    if (!answer.known) assumed.push(id);
  }
  const { note, ...rest } = file;
  const own = note !== undefined && !note.startsWith(noteMark) ? note : undefined;
  if (own !== undefined) return file;
  return assumed.length > 0 ? { ...rest, note: `${noteMark} ${assumed.join(' ')}` } : rest;
}

export function startCase(month: string): CaseFile {
  return emptyCase(month);
}

/** What an opened case already answers. */
export function answersIn(file: CaseFile): Answers {
  const assumed = file.note?.startsWith(noteMark) ? file.note.slice(noteMark.length).trim().split(/\s+/) : [];
  const found: Partial<Record<QuestionId, Answer>> = {};
  const flag = (name: string) => file.client[name] === true;
  const received = sources.filter((source) => {
    switch (source) {
      case 'kela_pension':
        return flag('on_kela_disability_pension');
      case 'earnings_related_pension':
        return file.client['earnings_related_pension'] !== undefined;
      case 'unemployment':
        return file.client['unemployment_benefit'] !== undefined && file.client['unemployment_benefit'] !== 'none';
      case 'sickness_allowance':
        return flag('on_sickness_allowance');
      case 'rehabilitation_allowance':
        return flag('on_rehabilitation_allowance');
      case 'social_assistance':
        return file['applies_for_social_assistance'] !== false;
    }
  });
  for (const id of questionIds) {
    if (assumed.includes(id)) {
      found[id] = { known: false };
      continue;
    }
    const asked = question(id);
    if (asked.kind === 'sources') {
      found[id] = { known: true, value: received };
    } else if (asked.kind === 'household') {
      found[id] = { known: true, value: { partner: isObject(file.spouse), children: file.children?.length ?? 0 } };
    } else {
      const value = stored(file, asked);
      if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') {
        found[id] = { known: true, value };
      }
    }
  }
  return found;
}

function stored(file: CaseFile, asked: InputQuestion): Json | undefined {
  switch (asked.place) {
    case 'client':
      return file.client[asked.input];
    case 'spouse':
      return file.spouse?.[asked.input];
    case 'work':
      return file.scenarios?.[1]?.client?.[asked.input];
    case 'household':
      return inGroups(file as JsonObject, asked.input);
  }
}

function inGroups(file: JsonObject, name: string): Json | undefined {
  const group = groupOf(file, name);
  return group === undefined ? file[name] : (file[group] as JsonObject)[name];
}

function groupOf(file: JsonObject, name: string): string | undefined {
  if (file[name] !== undefined) return undefined;
  return Object.keys(file).find((key) => {
    const value = file[key];
    return !['client', 'spouse', 'decisions'].includes(key) && isObject(value) && value[name] !== undefined;
  });
}
