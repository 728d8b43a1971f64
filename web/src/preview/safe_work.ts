// How far one can go so that something holds, along the hours or the wage.
import type { Sweep } from '../engine/answers';
import { leftOver } from './parts';

/** The first stretch of points that hold: up to the last of them before one that does not. */
export interface Stretch {
  least: number;
  most: number;
  /** True when the points end before the condition fails. */
  toTheEnd: boolean;
}

export function firstStretch(points: Float64Array, holds: (index: number) => boolean): Stretch | undefined {
  const indices = [...points.keys()];
  const first = indices.find(holds);
  if (first === undefined) return undefined;
  const beyond = indices.find((index) => index > first && !holds(index));
  const last = (beyond ?? points.length) - 1;
  return { least: points[first] ?? 0, most: points[last] ?? 0, toTheEnd: beyond === undefined };
}

export const conditions = ['limit', 'pays', 'grows'] as const;
export type Condition = (typeof conditions)[number];

/** How much work keeps the earnings limit, makes every hour pay, or brings at least so much more than now. */
export function workThat(condition: Condition, sweep: Sweep, now: number, more: number): Stretch | undefined {
  const left = sweep.columns.get(leftOver) ?? new Float64Array();
  const margin = sweep.columns.get('client.disability_pension.margin');
  const at = (index: number) => left[index] ?? 0;
  switch (condition) {
    case 'limit':
      return firstStretch(sweep.points, (index) => (margin?.[index] ?? 0) >= 0);
    case 'pays':
      return firstStretch(sweep.points, (index) => index === 0 || at(index) > at(index - 1) - 0.005);
    case 'grows':
      return firstStretch(sweep.points, (index) => at(index) - now >= more - 0.005);
  }
}
