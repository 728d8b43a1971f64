// What a curve of money left over hours (or over the wage) says in words.

export interface Drop {
  from: number;
  to: number;
  loss: number;
  /** The points beyond the drop that leave less than the point before it. */
  deadFrom: number;
  deadTo: number;
}

/** A smaller step down is a rounding, not a cliff. */
const smallestDrop = 5;

export function bestPoint(points: Float64Array, left: Float64Array): { point: number; left: number } {
  let best = 0;
  left.forEach((amount, index) => {
    if (amount > (left[best] ?? 0) + 0.005) best = index;
  });
  return { point: points[best] ?? 0, left: left[best] ?? 0 };
}

/** The deepest fall from one point to the next, with the zone behind it; undefined when the curve never falls. */
export function deepestDrop(points: Float64Array, left: Float64Array): Drop | undefined {
  let at = -1;
  let loss = smallestDrop;
  for (let index = 0; index + 1 < left.length; index += 1) {
    const fall = (left[index] ?? 0) - (left[index + 1] ?? 0);
    if (fall > loss) {
      loss = fall;
      at = index;
    }
  }
  if (at < 0) return undefined;
  const before = left[at] ?? 0;
  let end = at + 1;
  while (end + 1 < left.length && (left[end + 1] ?? 0) < before) end += 1;
  const point = (index: number) => points[index] ?? 0;
  return { from: point(at), to: point(at + 1), loss, deadFrom: point(at + 1), deadTo: point(end) };
}
