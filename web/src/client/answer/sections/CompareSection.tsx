import { useMemo } from 'react';
import { useSurroundings } from '../../../model/surroundings';
import { NowAndWork, toneOf } from '../../../charts/now_and_work/NowAndWork';
import { WhyButton } from '../../../components/why/WhyButton';
import type { Sweep } from '../../../engine/answers';
import { disposable, figureKey, isTaken, leftOver, roleOf, type Part } from '../../../model/parts';

export interface CompareSectionProps {
  parts: readonly Part[];
  left: { now: number; work: number };
  sweep: Sweep | undefined;
  household: boolean;
  onWhy: (variable: string) => void;
}

export function CompareSection({ parts, left, sweep, household, onWhy }: CompareSectionProps) {
  const { t, formats } = useSurroundings();
  const income = parts.filter((part) => part.now > 0 || part.work > 0);
  const gross = (which: 'now' | 'work') => income.reduce((sum, part) => sum + Math.max(0, part[which]), 0);
  const highest = useMemo(() => highestIncome(sweep), [sweep]);
  const most = Math.max(gross('now'), gross('work'), highest);
  const sentence = t('compare.sentence', { now: formats.euros(left.now), work: formats.euros(left.work) });
  const leftTitle = t(household ? 'compare.left.household' : 'compare.left');
  const incomes = parts.filter((part) => !isTaken(part));
  const costs = parts.filter((part) => part.kind === 'cost');
  const outlays = parts.filter((part) => part.kind === 'outlay');
  const row = (part: Part) => (
    <tr key={part.key} className={part.key === disposable ? 'subtotal' : undefined}>
      <th scope="row">
        <span className="row-title">
          <span className={`swatch tone-${toneOf(part, parts)}`} aria-hidden="true" />
          <span>{part.title}</span>
        </span>
      </th>
      <td className="number">{formats.euros(part.now)}</td>
      <td className="number">{formats.euros(part.work)}</td>
      <td className="number change">{formats.change(part.work - part.now)}</td>
      <td className="why-cell no-print">
        <WhyButton
          title={part.title}
          amount={formats.euros(part.work)}
          onClick={() => onWhy(figureKey(part.variable, part.person))}
        />
      </td>
    </tr>
  );
  return (
    <section aria-labelledby="compare-title">
      <h2 id="compare-title">{t('compare.title')}</h2>
      <p className="only-read">{sentence}</p>
      <NowAndWork
        parts={parts}
        now={{ title: t('compare.now'), left: left.now, text: formats.euros(left.now) }}
        work={{ title: t('compare.work'), left: left.work, text: formats.euros(left.work) }}
        most={most}
        sentence={sentence}
      />
      <table className="compare-table">
        <caption className="only-read">
          {t('compare.title')}, {t('compare.per_month')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.item')}</th>
            <th scope="col">{t('compare.now')}</th>
            <th scope="col">{t('compare.work')}</th>
            <th scope="col">{t('compare.change')}</th>
            <th scope="col" className="why-cell no-print">
              <span className="only-read">{t('why.button')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {incomes.map(row)}
          {costs.map(row)}
          {outlays.length > 0 && row(subtotal(incomes, costs, t('compare.disposable')))}
          {outlays.map(row)}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <span className="row-title">{leftTitle}</span>
            </th>
            <td className="number">{formats.euros(left.now)}</td>
            <td className="number">{formats.euros(left.work)}</td>
            <td className="number change">{formats.change(left.work - left.now)}</td>
            <td className="why-cell no-print">
              <WhyButton title={leftTitle} amount={formats.euros(left.work)} onClick={() => onWhy(leftOver)} />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** The disposable income of statistics, on the way to what is left. */
function subtotal(incomes: readonly Part[], costs: readonly Part[], title: string): Part {
  const sum = (which: 'now' | 'work') => [...incomes, ...costs].reduce((total, part) => total + part[which], 0);
  const amounts = { now: sum('now'), work: sum('work') };
  return { key: disposable, variable: disposable, person: null, title, kind: 'other', ...amounts };
}

/** The widest bar along the slider, so that the scale need not change under the hand. */
function highestIncome(sweep: Sweep | undefined): number {
  if (sweep === undefined) return 0;
  const income = [...sweep.columns].filter(([key]) => roleOf(key) === 'adds');
  return sweep.points.reduce(
    (most, _, index) =>
      Math.max(
        most,
        income.reduce((sum, [, column]) => sum + Math.max(0, column[index] ?? 0), 0),
      ),
    0,
  );
}
