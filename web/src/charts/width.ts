// Places along a bar that begins at nothing: in per cent of its width, so that it fits any window.

/** How much of the width a value takes, from 0 to 100. */
export const shareOf =
  (whole: number) =>
  (value: number): number =>
    (value / whole) * 100;

/** The same as SVG wants it: "41.25%". */
export const percentOf =
  (whole: number) =>
  (value: number): string =>
    `${String(Math.round(shareOf(whole)(value) * 1000) / 1000)}%`;
