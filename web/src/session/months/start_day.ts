// The day the work begins, in a case: of pay by the hour or by contract it is an input of its own, of a wage by the month the
// month from which it is paid. A wage that already differs from month to month is not moved.
import { isObject, type CaseFile, type JsonObject } from '../../case/case';

export type StartKind = 'day' | 'month' | 'none';

const workOf = (file: CaseFile): JsonObject => ({ ...file.client, ...file.scenarios?.[1]?.client });

const isSteps = (wage: unknown, start: string): wage is JsonObject =>
  isObject(wage) && Object.keys(wage).length === 2 && wage[start] === 0;

export function startKind(file: CaseFile): StartKind {
  const { wage, hourly_wage: hourly, contract_wage: contract } = workOf(file);
  if (typeof wage === 'number' || isSteps(wage, file.start)) return 'month';
  return wage === undefined && (typeof hourly === 'number' || typeof contract === 'number') ? 'day' : 'none';
}

export function startDay(file: CaseFile): string {
  const { job_starts: day, wage } = workOf(file);
  if (typeof day === 'string') return day;
  const month = isSteps(wage, file.start) ? Object.keys(wage).find((key) => key !== file.start) : undefined;
  return `${month ?? file.start}-01`;
}

/** The first work begins on that day. */
export function withStartDay(file: CaseFile, day: string): CaseFile {
  const kind = startKind(file);
  const scenarios = (file.scenarios ?? []).map((scenario, index) => {
    if (index !== 1 || kind === 'none') return scenario;
    if (kind === 'day') return { ...scenario, client: { ...scenario.client, job_starts: day } };
    const { wage } = workOf(file);
    const amount = isObject(wage) ? (Object.values(wage)[1] ?? 0) : (wage ?? 0);
    const month = day.slice(0, 7);
    return {
      ...scenario,
      client: { ...scenario.client, wage: month <= file.start ? amount : { [file.start]: 0, [month]: amount } },
    };
  });
  return { ...file, scenarios };
}
