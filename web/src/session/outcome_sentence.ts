// The sentence of the session and its record: how much more or less the first work leaves in the month shown.
import { useSurroundings } from '../model/surroundings';
import type { DifferenceWords } from './differences';
import { useSession } from './room';

export function useOutcomeSentence(differences: readonly DifferenceWords[]): string | undefined {
  const { s, work, compared } = useSession();
  const { formats } = useSurroundings();
  const [, first] = differences;
  const month = compared.answer?.timeline.months[work.month];
  if (first === undefined || month === undefined) return undefined;
  const { name, amount, ofMonth, isRange } = first;
  const inMonth = formats.inMonth(month);
  if (isRange) return s('sentence.range', { name, amount: ofMonth, month: inMonth });
  const whole = Math.round(amount);
  if (whole === 0) return s('sentence.same', { name, month: inMonth });
  return s(whole > 0 ? 'sentence.more' : 'sentence.less', {
    name,
    amount: formats.wholeEuros(Math.abs(whole)),
    month: inMonth,
  });
}
