// Values of a case by the keys that lead to them, and the case with another value there. Nothing is changed in place.
import { isObject, type CaseFile, type Json, type JsonObject, type Scenario } from '../case/case';

export type Key = string | number;

export const pathOf = (keys: readonly Key[]): string => keys.join('.');

export function valueAt(value: unknown, keys: readonly Key[]): Json | undefined {
  let inside = value;
  for (const key of keys) {
    if (typeof inside !== 'object' || inside === null) return undefined;
    inside = (inside as Record<Key, unknown>)[key];
  }
  return inside as Json | undefined;
}

function inside(value: unknown, keys: readonly Key[], to: Json | undefined): Json | undefined {
  const [first, ...rest] = keys;
  if (first === undefined) return to;
  if (typeof first === 'number') {
    const list: Json[] = Array.isArray(value) ? [...(value as Json[])] : [];
    while (list.length <= first) list.push({});
    list[first] = inside(list[first], rest, to) ?? {};
    return list;
  }
  const map = isObject(value) ? value : {};
  const inner = inside(map[first], rest, to);
  // A key without a value is left out: the case then says nothing of it.
  if (inner === undefined) return Object.fromEntries(Object.entries(map).filter(([key]) => key !== first));
  return { ...map, [first]: inner };
}

/** `to` undefined: the case says nothing of it any more. */
export const withValue = (file: CaseFile, keys: readonly Key[], to: Json | undefined): CaseFile =>
  inside(file, keys, to) as CaseFile;

/**
 * A scenario twice, once with each of two values: what the engine says of the second against the first is what the value
 * moves. A scenario that gives the value itself is not moved by it.
 */
export function withBoth(file: CaseFile, index: number, keys: readonly Key[], values: readonly [Json, Json]): CaseFile {
  const scenario = file.scenarios?.[index] ?? { name: 'now' };
  const children = (file.children ?? []).map((): JsonObject => ({}));
  // Children of a scenario are as many as it lists.
  const own = (
    keys[0] === 'children' && scenario['children'] === undefined ? { ...scenario, children } : scenario
  ) as JsonObject;
  const isOwn = valueAt(scenario, keys) !== undefined;
  const scenarios = values.map((value, which): Scenario => {
    const moved = isOwn ? own : inside(own, keys, value);
    return { ...(isObject(moved) ? moved : own), name: which === 0 ? 'before' : 'after' };
  });
  return { ...file, scenarios };
}
