// Other amounts of work: of an ordinary month the curve comes by itself, of a plan when it is asked for.
import { useMemo, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { Later } from '../../components/later/Later';
import { twice, type CaseFile } from '../../case/case';
import type { Results } from '../../engine/answers';
import { sliderOf, type AnswerModel } from '../../model/answer';
import { leftOver, totalLeft } from '../../model/parts';
import { useSurroundings } from '../../model/surroundings';
import type { Line } from '../../model/turns';
import type { AskingWhy } from './asking_why';
import { personsOf, type Titles } from './titles';

// The curve stands below the answer and is fetched when that is there.
const loadCurve = async () => (await import('./curve/CurveSection')).CurveSection;

export interface OtherWorkProps {
  file: CaseFile;
  model: AnswerModel;
  results: Results;
  /** Where the slider stands. */
  value: number | undefined;
  /** Left now, in an ordinary month. */
  now: number;
  hasLimit: boolean;
  titles: Titles;
  askBetween: AskingWhy['askBetween'];
}

export function OtherWork({ file, model, results, value, now, hasLimit, titles, askBetween }: OtherWorkProps) {
  const { t } = useSurroundings();
  const { input, still, sweep } = model;
  // A plan's curve is worked out for whoever asks for it, of the case for which they asked.
  const [planAsked, setPlanAsked] = useState<CaseFile>();
  const asked = planAsked === file;
  const known = useMemo((): Line | undefined => {
    if (sweep !== undefined) return { points: sweep.points, left: sweep.columns.get(leftOver) ?? new Float64Array() };
    if (input === undefined || !asked) return undefined;
    return { points: Float64Array.of(input.value), left: Float64Array.of(totalLeft(results, 1)) };
  }, [sweep, results, input, asked]);
  if (input === undefined || still === undefined || value === undefined) return null;
  const isPlan = !results.timeline.typical;
  const months = results.timeline.months.length;
  if (isPlan && !asked) {
    return (
      <section className="no-print" aria-labelledby="plan-title">
        <h2 id="plan-title">{t('curve.plan.title', { count: months })}</h2>
        <p>{t('curve.plan.lead', { count: months })}</p>
        <Button variant="secondary" onClick={() => setPlanAsked(file)}>
          {t('curve.plan.ask')}
        </Button>
      </section>
    );
  }
  if (known === undefined) return null;
  return (
    <Later
      load={loadCurve}
      props={{
        still,
        months,
        known,
        input: input.name,
        end: Math.max(sliderOf(input.name).to, value),
        persons: personsOf(results),
        at: value,
        now: isPlan ? totalLeft(results, 0) : now,
        hasLimit,
        titles,
        onWhy: (at: number, next: number, month?: string) =>
          askBetween(twice(still, input.name, [at, next]), [t('turn.at'), t('turn.next')], month),
      }}
    />
  );
}
