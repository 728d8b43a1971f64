// An opened case may keep an input in a group of its own (housing: {rent: 620}).
import { isObject, type Json, type JsonObject } from './case';

/** The input's value, wherever the household keeps it. */
export function inGroups(file: JsonObject, name: string): Json | undefined {
  const group = groupOf(file, name);
  return group === undefined ? file[name] : (file[group] as JsonObject)[name];
}

/** The group that keeps it; undefined when it stands by itself, or nowhere. */
export function groupOf(file: JsonObject, name: string): string | undefined {
  if (file[name] !== undefined) return undefined;
  return Object.keys(file).find((key) => {
    const value = file[key];
    return !['client', 'spouse', 'decisions'].includes(key) && isObject(value) && value[name] !== undefined;
  });
}
