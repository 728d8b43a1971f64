// One offer's own facts, and what one does with its column.
import type { ClientFile } from '../../case/file';
import type { Variable } from '../../engine/answers';
import { FactsPane } from '../facts/FactsPane';
import { useSay } from '../texts/texts';
import { copyOffer, mostOffers, removeOffer, renameOffer } from './changes';

/** What an offer is usually made of. */
const usualFacts = [
  'hours_per_week',
  'hourly_wage',
  'wage',
  'supplements',
  'holiday_bonus',
  'pay_month',
  'job_starts',
  'commission_income',
  'commission_form',
  'commuting_cost',
  'wage_subsidy_kind',
  'pension_resting',
];

export interface OfferEditorProps {
  file: ClientFile;
  index: number;
  variables: ReadonlyMap<string, Variable>;
  onChange: (file: ClientFile) => void;
  /** Columns came or went; `column` is open next. */
  onMove: (file: ClientFile, column?: number) => void;
}

export function OfferEditor({ file, index, variables, onChange, onMove }: OfferEditorProps) {
  const say = useSay();
  const scenarios = file.case.scenarios ?? [{ name: 'now' }];
  const name = scenarios[index]?.name ?? '';
  const hasRoom = scenarios.length <= mostOffers;
  const button = (title: string, act: () => void) => (
    <button type="button" className="button" onClick={act}>
      {title}
    </button>
  );
  return (
    <section className="box offer-editor" aria-label={say('offers.edit', { name })}>
      <div className="row">
        <label>
          {say('offers.name')}
          <input
            type="text"
            value={name}
            onChange={(event) => onChange(renameOffer(file, index, event.currentTarget.value))}
          />
        </label>
        {hasRoom && button(say('offers.copy'), () => onMove(copyOffer(file, index), scenarios.length))}
        {hasRoom &&
          index > 0 &&
          button(say('offers.copy_resting'), () =>
            onMove(copyOffer(file, index, say('offers.resting_name', { name }), true), scenarios.length),
          )}
        {index > 0 && button(say('offers.remove'), () => onMove(removeOffer(file, index)))}
      </div>
      <FactsPane
        file={file}
        base={['scenarios', index]}
        always={index === 0 ? [] : usualFacts}
        variables={variables}
        onChange={onChange}
      />
    </section>
  );
}
