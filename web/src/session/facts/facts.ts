// The facts of a case, each with the keys that lead to it: those the case gives, and a few that it leaves to the rules though
// people often know them. What belongs to one scenario alone (an offer's hours and wage) is no fact of Kela's.
import { isObject, type CaseFile, type Json, type JsonObject } from '../../case/case';
import type { Variable } from '../../engine/answers';
import { pathOf, type Key } from '../case_places';

export interface Fact {
  path: string;
  keys: readonly Key[];
  variable: string;
  person: string | null;
  /** Undefined: the case says nothing, the rules take their own. */
  given: Json | undefined;
}

type Variables = ReadonlyMap<string, Variable>;

const notFacts = [
  'ansiopolku',
  'start',
  'months',
  'name',
  'note',
  'file',
  'scenarios',
  'before',
  'readings',
  'client',
  'spouse',
  'children',
];

/** Left to the rules by many cases, and answered by everyone at once. */
const oftenLeft = {
  client: ['church_member', 'care_allowance'],
  household: ['water', 'heating', 'applies_for_social_assistance'],
} as const;

function within(map: JsonObject, keys: readonly Key[], person: string | null, variables: Variables): Fact[] {
  return Object.entries(map).flatMap(([key, value]): Fact[] => {
    if (value === null || (keys.length === 0 && notFacts.includes(key)) || key === 'before') return [];
    const at = [...keys, key];
    if (variables.get(key)?.kind === 'input')
      return [{ path: pathOf(at), keys: at, variable: key, person, given: value }];
    // Groups mean nothing but for decisions, whose inputs carry the module's name.
    if (key === 'decisions' && isObject(value)) return decisionsIn(value, at, person, variables);
    return isObject(value) && keys.length < groupDepth(person) ? within(value, at, person, variables) : [];
  });
}

const groupDepth = (person: string | null): number => (person === null ? 1 : person.startsWith('child') ? 3 : 2);

function decisionsIn(map: JsonObject, keys: readonly Key[], person: string | null, variables: Variables): Fact[] {
  return Object.entries(map).flatMap(([module, decision]) =>
    Object.entries(isObject(decision) ? decision : {}).flatMap(([key, value]): Fact[] => {
      const variable = key === 'decided' ? `${module}_decided` : `${module}_decided_${key}`;
      if (value === null || !variables.has(variable)) return [];
      const at = [...keys, module, key];
      return [{ path: pathOf(at), keys: at, variable, person, given: value }];
    }),
  );
}

export function factsOf(file: CaseFile, variables: Variables): Fact[] {
  const given = [
    ...within(file as JsonObject, [], null, variables),
    ...within(file.client, ['client'], 'client', variables),
    ...(isObject(file.spouse) ? within(file.spouse, ['spouse'], 'spouse', variables) : []),
    ...(file.children ?? []).flatMap((child, index) =>
      within(child, ['children', index], `child${String(index + 1)}`, variables),
    ),
  ];
  const isGiven = (variable: string, person: string | null) =>
    given.some((fact) => fact.variable === variable && fact.person === person);
  const left = (variable: string, person: string | null): Fact[] => {
    if (!variables.has(variable) || isGiven(variable, person)) return [];
    const keys = person === null ? [variable] : [person, variable];
    return [{ path: pathOf(keys), keys, variable, person, given: undefined }];
  };
  return [
    ...given,
    ...oftenLeft.client.flatMap((variable) => left(variable, 'client')),
    ...oftenLeft.household.flatMap((variable) => left(variable, null)),
  ];
}

/** Something that is not known: it may be this or that, and `assumed` is what is computed with. */
export const isOpen = (value: Json | undefined): boolean =>
  value === 'unknown' || (isObject(value) && ['between', 'one_of', 'varies'].some((word) => word in value));

/** A value for every month is no single value. */
export const isMonths = (value: Json | undefined): boolean => isObject(value) && !isOpen(value);
