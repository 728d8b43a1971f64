// What an answer does to the case.
import { isObject, type CaseFile, type Json, type JsonObject } from '../../case/case';
import { groupOf } from '../../case/groups';
import {
  alone,
  applies,
  assumedSources,
  isHousehold,
  question,
  questionIds,
  type Answer,
  type Answers,
  type AtWork,
  type Household,
  type InputQuestion,
  type QuestionId,
  type Source,
  type SpouseIncome,
} from './questions';

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
    case 'now':
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

const onAllowance = {
  sickness: { full: 'on_sickness_allowance', partial: 'on_partial_sickness_allowance' },
  rehabilitation: { full: 'on_rehabilitation_allowance', partial: 'rehabilitation_allowance_partial' },
} as const;

/** What the work situation says of an allowance; nothing when that is not known. */
function putAtWork(file: CaseFile, allowance: keyof typeof onAllowance, value: AtWork | undefined): CaseFile {
  if (value !== undefined && atWorkIn(file, allowance) === value) return file;
  const { full, partial } = onAllowance[allowance];
  // A partial rehabilitation allowance is the allowance itself, in part; a partial sickness allowance takes its place.
  const ends = allowance === 'sickness' || value === 'ends';
  const said: JsonObject =
    value === undefined
      ? {}
      : { ...(ends ? { [full]: false } : {}), ...(value === 'partial' ? { [partial]: true } : {}) };
  return {
    ...file,
    scenarios: (file.scenarios ?? []).map((scenario, index) =>
      index === 1
        ? { ...scenario, client: { ...without(without(scenario.client ?? {}, full), partial), ...said } }
        : scenario,
    ),
  };
}

/** What an opened case says becomes of an allowance at work. */
export function atWorkIn(file: CaseFile, allowance: keyof typeof onAllowance): AtWork | undefined {
  const { full, partial } = onAllowance[allowance];
  const work = file.scenarios?.[1]?.client;
  if (work?.[partial] === true) return 'partial';
  return work?.[full] === false ? 'ends' : undefined;
}

/**
 * The allowances that the work situation takes over from the situation now without saying so. They are seldom paid beside
 * a wage, so there is no answer until somebody says what becomes of them.
 */
export function unsettledAllowances(file: CaseFile): QuestionId[] {
  const work = file.scenarios?.[1]?.client ?? {};
  return questionIds.filter((id) => {
    const asked = question(id);
    if (asked.kind !== 'at_work') return false;
    const { full, partial } = onAllowance[asked.allowance];
    return file.client[full] === true && work[full] === undefined && (work[partial] ?? file.client[partial]) !== true;
  });
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

const spouseInputs = ['wage', 'on_kela_disability_pension', 'earnings_related_pension', 'unemployment_benefit'];

function putSpouseIncome(file: CaseFile, income: SpouseIncome): CaseFile {
  // A file may say more of a partner than is asked: what already reads as the answer stays as it is.
  if (file.spouse === undefined || spouseIncomeIn(file) === income) return file;
  const spouse = spouseInputs.reduce(without, file.spouse);
  const said: Readonly<Partial<Record<SpouseIncome, JsonObject>>> = {
    kela_pension: { on_kela_disability_pension: true },
    unemployment: { unemployment_benefit: 'general_support' },
  };
  return { ...file, spouse: { ...spouse, ...said[income] } };
}

/** Nothing for none, undefined where a file says more than is asked. */
export function spouseIncomeIn(file: CaseFile): SpouseIncome | undefined {
  const spouse = file.spouse;
  if (!isObject(spouse)) return undefined;
  if (spouse['on_kela_disability_pension'] === true) return 'kela_pension';
  if (spouse['earnings_related_pension'] !== undefined) return 'earnings_related_pension';
  if (spouse['unemployment_benefit'] !== undefined && spouse['unemployment_benefit'] !== 'none') return 'unemployment';
  return spouse['wage'] === undefined ? undefined : 'wage';
}

const housingAllowances = ['pensioner_housing_allowance.amount', 'general_housing_allowance.amount'];

function putHousingAllowance(file: CaseFile, received: boolean): CaseFile {
  const rest = housingAllowances.reduce(without, file as JsonObject);
  const none = Object.fromEntries(housingAllowances.map((name) => [name, 0]));
  return { ...rest, ...(received ? {} : none) } as CaseFile;
}

/** False where the case says that none is paid. */
export const housingAllowanceIn = (file: CaseFile): false | undefined =>
  housingAllowances.every((name) => file[name] === 0) ? false : undefined;

/** The case with one answer in it. */
export function withAnswer(file: CaseFile, id: QuestionId, answer: Answer): CaseFile {
  const asked = question(id);
  if (asked.kind === 'sources') {
    return putSources(file, answer.known ? (answer.value as readonly Source[]) : assumedSources);
  }
  if (asked.kind === 'household') {
    return putHousehold(file, answer.known && isHousehold(answer.value) ? answer.value : alone);
  }
  if (asked.kind === 'spouse_income')
    return putSpouseIncome(file, answer.known ? (answer.value as SpouseIncome) : 'none');
  if (asked.kind === 'housing_allowance') return putHousingAllowance(file, !answer.known || answer.value !== false);
  if (asked.kind === 'at_work')
    return putAtWork(file, asked.allowance, answer.known ? (answer.value as AtWork) : undefined);
  if (asked.kind === 'start_month')
    return answer.known && typeof answer.value === 'string' ? { ...file, start: answer.value } : file;
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

/** Begins the case's note when that says what was only assumed. */
export const noteMark = 'assumed:';

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
