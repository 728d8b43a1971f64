import { useSurroundings } from '../../app/context';
import { Curve } from '../../charts/curve/Curve';
import { Disclosure } from '../../components/disclosure/Disclosure';
import type { Sweep } from '../../engine/answers';
import { bestPoint, deepestDrop } from '../curve';
import { leftOver } from '../parts';

export interface CurveSectionProps {
  sweep: Sweep;
  input: 'hours_per_week' | 'wage';
  at: number;
  now: number;
}

export function CurveSection({ sweep, input, at, now }: CurveSectionProps) {
  const { t, formats } = useSurroundings();
  const left = sweep.columns.get(leftOver);
  if (left === undefined) return null;
  const hours = input === 'hours_per_week';
  const count = (value: number) => formats.number(value, 1);
  const best = bestPoint(sweep.points, left);
  const drop = deepestDrop(sweep.points, left);
  const hoursText = (value: number) => t(`answer.hours.${formats.plural(value)}`, { count: count(value) });
  const sentences = hours
    ? [
        t('curve.sentence.best', { hours: hoursText(best.point), amount: formats.wholeEuros(best.left) }),
        ...(drop === undefined
          ? []
          : [
              t('curve.sentence.drop', {
                from: count(drop.from),
                to: count(drop.to),
                loss: formats.wholeEuros(drop.loss),
              }),
              t('curve.sentence.dead', { from: count(drop.deadFrom), to: count(drop.deadTo), best: count(drop.from) }),
            ]),
      ]
    : [t('curve.sentence.wage')];
  const xLabel = t(hours ? 'curve.hours' : 'curve.wage');
  // Every other whole hour is enough to read; the slider shows the rest.
  const rows = [...sweep.points.entries()].filter(([, point]) => point % (hours ? 2 : 200) === 0);
  return (
    <section aria-labelledby="curve-title">
      <h2 id="curve-title">{t('curve.title')}</h2>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Curve
        points={sweep.points}
        left={left}
        at={at}
        now={now}
        dead={drop === undefined ? undefined : { from: drop.deadFrom, to: drop.deadTo }}
        sentence={sentences.join(' ')}
        nowLabel={`${t('curve.now')} ${formats.wholeEuros(now)}`}
        xLabel={xLabel}
        formatX={count}
        formatY={(value) => formats.wholeEuros(value)}
      />
      <Disclosure title={t('curve.table')} className="no-print">
        {() => (
          <table className="shares-table">
            <caption className="only-read">{t('curve.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{xLabel}</th>
                <th scope="col">{t('curve.left')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(([index, point]) => (
                <tr key={point}>
                  <th scope="row" className="number">
                    {count(point)}
                  </th>
                  <td className="number">{formats.euros(left[index] ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Disclosure>
    </section>
  );
}
