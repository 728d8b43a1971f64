// One month with more pay than planned: as it would be told in time, and told two months late. The engine compares them with
// the plan.
import type { CaseFile, Json, JsonObject, Scenario } from '../../case/case';
import { isObject } from '../../case/case';
import type { Compared } from '../../engine/answers';
import { leftOver } from '../../model/parts';

/** By so many months it is told late. */
const late = 2;

/** The month after one. */
export function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${String(year + 1)}-01` : `${String(year)}-${String(number + 1).padStart(2, '0')}`;
}

/** The work of a case with `extra` euros more in a month, three times: as planned, told in time, told late. */
export function overQuestion(file: CaseFile, month: string, extra: number): CaseFile | undefined {
  const work = file.scenarios?.[1];
  if (work === undefined) return undefined;
  const client: JsonObject = { ...work.client };
  const given: Json | undefined = client['supplements'] ?? file.client['supplements'];
  // Supplements that differ by month already cannot be added to without knowing each of them.
  if (isObject(given)) return undefined;
  const usual = typeof given === 'number' ? given : 0;
  const supplements: JsonObject = { [file.start]: usual, [month]: usual + extra, [monthAfter(month)]: usual };
  const over = { ...client, supplements };
  const scenarios: Scenario[] = [
    { ...work, name: 'planned' },
    { ...work, name: 'told', client: over },
    { ...work, name: 'late', client: over, reported_late_months: late },
  ];
  return { ...file, scenarios };
}

export interface OverAnswer {
  /** What is left over all months, against the plan: the added pay is in it. */
  change: number;
  claimedBack: number;
  /** How far the planned month is from the limit; undefined without one. */
  margin: number | undefined;
}

export function overAnswer(compared: Compared, month: string): OverAnswer {
  const index = compared.timeline.months.indexOf(month);
  const difference = compared.differences.find(({ variable }) => variable === leftOver);
  const figureIn = (scenario: number, name: string) =>
    compared.scenarios[scenario]?.figures.find(
      ({ variable, person }) => variable === name && (person ?? 'client') === 'client',
    );
  const margin = figureIn(0, 'disability_pension.margin')?.values[index];
  return {
    change: difference?.totals?.[1] ?? 0,
    claimedBack: figureIn(2, 'recovery.claimed_back')?.total ?? 0,
    margin: typeof margin === 'number' ? margin : undefined,
  };
}
