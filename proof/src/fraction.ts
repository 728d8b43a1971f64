// Exact numbers: two whole numbers of any size, in lowest terms, the lower one above zero.
export class Fraction {
  readonly top: bigint;
  readonly bottom: bigint;

  constructor(top: bigint, bottom: bigint = 1n) {
    if (bottom === 0n) throw new Error('a division by zero');
    let [common, rest] = [top, bottom];
    while (rest !== 0n) [common, rest] = [rest, common % rest];
    if (common < 0n !== bottom < 0n) common = -common;
    this.top = top / common;
    this.bottom = bottom / common;
  }

  static of(whole: number): Fraction { return new Fraction(BigInt(whole)); }
  /** "-12.50", "5000/3". */
  static parse(text: string): Fraction {
    const [, sign, digits, decimals = '', bottom = '1'] = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text) ?? [];
    if (digits === undefined) throw new Error(`no number: ${text}`);
    return new Fraction(BigInt(`${sign}${digits}${decimals}`), BigInt(bottom) * 10n ** BigInt(decimals.length));
  }

  plus(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }
  minus(other: Fraction): Fraction { return this.plus(new Fraction(-other.top, other.bottom)); }
  times(other: Fraction): Fraction { return new Fraction(this.top * other.top, this.bottom * other.bottom); }
  over(other: Fraction): Fraction { return new Fraction(this.top * other.bottom, this.bottom * other.top); }
  /** Below, equal or above: -1, 0, 1. */
  compare(other: Fraction): number {
    const difference = this.top * other.bottom - other.top * this.bottom;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
  /** The whole number at or below. */
  floor(): bigint {
    const quotient = this.top / this.bottom;
    return this.top < 0n && quotient * this.bottom !== this.top ? quotient - 1n : quotient;
  }
  toString(): string { return this.bottom === 1n ? `${this.top}` : `${this.top}/${this.bottom}`; }
}

export const zero = Fraction.of(0);
export const one = Fraction.of(1);

/** To a multiple of the step: the one below, above, or the nearest with halves away from zero. */
export function rounded(value: Fraction, step: Fraction, how: 'nearest' | 'down' | 'up'): Fraction {
  if (step.compare(zero) <= 0) throw new Error('a rounding to steps of zero or less');
  const steps = value.over(step);
  const up = (x: Fraction): bigint => -zero.minus(x).floor();
  const half = new Fraction(1n, 2n);
  const nearest = steps.top < 0n ? up(steps.minus(half)) : steps.plus(half).floor();
  return new Fraction(how === 'down' ? steps.floor() : how === 'up' ? up(steps) : nearest).times(step);
}
