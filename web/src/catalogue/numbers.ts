// What people type for a number, in any of the four languages. A number is read in one way only or asked about: "1,250" is
// one and a quarter to some readers and over a thousand to others.

export type Typed =
  | { value: number }
  /** The two readings of a lone separator before three digits. */
  | { unclear: { decimal: number; thousands: number } }
  | 'no number';

/** "12,5", "12.5", "1 200", "1.200,50", "1 200 €". */
export function readTyped(text: string): Typed {
  const written = text
    .trim()
    .replace(/\s*€$/, '')
    .replaceAll(/[\s\u00a0\u202f]/g, ' ')
    .replace('−', '-');
  const spaced = written.includes(' ');
  if (spaced && !/^-?\d{1,3}( \d{3})+([.,]\d+)?$/.test(written)) return 'no number';
  const plain = written.replaceAll(' ', '');
  if (/^-?\d+$/.test(plain)) return { value: Number(plain) };
  if (/^-?\d+[.,]\d+$/.test(plain)) {
    const decimal = Number(plain.replace(',', '.'));
    if (spaced || !/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(plain)) return { value: decimal };
    return { unclear: { decimal, thousands: Number(plain.replace(/[.,]/, '')) } };
  }
  // Two kinds of separators, or one kind twice, tell which of them parts thousands.
  const [, whole = '', separator = '', decimals = ''] =
    /^(-?[1-9]\d{0,2}(?:([.,])\d{3})(?:\2\d{3})*)((?:[.,]\d+)?)$/.exec(plain) ?? [];
  if (whole === '' || decimals.startsWith(separator)) return 'no number';
  return { value: Number(`${whole.replaceAll(separator, '')}${decimals.replace(',', '.')}`) };
}

/** Undefined for what is no number, or more than one. */
export function readNumber(text: string): number | undefined {
  const typed = readTyped(text);
  return typeof typed === 'object' && 'value' in typed ? typed.value : undefined;
}
