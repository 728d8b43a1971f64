// How much work one can do so that something holds, and which rule binds.
import { useState } from 'react';
import { useSurroundings } from '../../../model/surroundings';
import type { CaseFile } from '../../../case/case';
import { SelectField } from '../../../components/select_field/SelectField';
import { useSafeWork, type Condition } from '../../../model/work_limits';
import { Because } from './Because';
import { useWork, type WorkName } from './work_words';

export interface SafeWorkProps {
  still: CaseFile;
  input: WorkName;
  hasLimit: boolean;
  /** What stands in the answer's place while it is worked out. */
  waiting: string;
  ownedTitle: (title: string, person: string | null) => string;
}

export function SafeWork({ still, input, hasLimit, waiting, ownedTitle }: SafeWorkProps) {
  const { t } = useSurroundings();
  const { work, range } = useWork(input);
  const offered: readonly Condition[] = hasLimit ? ['limit', 'keep'] : ['keep'];
  const [chosen, setChosen] = useState<Condition>();
  const condition = chosen !== undefined && offered.includes(chosen) ? chosen : (offered[0] ?? 'keep');
  const safe = useSafeWork(still, input, condition);
  const answer = () => {
    if (safe === undefined) return waiting;
    const [first, ...others] = safe.stretches;
    if (first === undefined) return t('safe.none');
    const isOpen = first.to >= safe.to;
    const amount =
      first.from > safe.from
        ? isOpen
          ? t('safe.least', { least: work(first.from) })
          : t('safe.between', { least: work(first.from), most: work(first.to) })
        : t(isOpen ? 'safe.all' : 'safe.most', { work: work(first.to) });
    if (others.length === 0) return amount;
    return `${amount} ${t('safe.also', { ranges: others.map(({ from, to }) => range(from, to)).join(', ') })}`;
  };
  return (
    <div className="work-question no-print" aria-busy={safe === undefined}>
      <h3>{t('safe.title')}</h3>
      <SelectField
        label={t('safe.condition')}
        value={condition}
        options={offered.map((one) => ({ value: one, title: t(`safe.${one}`) }))}
        onChange={(value) => setChosen(offered.find((one) => one === value))}
      />
      <p role="status" className="work-answer">
        {answer()}
      </p>
      {safe !== undefined && safe.causes.length > 0 && <Because causes={safe.causes} titleOf={ownedTitle} />}
    </div>
  );
}
