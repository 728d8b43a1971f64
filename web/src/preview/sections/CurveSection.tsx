// Other amounts of work: what is left along the hours (or the wage), and every place at which that turns. Of a plan it is
// what is left in all its months together, and working that out may take the engine seconds.
import { useEffect, useMemo, useRef } from 'react';
import { useSurroundings } from '../../app/context';
import type { CaseFile } from '../../case/case';
import { Curve } from '../../charts/curve/Curve';
import { Disclosure } from '../../components/disclosure/Disclosure';
import { useTurns, type SeenTurn } from '../curve_model';
import { bestPoint, fallsOf, lineThrough, rowsOf, smallFall, type Line, type Turn } from '../turns';
import { Because } from './Because';
import { EnoughWage } from './EnoughWage';
import { FallList } from './FallList';
import { SafeWork } from './SafeWork';
import { useWork, type WorkName } from './work_words';
import './curve_section.css';

export interface CurveSectionProps {
  /** The case with no work in its second situation. */
  still: CaseFile;
  /** One of an ordinary month, else those of the plan. */
  months: number;
  /** What is left where that is known already: of an ordinary month along the whole axis. */
  known: Line;
  input: WorkName;
  /** The most work that is looked at. */
  end: number;
  persons: readonly string[];
  at: number;
  now: number;
  hasLimit: boolean;
  /** The title of a figure by its key, client.national_pension.amount. */
  titleOf: (key: string) => string;
  /** A title with whose it is, unless it is the client's. */
  ownedTitle: (title: string, person: string | null) => string;
  /** Why what is left differs between two amounts of work. */
  onWhy: (at: number, next: number, month?: string) => void;
}

/** More months than these are counted, not named. */
const mostNamed = 3;

const noTurns: readonly SeenTurn[] = [];

export function CurveSection(props: CurveSectionProps) {
  const { still, months, known, input, end, persons, at, now, hasLimit, titleOf, ownedTitle, onWhy } = props;
  const { t, formats } = useSurroundings();
  const { count, hours, work, range } = useWork(input);
  const isPlan = months > 1;
  const found = useTurns(still, input, end, persons);
  const isFound = found !== undefined && found !== 'refused';
  const turns = isFound ? found.turns : noTurns;
  const line = useMemo(
    () => lineThrough(isFound ? [known, found.ends] : [known], turns),
    [known, found, isFound, turns],
  );
  const { large, small } = useMemo(() => fallsOf(turns, months), [turns, months]);
  const bends = turns.filter(({ kind }) => kind !== 'fall').length;
  const last = line.points[line.points.length - 1] ?? 0;
  const best = bestPoint(line);
  const sentence = isPlan
    ? t('curve.plan.sentence', { count: months })
    : hours
      ? t('curve.sentence.best', { hours: work(best.point), amount: formats.euros(best.left) })
      : t('curve.sentence.wage');

  // A plan's curve comes when it is asked for, and who asked stands on its heading then.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isPlan) heading.current?.focus();
  }, [isPlan]);

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
  const fallText = ({ at, from, to, sides }: SeenTurn) => {
    const amount = formats.euros(from - to);
    if (isPlan) return t(hours ? 'turn.fall.plan.hours' : 'turn.fall.plan.wage', { amount, work: work(at) });
    const values = { amount, wage: formats.euros(sides?.wage[0] ?? 0) };
    return hours ? t('turn.fall.hours', { ...values, hours: work(at) }) : t('turn.fall.wage', values);
  };
  const partText = ({ sides }: SeenTurn) => {
    const part = sides?.part;
    if (part === undefined) return '';
    if (part.rises) return t(part.key.includes('contributions') ? 'turn.contributions' : 'turn.taxes');
    return `${t('euros.less', { title: titleOf(part.key) })}.`;
  };
  const monthsText = ({ causes }: SeenTurn) => {
    const inMonths = causes[0]?.months ?? [];
    if (!isPlan || inMonths.length === 0 || inMonths.length === months) return '';
    return inMonths.length > mostNamed
      ? t('turn.months.many', { count: inMonths.length })
      : t('turn.months', { months: inMonths.map((month) => formats.month(month)).join(', ') });
  };
  const afterText = (fall: SeenTurn) =>
    [partText(fall), monthsText(fall), deadZone(fall)].filter((text) => text !== '').join(' ');
  const below = smallFall * months;
  const bendsText = bends > 0 ? t(`curve.bends.${formats.plural(bends)}`, { count: bends }) : '';

  // An ordinary month is answered before a word of waiting could be read.
  const waiting = isPlan ? t('curve.working') : '';
  const xLabel = t(hours ? 'curve.hours' : 'curve.wage');
  // Every other whole hour is enough to read between the turns; the slider shows the rest.
  const title = isPlan ? t('curve.plan.title', { count: months }) : t(hours ? 'curve.title' : 'curve.title.wage');
  const rows = useMemo(() => rowsOf(line, turns, hours ? 2 : 200), [line, turns, hours]);
  if (found === 'refused' || (isPlan && found === undefined)) {
    return (
      <section className="no-print" aria-labelledby="curve-title" aria-busy={found === undefined}>
        <h2 id="curve-title" tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <p role="status" className="curve-working">
          {t(found === undefined ? 'curve.working' : 'curve.failed')}
        </p>
      </section>
    );
  }
  return (
    <section className="no-print" aria-labelledby="curve-title" aria-busy={found === undefined}>
      <h2 id="curve-title" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p>{sentence}</p>
      <Curve
        line={line}
        at={at}
        now={now}
        falls={large.map(({ at, next, from, again }) => ({
          at,
          left: from,
          from: next,
          to: Math.min(last, again ?? last),
        }))}
        turns={turns.filter((turn) => !large.includes(turn)).map(({ at, from }) => ({ at, left: from }))}
        sentence={[sentence, ...large.flatMap((fall) => [fallText(fall), afterText(fall)]), bendsText].join(' ')}
        nowLabel={`${t('curve.now')} ${formats.wholeEuros(now)}`}
        xLabel={xLabel}
        formatX={count}
        formatY={(value) => formats.wholeEuros(value)}
      />
      <FallList
        {...{ large, small, below, input, fallText, afterText, ownedTitle }}
        onWhy={({ at, next, causes }) => onWhy(at, next, isPlan ? causes[0]?.months?.[0] : undefined)}
      />
      {bends > 0 && <p className="soft">{bendsText}</p>}
      <Disclosure title={t('curve.table')} className="no-print">
        {() => (
          <table className="shares-table turns-table">
            <caption className="only-read">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{xLabel}</th>
                <th scope="col">{t(isPlan ? 'curve.plan.left' : 'curve.left')}</th>
                <th scope="col">{t('turn.what')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ point, left, turn }) => (
                <tr key={point}>
                  <th scope="row" className="number">
                    {count(point)}
                  </th>
                  <td className="number">{formats.euros(left)}</td>
                  <td>
                    {turn !== undefined && (
                      <>
                        <p>
                          {change(turn)} {turn.kind === 'fall' && deadZone(turn)}
                        </p>
                        <Because causes={turn.causes} titleOf={ownedTitle} />
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Disclosure>
      {isPlan && <p className="soft work-question">{t('safe.every_month')}</p>}
      <SafeWork still={still} input={input} hasLimit={hasLimit} waiting={waiting} ownedTitle={ownedTitle} />
      <EnoughWage still={still} input={input} waiting={waiting} />
    </section>
  );
}
