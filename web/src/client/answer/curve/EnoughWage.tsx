// The smallest wage that leaves so much more than now.
import { useState } from 'react';
import { useSurroundings } from '../../../model/surroundings';
import type { CaseFile } from '../../../case/case';
import { readNumber } from '../../../catalogue/numbers';
import { NumberField } from '../../../components/number_field/NumberField';
import { gapsOf, joined, moreThanNow, mostWage, useLeast } from '../../../model/work_limits';
import { useWork, type WorkName } from './work_words';

const wishedAtFirst = '200';
const mostWished = 10000;

export interface EnoughWageProps {
  still: CaseFile;
  input: WorkName;
  /** What stands in the answer's place while it is worked out. */
  waiting: string;
}

export function EnoughWage({ still, input, waiting }: EnoughWageProps) {
  const { t, formats } = useSurroundings();
  const inHours = useWork('hours_per_week');
  const inWage = useWork('wage');
  const [text, setText] = useState(wishedAtFirst);
  const wished = readNumber(text);
  const isAmount = wished !== undefined && wished >= 0 && wished <= mostWished;
  const condition = isAmount ? moreThanNow(wished) : undefined;
  const wage = useLeast(still, 'wage', condition);
  const hours = useLeast(still, 'hours_per_week', input === 'hours_per_week' ? condition : undefined);
  const answer = () => {
    if (wage === undefined) return isAmount ? waiting : '';
    if (wage.value === null) return t('enough.none', { wage: formats.wholeEuros(mostWage) });
    const said = [t('enough.wage', { wage: formats.euros(wage.value) })];
    if (hours !== undefined && hours.value !== null) said.push(t('enough.hours', { hours: inHours.work(hours.value) }));
    const gaps = gapsOf(joined(wage.stretches, 'wage'), mostWage);
    if (gaps.length > 0)
      said.push(t('enough.but', { ranges: gaps.map(({ from, to }) => inWage.range(from, to)).join(', ') }));
    return said.join(' ');
  };
  return (
    <div className="work-question no-print" aria-busy={isAmount && wage === undefined}>
      <h3>{t('enough.title')}</h3>
      <NumberField
        label={t('enough.more')}
        unit={t('unit.euros_per_month')}
        value={text}
        onChange={setText}
        error={isAmount ? undefined : t('question.range', { low: '0', high: formats.number(mostWished) })}
      />
      <p role="status" className="work-answer">
        {answer()}
      </p>
    </div>
  );
}
