// What the work does to the money, in one sentence.
import type { WorkInput } from '../../case/case';
import type { Surroundings } from '../../model/surroundings';

export interface Left {
  now: number;
  work: number;
}

/** `value`: where the slider stands; `wage`: what the work pays. */
export function answerSentence(
  { t, formats }: Pick<Surroundings, 't' | 'formats'>,
  left: Left,
  input: WorkInput['name'] | undefined,
  value: number | undefined,
  wage: number,
): string {
  const change = Math.round(left.work - left.now);
  const amount = formats.wholeEuros(Math.abs(change));
  const way = change > 0 ? 'more' : change < 0 ? 'less' : 'same';
  if (input === 'hours_per_week' && value !== undefined) {
    const hours = t(`answer.hours.${formats.plural(value)}`, { count: formats.number(value, 2) });
    return t(`answer.${way}`, { hours, amount });
  }
  return t(`answer.wage.${way}`, { wage: formats.wholeEuros(wage), amount });
}
