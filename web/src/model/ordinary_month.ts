// Which month of a plan stands for all of them where one figure a month is told: by the fourth one pay has begun and what is
// reviewed has been reviewed.
const fourth = 3;

export const ordinaryMonthOf = (months: readonly string[]): number => Math.min(fourth, months.length - 1);
