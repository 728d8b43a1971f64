// Whether what stands under `file:` is what docs/case-file.md says: every fault at once, with its place. Keys that are not
// known are nobody's fault; they are kept.
import { isObject, type Json } from '../case';
import type { Path } from './text';

export const states = ['new', 'waiting', 'computed', 'meeting', 'in_work', 'ended'] as const;
export const statuses = ['told', 'on_paper', 'assumed', 'unknown'] as const;
export const atKela = ['same', 'other', 'open'] as const;
export const doers = ['client', 'coach', 'kela'] as const;

export type ProblemName =
  | 'mistake' // the text is not well formed
  | 'no_case' // it is no case: the key named is missing
  | 'version' // a version this page does not know
  | 'map' // a map is expected
  | 'list'
  | 'text'
  | 'word' // one of `expected`
  | 'date'
  | 'month'
  | 'amount'
  | 'missing'; // a key that must be there

export interface Found {
  problem: ProblemName;
  path: Path;
  found?: string;
  expected?: readonly string[];
}

type Check = (value: Json, path: Path) => Found[];

const told = (problem: ProblemName, value: Json, path: Path, expected?: readonly string[]): Found[] => [
  { problem, path, found: JSON.stringify(value), ...(expected === undefined ? {} : { expected }) },
];

const matching =
  (problem: ProblemName, pattern: RegExp): Check =>
  (value, path) =>
    typeof value === 'string' && pattern.test(value) ? [] : told(problem, value, path);
const text: Check = (value, path) =>
  typeof value === 'string' || typeof value === 'number' ? [] : told('text', value, path);
const date: Check = (value, path) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value) ? [] : told('date', value, path);
const month = matching('month', /^\d{4}-(0[1-9]|1[0-2])$/);
const amount: Check = (value, path) =>
  typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))
    ? []
    : told('amount', value, path);
const oneOf =
  (words: readonly string[]): Check =>
  (value, path) =>
    typeof value === 'string' && words.includes(value) ? [] : told('word', value, path, words);

const isDay = (day: string): boolean => {
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
};

/** A map with these keys, each of which may be left out but for those in `needed`. */
const mapOf =
  (keys: Readonly<Record<string, Check>>, needed: readonly string[] = []): Check =>
  (value, path) => {
    if (!isObject(value)) return told('map', value, path);
    const absent = needed.filter((key) => value[key] === undefined || value[key] === null);
    return [
      ...absent.map((key): Found => ({ problem: 'missing', path: [...path, key] })),
      ...Object.entries(keys).flatMap(([key, check]) => {
        const inner = value[key];
        return inner === undefined || inner === null ? [] : check(inner, [...path, key]);
      }),
    ];
  };
const listOf =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value) ? value.flatMap((item, index) => check(item, [...path, index])) : told('list', value, path);
const eachOf =
  (check: Check): Check =>
  (value, path) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, inner]) => check(inner, [...path, key]))
      : told('map', value, path);

const results = eachOf(eachOf(amount));
const fact = mapOf({ status: oneOf(statuses), source: text, date, kela: oneOf(atKela), by: text });
const meeting = mapOf({ date, who: text, note: text, rules: text, case: mapOf({}), results }, ['date']);
const sheet = mapOf({
  code: text,
  state: oneOf(states),
  facts: eachOf(fact),
  duties: listOf(mapOf({ id: text, done: date, by: text }, ['id'])),
  agreed: listOf(mapOf({ what: text, who: oneOf(doers), by: date, if_fails: text }, ['what'])),
  paid: listOf(mapOf({ month, figure: text, amount }, ['month', 'figure', 'amount'])),
  meetings: listOf(meeting),
  computed: mapOf({ date, rules: text, results }, ['date', 'rules', 'results']),
});

export function checkSheet(value: Json): Found[] {
  if (!isObject(value)) return told('map', value, ['file']);
  if (value['version'] !== 1) return told('version', value['version'] ?? null, ['file', 'version'], ['1']);
  return sheet(value, ['file']);
}
