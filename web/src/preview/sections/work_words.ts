// Amounts of work in words: hours a week, or euros a month.
import { useSurroundings } from '../../app/context';
import type { WorkInput } from '../../case/case';

export type WorkName = WorkInput['name'];

export function useWork(input: WorkName) {
  const { t, formats } = useSurroundings();
  const hours = input === 'hours_per_week';
  const count = (value: number) => formats.number(value, 2);
  return {
    hours,
    /** 18,29 */
    count,
    /** 18,29 tuntia viikossa; 990,90 € */
    work: (value: number) =>
      hours
        ? t(`answer.hours.${formats.plural(value)}`, { count: count(value) })
        : t('curve.wage.amount', { wage: formats.euros(value) }),
    range: (from: number, to: number) =>
      hours
        ? `${count(from)}–${count(to)} ${t('unit.hours_per_week')}`
        : `${formats.euros(from)} – ${formats.euros(to)}`,
  };
}
