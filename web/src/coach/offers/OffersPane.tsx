// The offers of a case: the table, the month it speaks of, and the column one is changing.
import { useState } from 'react';
import type { ClientFile } from '../../case/file';
import type { Compared, Results, Variable } from '../../engine/answers';
import { SelectField } from '../../components/select_field/SelectField';
import { useSurroundings } from '../../model/surroundings';
import { useSay } from '../texts/texts';
import { addOffer, mostOffers } from './changes';
import { OfferEditor } from './OfferEditor';
import { OffersTable } from './OffersTable';

export interface OffersPaneProps {
  file: ClientFile;
  results: Results | undefined;
  compared: Compared | undefined;
  upToDate: boolean;
  variables: ReadonlyMap<string, Variable>;
  month: number;
  onMonth: (month: number) => void;
  onChange: (file: ClientFile) => void;
}

export function OffersPane(props: OffersPaneProps) {
  const { file, results, compared, upToDate, variables, month, onMonth, onChange } = props;
  const say = useSay();
  const { formats } = useSurroundings();
  const [chosen, setChosen] = useState<number>();
  const scenarios = file.case.scenarios ?? [{ name: 'now' }];
  const change = (next: ClientFile, column?: number) => {
    onChange(next);
    setChosen(column);
  };
  return (
    <section className="pane pane-main" aria-labelledby="offers-title">
      <div className="pane-head">
        <h2 id="offers-title">{say('offers.title')}</h2>
        {scenarios.length <= mostOffers && (
          <button type="button" className="link" onClick={() => change(addOffer(file), scenarios.length)}>
            {say('offers.add')}
          </button>
        )}
      </div>
      {results === undefined ? (
        <p role="status">{say('computing')}</p>
      ) : (
        <>
          <OffersTable
            results={results}
            compared={compared}
            month={month}
            upToDate={upToDate}
            chosen={chosen}
            onChoose={(scenario) => setChosen(scenario === chosen ? undefined : scenario)}
          />
          <SelectField
            label={say('offers.month')}
            value={String(month)}
            onChange={(value) => onMonth(Number(value))}
            options={results.timeline.months.map((name, index) => ({
              value: String(index),
              title: formats.month(name),
            }))}
          />
          <p className="small soft">{say('offers.exact')}</p>
        </>
      )}
      {chosen !== undefined && scenarios[chosen] !== undefined && (
        <OfferEditor key={chosen} {...{ file, variables, onChange }} index={chosen} onMove={change} />
      )}
    </section>
  );
}
