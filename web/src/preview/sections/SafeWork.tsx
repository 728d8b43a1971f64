// How much work one can do so that something holds.
import { useState } from 'react';
import { useSurroundings } from '../../app/context';
import { readNumber } from '../../catalogue/formats';
import { NumberField } from '../../components/number_field/NumberField';
import { SelectField } from '../../components/select_field/SelectField';
import type { Sweep } from '../../engine/answers';
import { conditions, workThat, type Condition } from '../safe_work';
import { useWork, type WorkName } from './work_words';

export interface SafeWorkProps {
  sweep: Sweep;
  input: WorkName;
  now: number;
  hasLimit: boolean;
}

export function SafeWork({ sweep, input, now, hasLimit }: SafeWorkProps) {
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
