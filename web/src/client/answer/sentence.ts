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

/** The same while something open moves it: between what the change lies. */
export function rangeSentence(
  { t, formats }: Pick<Surroundings, 't' | 'formats'>,
  { least, most }: { least: number; most: number },
  input: WorkInput['name'] | undefined,
  value: number | undefined,
  wage: number,
): string {
  const [low, high] = [Math.round(least), Math.round(most)];
  const work =
    input === 'hours_per_week' && value !== undefined
      ? t('range.hours', {
          hours: t(`answer.hours.${formats.plural(value)}`, { count: formats.number(value, 2) }),
        })
      : t('range.wage', { wage: formats.wholeEuros(wage) });
  if (low >= 0) return t('range.more', { work, low: formats.number(low), high: formats.wholeEuros(high) });
  if (high <= 0) return t('range.less', { work, low: formats.number(-high), high: formats.wholeEuros(-low) });
  return t('range.both', { work, less: formats.wholeEuros(-low), more: formats.wholeEuros(high) });
}
