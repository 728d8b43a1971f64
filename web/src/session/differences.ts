// By how much each scenario differs from the first in what is left: the engine's own differences, in words. While something
// is open that moves it, the difference is a range.
import { useMemo } from 'react';
import type { Compared, Difference } from '../engine/answers';
import type { Formats } from '../catalogue/formats';
import { leftOver } from '../model/parts';
import { useSurroundings } from '../model/surroundings';
import { useScenarioName } from './names';
import { useSession } from './room';

export interface DifferenceWords {
  name: string;
  /** Of the month shown; undefined before there is an answer. */
  amount: number;
  ofMonth: string;
  ofAll: string;
  isRange: boolean;
}

const differenceOf = (compared: Compared): Difference | undefined =>
  compared.differences.find(({ variable, person }) => variable === leftOver && person === null);

export function useDifferences(compared: Compared | undefined): DifferenceWords[] {
  const { formats } = useSurroundings();
  const { work } = useSession();
  const nameOf = useScenarioName();
  return useMemo(() => {
    if (compared === undefined) return [];
    const found = differenceOf(compared);
    // What is alike as assumed may differ all the same.
    const ranges = (found ?? compared.may_differ?.find(({ variable }) => variable === leftOver))?.ranges;
    return compared.scenarios.map(({ name }, index): DifferenceWords => {
      const range = ranges?.[index] ?? undefined;
      const amount = found?.months[index]?.[work.month] ?? 0;
      const total = found?.totals?.[index] ?? 0;
      const between = (least: number | undefined, most: number | undefined, plain: number) =>
        least === undefined || most === undefined || least === most
          ? signed(formats, plain)
          : `${formats.wholeEuros(least).replace(/\s?€$/, '')}…${signed(formats, most)}`;
      const [least, most] = [range?.least[work.month], range?.most[work.month]];
      return {
        name: nameOf(name),
        amount,
        ofMonth: between(least, most, amount),
        ofAll: between(range?.total_least, range?.total_most, total),
        isRange: least !== undefined && least !== most,
      };
    });
  }, [compared, formats, work.month, nameOf]);
}

const signed = (formats: Formats, amount: number): string =>
  Math.round(amount) > 0 ? `+${formats.wholeEuros(amount)}` : formats.wholeEuros(amount);
