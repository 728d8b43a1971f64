// Facts of a case by their places: what is told, what each place may hold in the rules' words, and the case with another value
// there. Groups (housing: {rent: 620}) are kept as they are.
import { isObject, type CaseFile, type Json, type JsonObject } from '../../case/case';
import type { Variable } from '../../engine/answers';

export type Place = readonly (string | number)[];

/** As the file's notes name it: scenarios.1.client.wage. */
export const pathOf = (place: Place): string => place.join('.');

export interface Fact {
  place: Place;
  name: string;
  value: Json;
  variable: Variable | undefined;
}

/** Keys of a case that are no facts. */
const frame = ['ansiopolku', 'start', 'months', 'name', 'note', 'scenarios', 'readings', 'before', 'file'];

/** An object that is a value: a month map, or an open value. */
function isValueMap(value: JsonObject): boolean {
  const keys = Object.keys(value);
  return (
    keys.length > 0 &&
    keys.every((key) => /^\d{4}-\d{2}$/.test(key) || ['between', 'one_of', 'varies', 'assumed'].includes(key))
  );
}

/** Every fact under a place, in the order of the file. */
export function factsUnder(root: JsonObject, at: Place, variables: ReadonlyMap<string, Variable>): Fact[] {
  return Object.entries(root).flatMap(([key, value]): Fact[] => {
    if (frame.includes(key) || value === null) return [];
    const place = [...at, key];
    if (key === 'children' && Array.isArray(value))
      return value.flatMap((child, index) => (isObject(child) ? factsUnder(child, [...place, index], variables) : []));
    if (key === 'decisions' && isObject(value)) return decisionFacts(value, place, variables);
    if (isObject(value) && !isValueMap(value)) return factsUnder(value, place, variables);
    return [{ place, name: key, value, variable: variables.get(key) }];
  });
}

/** decisions: {module: {decided: 2025-06}} gives the input module_decided. */
function decisionFacts(decisions: JsonObject, at: Place, variables: ReadonlyMap<string, Variable>): Fact[] {
  return Object.entries(decisions).flatMap(([module, told]) =>
    isObject(told)
      ? Object.entries(told).map(([key, value]) => {
          const name = key === 'decided' ? `${module}_decided` : `${module}_decided_${key}`;
          return { place: [...at, module, key], name, value, variable: variables.get(name) };
        })
      : [],
  );
}

export function valueAt(root: Json | undefined, place: Place): Json | undefined {
  let value: Json | undefined = root;
  for (const step of place) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isObject(value)) value = value[String(step)];
    else return undefined;
  }
  return value;
}

/** The case with a value in a place; undefined takes it out. */
export function withValue(file: CaseFile, place: Place, value: Json | undefined): CaseFile {
  return replaced(file as Json, place, value) as CaseFile;
}

function replaced(node: Json | undefined, place: Place, value: Json | undefined): Json | undefined {
  const [step, ...rest] = place;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(node) ? [...node] : [];
    const inner = replaced(list[step], rest, value);
    if (inner === undefined) list.splice(step, 1);
    else list[step] = inner;
    return list;
  }
  const map: JsonObject = isObject(node) ? node : {};
  const inner = replaced(map[step], rest, value);
  if (inner !== undefined) return { ...map, [step]: inner };
  return Object.fromEntries(Object.entries(map).filter(([key]) => key !== step));
}

/** Whose a place is: client, spouse, child2, or the household's; in a scenario the same. */
export function ownerOf(place: Place): string {
  const own = place[0] === 'scenarios' ? place.slice(2) : place;
  if (own[0] === 'children') return `child${Number(own[1]) + 1}`;
  return own[0] === 'client' || own[0] === 'spouse' ? own[0] : 'household';
}

/** Where an input of the rules is put that nobody has told yet. */
export function placeFor(variable: Variable, owner: string, base: Place = []): Place {
  if (variable.entity === 'household') return [...base, variable.name];
  const child = /^child(\d+)$/.exec(owner);
  if (child !== null) return [...base, 'children', Number(child[1]) - 1, variable.name];
  return [...base, owner === 'spouse' ? 'spouse' : 'client', variable.name];
}

/** The place of an input that is told already, wherever it stands; undefined when it is not. */
export const placeOf = (facts: readonly Fact[], name: string, owner: string): Place | undefined =>
  facts.find((fact) => fact.name === name && ownerOf(fact.place) === owner)?.place;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');

/** The inputs whose title, question, reason or name has every word of the search; those whose title has them first. */
export function searchInputs(variables: Iterable<Variable>, search: string): Variable[] {
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const has = (text: string | undefined) => words.every((word) => plain(text ?? '').includes(word));
  const found = [...variables].flatMap((variable) => {
    const members = variable.members?.map(({ title }) => title).join(' ') ?? '';
    const all = [variable.title, variable.question, variable.why, variable.name.replaceAll('_', ' '), members].join(
      ' ',
    );
    if (!has(all)) return [];
    return [{ variable, rank: has(variable.title) ? 0 : has(`${variable.title} ${variable.question ?? ''}`) ? 1 : 2 }];
  });
  return found.sort((one, other) => one.rank - other.rank).map(({ variable }) => variable);
}
