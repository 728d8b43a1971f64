// The turns of the curve in words: what changes there, in which months, and from where on it is made good.
import type { Surroundings } from '../../../model/surroundings';
import type { Turn } from '../../../model/turns';
import type { SeenTurn } from '../../../model/turns_of_case';
import type { Titles } from '../titles';
import type { WorkWords } from './work_words';

export interface TurnWords {
  change: (turn: Turn) => string;
  deadZone: (turn: Turn) => string;
  fall: (turn: SeenTurn) => string;
  /** What comes of a fall. */
  after: (fall: SeenTurn) => string;
}

/** More months than these are counted, not named. */
const mostNamed = 3;

/** `months`: one of an ordinary month, else those of the plan. */
export function turnWords(
  { t, formats }: Pick<Surroundings, 't' | 'formats'>,
  { hours, work, range }: WorkWords,
  titles: Titles,
  months: number,
): TurnWords {
  const isPlan = months > 1;
  const change = ({ kind, from, to, before, after }: Turn): string => {
    if (kind !== 'bend') return t(`turn.${kind}`, { amount: formats.euros(Math.abs(to - from)) });
    if (isPlan || before === undefined || after === undefined) return t('turn.bend.plain');
    const values = { before: formats.euros(before), after: formats.euros(after) };
    return t(hours ? 'turn.bend.hours' : 'turn.bend.wage', values);
  };
  const deadZone = ({ next, again }: Turn) =>
    again === undefined
      ? t('turn.never')
      : `${t('curve.dead', { range: range(next, again) })} ${t(hours ? 'turn.again.hours' : 'turn.again.wage', { work: work(again) })}`;
  const fall = ({ at, from, to, sides }: SeenTurn) => {
    const amount = formats.euros(from - to);
    if (isPlan) return t(hours ? 'turn.fall.plan.hours' : 'turn.fall.plan.wage', { amount, work: work(at) });
    const values = { amount, wage: formats.euros(sides?.wage[0] ?? 0) };
    return hours ? t('turn.fall.hours', { ...values, hours: work(at) }) : t('turn.fall.wage', values);
  };
  const part = ({ sides }: SeenTurn) => {
    const found = sides?.part;
    if (found === undefined) return '';
    if (found.rises) return t(found.key.includes('contributions') ? 'turn.contributions' : 'turn.taxes');
    return `${t('euros.less', { title: titles.ofKey(found.key) })}.`;
  };
  const inMonths = ({ causes }: SeenTurn) => {
    const held = causes[0]?.months ?? [];
    if (!isPlan || held.length === 0 || held.length === months) return '';
    return held.length > mostNamed
      ? t('turn.months.many', { count: held.length })
      : t('turn.months', { months: held.map((month) => formats.month(month)).join(', ') });
  };
  const after = (turn: SeenTurn) =>
    [part(turn), inMonths(turn), deadZone(turn)].filter((text) => text !== '').join(' ');
  return { change, deadZone, fall, after };
}
