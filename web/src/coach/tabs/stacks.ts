// Where the parts of a month stand in its column: wages on top, pensions at the bottom.
import type { PictureMonth } from './MonthsPicture';

/** Which fill a part has. */
export function kindOf(key: string): string {
  if (/earnings_related_pension/.test(key)) return 'company';
  if (/(national|guarantee)_pension|care_allowance|child_increase/.test(key)) return 'kela';
  if (/housing_allowance/.test(key)) return 'housing';
  if (/(work|commission)\.earnings/.test(key)) return 'wage';
  return 'benefit';
}
const order = ['company', 'kela', 'benefit', 'housing', 'wage'];

export interface Stacked {
  key: string;
  title: string;
  amount: number;
  /** What lies below it. */
  below: number;
}

export function stackOf({ parts }: PictureMonth): Stacked[] {
  const incomes = parts
    .filter(({ amount }) => amount > 0)
    .sort((one, other) => order.indexOf(kindOf(one.key)) - order.indexOf(kindOf(other.key)));
  return incomes.map((part, index) => ({ ...part, below: sum(incomes.slice(0, index).map(({ amount }) => amount)) }));
}

export const costsOf = ({ parts }: PictureMonth): number => -sum(parts.map(({ amount }) => Math.min(0, amount)));
export const incomeOf = (month: PictureMonth): number => sum(stackOf(month).map(({ amount }) => amount));

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

export const column = 46;
export const side = 190;
const top = 40;

export interface Layout {
  scale: number;
  axis: number;
  /** The line of the months' names. */
  below: number;
  balanceTop: number;
  width: number;
  height: number;
  hasLimit: boolean;
  hasBalance: boolean;
  x: (index: number) => number;
  balanceY: (amount: number) => number;
}

/** Heights and places of everything in the picture. */
export function layoutOf(months: readonly PictureMonth[]): Layout {
  const highest = Math.max(1, ...months.map(incomeOf));
  const deepest = Math.max(1, ...months.map(costsOf));
  const scale = Math.min(210 / highest, 60 / deepest);
  const axis = top + highest * scale;
  const below = axis + deepest * scale + 22;
  const hasLimit = months.some(({ margin }) => margin !== undefined);
  const hasBalance = months.some(({ balance }) => balance !== undefined);
  const balanceTop = below + (hasLimit ? 24 : 0) + 44;
  const balances = months.map(({ balance }) => balance ?? 0);
  const [least, most] = [Math.min(0, ...balances), Math.max(1, ...balances)];
  return {
    scale,
    axis,
    below,
    balanceTop,
    width: side + months.length * column + 10,
    height: balanceTop + (hasBalance ? 70 : 0),
    hasLimit,
    hasBalance,
    x: (index) => side + index * column,
    balanceY: (amount) => balanceTop + 56 - ((amount - least) / (most - least)) * 46,
  };
}

/** Heights of names beside their parts, the lowest first, never over one another. */
export function namePlaces(stack: readonly Stacked[], axis: number, scale: number): number[] {
  const places: number[] = [];
  for (const { below, amount } of stack) {
    const wish = axis - (below + amount / 2) * scale + 4;
    places.push(Math.min((places.at(-1) ?? axis + 6 + 16) - 16, wish));
  }
  return places;
}
