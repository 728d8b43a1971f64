// What the built page uses of d3-interpolate: d3-scale asks it for a value between two others, which may be colours, dates
// or texts in general, and are numbers in every chart here.
export const interpolateNumber =
  (from: number, to: number) =>
  (share: number): number =>
    from * (1 - share) + to * share;

export const interpolateRound =
  (from: number, to: number) =>
  (share: number): number =>
    Math.round(from * (1 - share) + to * share);

export const interpolate = interpolateNumber;

/** For scales over more than two values, of which there are none. */
export function piecewise(): never {
  throw new Error('no chart has a scale of several pieces');
}
