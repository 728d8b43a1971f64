// The way what is left goes along the wage of an ordinary month, as a stair: level stretches and the falls between them.
import type { CaseFile } from '../../case/case';
import type { Edge, EdgeCurve, Edges } from '../../engine/answers';
import { leftOver } from '../../model/parts';
import type { Ask } from '../asking';

export interface StairQuestion {
  file: CaseFile;
  scenario: string;
  vary: string;
  to: number;
  /** Where the work is on it. */
  value: number;
}

/** The month as an ordinary one: a fall is what it is in a month, not in a year. */
export function stairQuestion(file: CaseFile, start: string): StairQuestion | undefined {
  const scenario = file.scenarios?.[1];
  if (scenario === undefined) return undefined;
  const client = { ...file.client, ...scenario.client };
  const isHourly = typeof client['hourly_wage'] === 'number' && client['wage'] === undefined;
  return {
    file: { ...file, start, months: 1 },
    scenario: scenario.name,
    vary: isHourly ? 'client.hours_per_week' : 'client.wage',
    to: isHourly ? 40 : 3000,
    value: Number(client[isHourly ? 'hours_per_week' : 'wage'] ?? 0) || 0,
  };
}

export const askStair: Ask<StairQuestion, Edges> = (engine, { file, scenario, vary, to }, language) =>
  engine.edges(file, { scenario, vary, from: 0, to, get: [leftOver] }, language, 'stair');

export type Point = readonly [number, number];

/** The corners of the curve, from its beginning to its end. */
export function pointsOf(curve: EdgeCurve, from: number, to: number): Point[] {
  const inner = curve.edges.flatMap((edge): Point[] => [
    [edge.at, Number(edge.from)],
    [edge.next, Number(edge.to)],
  ]);
  return [[from, Number(curve.first)], ...inner, [to, Number(curve.last)]];
}

/** Less than this is a rounding or a step of a table, no limit that anybody meets. */
const leastFall = 10;

/** The first fall above where the work is; when there is none, the last one below. */
export function nextFall(curve: EdgeCurve, value: number): Edge | undefined {
  const falls = curve.edges.filter(({ kind, change = 0 }) => kind === 'jump' && change <= -leastFall);
  return falls.find(({ at }) => at >= value) ?? falls.at(-1);
}
