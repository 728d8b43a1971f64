// Months of the calendar, by this device's clock.
import type { Inputs } from '../model/inputs';

const written = (date: Date): string => `${String(date.getFullYear())}-${String(date.getMonth() + 1).padStart(2, '0')}`;

export const thisMonth = (): string => written(new Date());

/** So many months, from this one on. */
export function monthsFrom(month: string, count: number): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => written(new Date(year, number - 1 + index, 1)));
}

/** 2026-12-01 */
export function today(): string {
  const now = new Date();
  return `${written(now)}-${String(now.getDate()).padStart(2, '0')}`;
}

/**
 * The next month, in which one who thinks of a job now may begin it. Of a month whose law is not known yet the answer says
 * which law it rests on; before the first one that is known there is none.
 */
export function nextMonth(rules: Inputs['rules']): string {
  const [, next = thisMonth()] = monthsFrom(thisMonth(), 2);
  return rules !== undefined && next < rules.law_from ? rules.law_from : next;
}
