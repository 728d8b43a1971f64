// Where the curve of money left jumps or bends: the engine's edges as the page tells them.
import { roleOf } from './parts';
import type { Edge, EdgeCause, EdgeCurve, ExplainedParameter, Sweep } from '../engine/answers';

export interface Turn {
  kind: 'fall' | 'rise' | 'bend';
  /** The last amount of work before it and the first one after it, one smallest step apart. */
  at: number;
  next: number;
  /** Left at the two. */
  from: number;
  to: number;
  /** What one more hour (or euro of wage) brings before and after it; undefined when that is not known. */
  before: number | undefined;
  after: number | undefined;
  /** Of a fall: the work at which as much is left again; undefined when none was found. */
  again: number | undefined;
  causes: readonly EdgeCause[];
}

export function turnsOf(curve: EdgeCurve): Turn[] {
  return curve.edges.map((edge) => {
    const [from, to] = [Number(edge.from), Number(edge.to)];
    return {
      kind: kindOf(edge, to - from),
      at: edge.at,
      next: edge.next,
      from,
      to,
      before: edge.slope_before ?? undefined,
      after: edge.slope_after ?? undefined,
      again: edge.break_even ?? undefined,
      causes: edge.causes,
    };
  });
}

function kindOf({ kind }: Edge, change: number): Turn['kind'] {
  return kind === 'kink' ? 'bend' : change < 0 ? 'fall' : 'rise';
}

export interface Line {
  points: Float64Array;
  left: Float64Array;
}

/** The curve through all its turns and what else is known of it: exact there, and between them but for roundings. */
export function lineThrough(known: readonly Line[], turns: readonly Turn[]): Line {
  const amounts = new Map(
    known.flatMap(({ points, left }) => [...points].map((point, index) => [point, left[index] ?? 0] as const)),
  );
  const [first, last] = [Math.min(...amounts.keys()), Math.max(...amounts.keys())];
  for (const { at, next, from, to } of turns) {
    if (at >= first && at <= last) amounts.set(at, from);
    if (next >= first && next <= last) amounts.set(next, to);
  }
  const sorted = [...amounts].sort(([one], [other]) => one - other);
  return {
    points: Float64Array.from(sorted, ([point]) => point),
    left: Float64Array.from(sorted, ([, amount]) => amount),
  };
}

/** A fall of less, in euros a month, is small. */
export const smallFall = 20;

/** The falls over so many months, the largest first, and apart from them the small ones. */
export function fallsOf<T extends Turn>(turns: readonly T[], months: number): { large: T[]; small: T[] } {
  const falls = turns
    .filter(({ kind }) => kind === 'fall')
    .sort((one, other) => one.to - one.from - (other.to - other.from));
  const isSmall = ({ from, to }: Turn) => from - to < smallFall * months;
  return { large: falls.filter((fall) => !isSmall(fall)), small: falls.filter(isSmall) };
}

export function bestPoint({ points, left }: Line): { point: number; left: number } {
  let best = 0;
  left.forEach((amount, index) => {
    if (amount > (left[best] ?? 0) + 0.005) best = index;
  });
  return { point: points[best] ?? 0, left: left[best] ?? 0 };
}

/** What changes from one side of a turn to the other. */
export interface Sides {
  /** The client's wage at the two points. */
  wage: readonly [number, number];
  /** The figure that falls the most there, or the cost that rises the most; none when the parts do not tell. */
  part: { key: string; rises: boolean } | undefined;
}

/** From the parts of what is left at the two points of a turn. */
export function sidesOf({ columns }: Sweep): Sides {
  const wages = columns.get('client.work.earnings');
  let most = 0;
  let part: Sides['part'];
  for (const [key, column] of columns) {
    const role = roleOf(key);
    if (role === 'neither') continue;
    const rises = role === 'takes';
    const fall = ((column[0] ?? 0) - (column[1] ?? 0)) * (rises ? -1 : 1);
    if (fall > most + 0.005) {
      most = fall;
      part = { key, rises };
    }
  }
  return { wage: [wages?.[0] ?? 0, wages?.[1] ?? 0], part };
}

/** A row of the curve's table: an amount of work, what is left, and what turns there. */
export interface Row {
  point: number;
  left: number;
  turn?: Turn;
}

/** Every `step`, and the two sides of every jump, and every bend. */
export function rowsOf({ points, left }: Line, turns: readonly Turn[], step: number): Row[] {
  const turnAt = new Map(turns.map((turn) => [turn.at, turn]));
  const behind = new Set(turns.filter(({ kind }) => kind !== 'bend').map(({ next }) => next));
  return [...points.entries()].flatMap(([index, point]) => {
    const turn = turnAt.get(point);
    if (turn === undefined && !behind.has(point) && point % step !== 0) return [];
    return [{ point, left: left[index] ?? 0, ...(turn === undefined ? {} : { turn }) }];
  });
}

/** The amounts of the law that a turn rests on, each once: without those that are mere switches. */
export function amountsOf(causes: readonly EdgeCause[]): ExplainedParameter[] {
  const found = new Map<string, ExplainedParameter>();
  for (const { parameters = [] } of causes) {
    for (const parameter of parameters) {
      const isSwitch = parameter.unit === '1' && parameter.text?.includes('%') !== true;
      if (parameter.text !== undefined && !isSwitch)
        found.set(`${parameter.parameter} ${(parameter.keys ?? []).join(' ')}`, parameter);
    }
  }
  return [...found.values()];
}
