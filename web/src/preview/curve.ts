// What a curve of money left over hours (or over the wage) says: where it falls and why, and how far one can go.
import type { Sweep } from '../engine/answers';
import { leftOver } from './parts';

export interface Cliff {
  /** The point before the fall and the one after it. */
  from: number;
  to: number;
  loss: number;
  /** The last of the points behind the fall that leave less than the one before it. */
  deadTo: number;
  /** The figure that falls the most there, or the cost that rises the most; none when the parts do not tell. */
  cause: { key: string; rises: boolean } | undefined;
}

/** A smaller step down is a rounding, not a cliff. */
const smallestFall = 5;

export function bestPoint(points: Float64Array, left: Float64Array): { point: number; left: number } {
  let best = 0;
  left.forEach((amount, index) => {
    if (amount > (left[best] ?? 0) + 0.005) best = index;
  });
  return { point: points[best] ?? 0, left: left[best] ?? 0 };
}

/** Every fall along the curve, in its order. */
export function cliffs({ points, columns }: Sweep): Cliff[] {
  const left = columns.get(leftOver) ?? new Float64Array();
  const at = (index: number) => left[index] ?? 0;
  const found: Cliff[] = [];
  for (let index = 0; index + 1 < left.length; index += 1) {
    const before = index;
    while (index + 1 < left.length && at(index) - at(index + 1) > smallestFall) index += 1;
    if (index === before) continue;
    let end = index;
    while (end + 1 < left.length && at(end + 1) < at(before)) end += 1;
    found.push({
      from: points[before] ?? 0,
      to: points[index] ?? 0,
      loss: at(before) - at(index),
      deadTo: points[end] ?? 0,
      cause: causeOf(columns, before, index),
    });
  }
  return found;
}

function causeOf(columns: Sweep['columns'], before: number, after: number): Cliff['cause'] {
  let most = 0;
  let cause: Cliff['cause'];
  for (const [key, column] of columns) {
    if (key === leftOver || key.includes('disability_pension.')) continue;
    const rises = key.includes('totals.');
    const fall = ((column[before] ?? 0) - (column[after] ?? 0)) * (rises ? -1 : 1);
    if (fall > most) {
      most = fall;
      cause = { key, rises };
    }
  }
  return cause;
}

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
