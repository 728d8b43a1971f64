import type { Inputs } from '../model/inputs';

/** The next month, in which one who thinks of a job now may begin it, or the nearest the rules know. */
export function nextMonth(rules: Inputs['rules']): string {
  const today = new Date();
  const next = new Date(today.getFullYear(), today.getMonth() + 1, 1);
  const month = `${String(next.getFullYear())}-${String(next.getMonth() + 1).padStart(2, '0')}`;
  if (rules === undefined) return month;
  return month < rules.law_from ? rules.law_from : month > rules.law_until ? rules.law_until : month;
}
