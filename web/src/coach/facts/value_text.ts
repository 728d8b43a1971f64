// A fact's value in words, and what is typed for it as a value.
import { isObject, type Json, type JsonObject } from '../../case/case';
import type { Formats } from '../../catalogue/formats';
import { readNumber } from '../../catalogue/numbers';
import type { Variable } from '../../engine/answers';
import type { Say } from '../texts/texts';

const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/.test(text);

export function valueText(value: Json, variable: Variable | undefined, say: Say, formats: Formats): string {
  const one = (inner: Json): string => valueText(inner, variable, say, formats);
  if (value === null) return say('value.none');
  if (value === 'unknown') return say('status.unknown');
  if (typeof value === 'boolean') return say(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return numberText(value, variable, formats);
  if (Array.isArray(value)) return value.map(one).join(', ');
  if (isObject(value)) return mapText(value, one, say, formats);
  const member = variable?.members?.find(({ name }) => name === value);
  if (member !== undefined) return member.title;
  if (isMonth(value)) return formats.month(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formats.date(value) : value;
}

function mapText(value: JsonObject, one: (inner: Json) => string, say: Say, formats: Formats): string {
  const ends = value['between'] ?? value['varies'];
  if (Array.isArray(ends)) return `${one(ends[0] ?? null)}–${one(ends[1] ?? null)}`;
  const members = value['one_of'];
  if (Array.isArray(members)) return members.map(one).join(say('value.or'));
  const months = Object.entries(value);
  const told = months.slice(0, 3).map(([month, inner]) => `${formats.month(month)} ${one(inner)}`);
  return [...told, ...(months.length > 3 ? [say('value.more_months', { count: months.length - 3 })] : [])].join(', ');
}

function numberText(value: number, variable: Variable | undefined, formats: Formats): string {
  if (variable?.unit === undefined) return formats.number(value);
  if (variable.unit.startsWith('EUR')) {
    const unit = (variable.symbol ?? '€').replace('€', '');
    return `${formats.euros(value)}${unit}`;
  }
  const symbol = variable.percent === true ? '%' : variable.symbol;
  return symbol === undefined ? formats.number(value) : `${formats.number(value)} ${symbol}`;
}

/** What was typed, as a value of the variable; undefined when it is none. */
export function typedValue(text: string, variable: Variable | undefined): Json | undefined {
  const written = text.trim();
  if (variable?.type === 'number') return readNumber(written);
  if (variable?.type === 'boolean') return written === 'true' ? true : written === 'false' ? false : undefined;
  if (variable?.type === 'month') return /^\d{4}-(0[1-9]|1[0-2])$/.test(written) ? written : undefined;
  if (variable?.type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(written) ? written : undefined;
  return written === '' ? undefined : written;
}

/** What stands in the field when one begins to change a value. */
export const fieldText = (value: Json | undefined): string =>
  value === undefined || value === null || typeof value === 'object' ? '' : String(value);
