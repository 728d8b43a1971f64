// Amounts of work in words: hours a week, or euros a month.
import { useSurroundings } from '../../../model/surroundings';
import type { WorkInput } from '../../../case/case';

export type WorkName = WorkInput['name'];

export interface WorkWords {
  /** The work is told in hours. */
  hours: boolean;
  /** 18,29 */
  count: (value: number) => string;
  /** 18,29 tuntia viikossa; 990,90 € */
  work: (value: number) => string;
  range: (from: number, to: number) => string;
}

export function useWork(input: WorkName): WorkWords {
  const { t, formats } = useSurroundings();
  const hours = input === 'hours_per_week';
  const count = (value: number) => formats.number(value, 2);
  return {
    hours,
    count,
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
