// Other amounts of work: what is left along the hours (or the wage), and every place at which that turns.
import { useMemo } from 'react';
import { useSurroundings } from '../../app/context';
import type { CaseFile } from '../../case/case';
import { Curve } from '../../charts/curve/Curve';
import { Disclosure } from '../../components/disclosure/Disclosure';
import { WhyButton } from '../../components/why/WhyButton';
import type { Sweep } from '../../engine/answers';
import { useTurns, type SeenTurn } from '../curve_model';
import { leftOver } from '../parts';
import { bestPoint, lineThrough, rowsOf, type Turn } from '../turns';
import { Because } from './Because';
import { EnoughWage } from './EnoughWage';
import { SafeWork } from './SafeWork';
import { useWork, type WorkName } from './work_words';
import './curve_section.css';

export interface CurveSectionProps {
  /** The case with no work in its second situation. */
  still: CaseFile;
  sweep: Sweep;
  input: WorkName;
  persons: readonly string[];
  at: number;
  now: number;
  hasLimit: boolean;
  /** The title of a figure by its key, client.national_pension.amount. */
  titleOf: (key: string) => string;
  /** A title with whose it is, unless it is the client's. */
  ownedTitle: (title: string, person: string | null) => string;
  /** Why what is left differs between two amounts of work. */
  onWhy: (at: number, next: number) => void;
}

const noTurns: readonly SeenTurn[] = [];

export function CurveSection(props: CurveSectionProps) {
  const { still, sweep, input, persons, at, now, hasLimit, titleOf, ownedTitle, onWhy } = props;
  const { t, formats } = useSurroundings();
  const { count, hours, work, range } = useWork(input);
  const found = useTurns(still, input, persons);
  const turns = found ?? noTurns;
  const line = useMemo(
    () => lineThrough(sweep.points, sweep.columns.get(leftOver) ?? new Float64Array(), turns),
    [sweep, turns],
  );
  const falls = useMemo(() => turns.filter(({ kind }) => kind === 'fall'), [turns]);
  const bends = turns.length - falls.length;
  const last = line.points[line.points.length - 1] ?? 0;
  const best = bestPoint(line);
  const sentence = hours
    ? t('curve.sentence.best', { hours: work(best.point), amount: formats.euros(best.left) })
    : t('curve.sentence.wage');

  const change = ({ kind, from, to, before, after }: Turn): string => {
    if (kind !== 'bend') return t(`turn.${kind}`, { amount: formats.euros(Math.abs(to - from)) });
    if (before === undefined || after === undefined) return t('turn.bend.plain');
    const values = { before: formats.euros(before), after: formats.euros(after) };
    return t(hours ? 'turn.bend.hours' : 'turn.bend.wage', values);
  };
  const deadZone = ({ next, again }: Turn) =>
    again === undefined
      ? t('turn.never')
      : `${t('curve.dead', { range: range(next, again) })} ${t(hours ? 'turn.again.hours' : 'turn.again.wage', { work: work(again) })}`;
  const fallText = ({ at, from, to, sides }: SeenTurn) => {
    const values = { amount: formats.euros(from - to), wage: formats.euros(sides.wage[0]) };
    return hours ? t('turn.fall.hours', { ...values, hours: work(at) }) : t('turn.fall.wage', values);
  };
  const partText = ({ sides: { part } }: SeenTurn) => {
    if (part === undefined) return '';
    if (part.rises) return t(part.key.includes('contributions') ? 'turn.contributions' : 'turn.taxes');
    return `${t('euros.less', { title: titleOf(part.key) })}.`;
  };
  const afterText = (fall: SeenTurn) => [partText(fall), deadZone(fall)].filter((text) => text !== '').join(' ');
  const bendsText = bends > 0 ? t(`curve.bends.${formats.plural(bends)}`, { count: bends }) : '';

  const xLabel = t(hours ? 'curve.hours' : 'curve.wage');
  // Every other whole hour is enough to read between the turns; the slider shows the rest.
  const rows = useMemo(() => rowsOf(line, turns, hours ? 2 : 200), [line, turns, hours]);
  return (
    <section aria-labelledby="curve-title" aria-busy={found === undefined}>
      <h2 id="curve-title">{t('curve.title')}</h2>
      <p>{sentence}</p>
      <Curve
        line={line}
        at={at}
        now={now}
        falls={falls.map(({ at, next, from, again }) => ({
          at,
          left: from,
          from: next,
          to: Math.min(last, again ?? last),
        }))}
        bends={turns.filter(({ kind }) => kind !== 'fall').map(({ at, from }) => ({ at, left: from }))}
        sentence={[sentence, ...falls.flatMap((fall) => [fallText(fall), afterText(fall)]), bendsText].join(' ')}
        nowLabel={`${t('curve.now')} ${formats.wholeEuros(now)}`}
        xLabel={xLabel}
        formatX={count}
        formatY={(value) => formats.wholeEuros(value)}
      />
      {falls.length > 0 && (
        <ol className="fall-list">
          {falls.map((fall) => (
            <li key={fall.at}>
              <p>
                <strong>{fallText(fall)}</strong>{' '}
                <WhyButton
                  title={work(fall.next)}
                  amount={formats.change(fall.to - fall.from)}
                  onClick={() => onWhy(fall.at, fall.next)}
                />
              </p>
              <p>{afterText(fall)}</p>
              <Because causes={fall.causes} titleOf={ownedTitle} />
            </li>
          ))}
        </ol>
      )}
      {bends > 0 && <p className="soft">{bendsText}</p>}
      <Disclosure title={t('curve.table')} className="no-print">
        {() => (
          <table className="shares-table turns-table">
            <caption className="only-read">{t('curve.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{xLabel}</th>
                <th scope="col">{t('curve.left')}</th>
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
      <SafeWork still={still} input={input} hasLimit={hasLimit} ownedTitle={ownedTitle} />
      <EnoughWage still={still} input={input} />
    </section>
  );
}
