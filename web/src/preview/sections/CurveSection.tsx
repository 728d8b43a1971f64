import { useMemo, useState } from 'react';
import { useSurroundings } from '../../app/context';
import { Curve } from '../../charts/curve/Curve';
import { readNumber } from '../../catalogue/formats';
import { Disclosure } from '../../components/disclosure/Disclosure';
import { NumberField } from '../../components/number_field/NumberField';
import { SelectField } from '../../components/select_field/SelectField';
import type { Sweep } from '../../engine/answers';
import { bestPoint, cliffs, conditions, workThat, type Cliff, type Condition } from '../curve';
import { leftOver } from '../parts';

export interface CurveSectionProps {
  sweep: Sweep;
  input: 'hours_per_week' | 'wage';
  at: number;
  now: number;
  hasLimit: boolean;
  /** The title of a figure by its key, client.national_pension.amount. */
  titleOf: (key: string) => string;
}

/** Amounts of work in words: hours a week, or euros a month. */
function useWork(input: CurveSectionProps['input']) {
  const { t, formats } = useSurroundings();
  const hours = input === 'hours_per_week';
  const count = (value: number) => formats.number(value, 1);
  const unit = t(hours ? 'unit.hours_per_week' : 'unit.euros_per_month');
  return {
    count,
    hours,
    work: (value: number) =>
      hours ? t(`answer.hours.${formats.plural(value)}`, { count: count(value) }) : `${count(value)} ${unit}`,
    range: (from: number, to: number) => `${count(from)}–${count(to)} ${unit}`,
  };
}

export function CurveSection({ sweep, input, at, now, hasLimit, titleOf }: CurveSectionProps) {
  const { t, formats } = useSurroundings();
  const { count, hours, work, range } = useWork(input);
  const falls = useMemo(() => cliffs(sweep), [sweep]);
  const left = sweep.columns.get(leftOver);
  if (left === undefined) return null;
  const best = bestPoint(sweep.points, left);
  const causeOf = ({ cause }: Cliff) =>
    cause === undefined ? undefined : t(cause.rises ? 'euros.more' : 'euros.less', { title: titleOf(cause.key) });
  const sentence = hours
    ? t('curve.sentence.best', { hours: work(best.point), amount: formats.wholeEuros(best.left) })
    : t('curve.sentence.wage');
  const fallText = (cliff: Cliff) => {
    const values = { range: range(cliff.from, cliff.to), loss: formats.wholeEuros(cliff.loss) };
    const cause = causeOf(cliff);
    const fall = cause === undefined ? t('curve.cliff.plain', values) : t('curve.cliff', { ...values, cause });
    return `${fall} ${t('curve.dead', { range: range(cliff.to, cliff.deadTo) })}`;
  };
  const xLabel = t(hours ? 'curve.hours' : 'curve.wage');
  // Every other whole hour is enough to read; the slider shows the rest.
  const rows = [...sweep.points.entries()].filter(([, point]) => point % (hours ? 2 : 200) === 0);
  return (
    <section aria-labelledby="curve-title">
      <h2 id="curve-title">{t('curve.title')}</h2>
      <p>{sentence}</p>
      {falls.length > 0 && (
        <ol className="cliff-list">
          {falls.map((cliff) => (
            <li key={cliff.from}>{fallText(cliff)}</li>
          ))}
        </ol>
      )}
      <Curve
        points={sweep.points}
        left={left}
        at={at}
        now={now}
        cliffs={falls}
        sentence={[sentence, ...falls.map(fallText)].join(' ')}
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
      <SafeWork sweep={sweep} input={input} now={now} hasLimit={hasLimit} />
    </section>
  );
}

/** How much work one can do so that something holds. */
function SafeWork({ sweep, input, now, hasLimit }: Pick<CurveSectionProps, 'sweep' | 'input' | 'now' | 'hasLimit'>) {
  const { t } = useSurroundings();
  const { work } = useWork(input);
  const offered = conditions.filter((condition) => condition !== 'limit' || hasLimit);
  const [chosen, setChosen] = useState<Condition>();
  const [more, setMore] = useState('200');
  const condition = chosen !== undefined && offered.includes(chosen) ? chosen : (offered[0] ?? 'pays');
  const wanted = readNumber(more) ?? 0;
  const found = workThat(condition, sweep, now, wanted);
  const answer = () => {
    if (found === undefined) return t('safe.none');
    const first = sweep.points[0] ?? 0;
    if (found.least > first) {
      return found.toTheEnd
        ? t('safe.least', { least: work(found.least) })
        : t('safe.between', { least: work(found.least), most: work(found.most) });
    }
    return t(found.toTheEnd ? 'safe.all' : 'safe.most', { work: work(found.most) });
  };
  return (
    <div className="safe-work no-print">
      <h3>{t('safe.title')}</h3>
      <div className="safe-work-question">
        <SelectField
          label={t('safe.condition')}
          value={condition}
          options={offered.map((one) => ({ value: one, title: t(`safe.${one}`) }))}
          onChange={(value) => setChosen(conditions.find((one) => one === value))}
        />
        {condition === 'grows' && (
          <NumberField label={t('safe.more')} unit={t('unit.euros_per_month')} value={more} onChange={setMore} />
        )}
      </div>
      <p role="status" className="safe-work-answer">
        {answer()}
      </p>
    </div>
  );
}
