// Every input of the rules by the reader's own words: a search over the rules' titles, questions and reasons.
import { useId, useState } from 'react';
import type { Variable } from '../../engine/answers';
import { SelectField } from '../../components/select_field/SelectField';
import { useSay } from '../texts/texts';
import { searchInputs } from './places';

export interface FactSearchProps {
  variables: ReadonlyMap<string, Variable>;
  /** client, spouse, child1 …, with their words. */
  owners: readonly { value: string; title: string }[];
  onChoose: (variable: Variable, owner: string) => void;
}

const most = 12;

export function FactSearch({ variables, owners, onChoose }: FactSearchProps) {
  const say = useSay();
  const id = useId();
  const [search, setSearch] = useState('');
  const [owner, setOwner] = useState(owners[0]?.value ?? 'client');
  const found = searchInputs(variables.values(), search);
  return (
    <search className="fact-search">
      <div className="row">
        <label htmlFor={id}>
          {say('fact.search')}
          <input id={id} type="search" value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
        </label>
        {owners.length > 1 && (
          <SelectField label={say('fact.whose')} value={owner} onChange={setOwner} options={owners} />
        )}
      </div>
      <p className="only-read" role="status">
        {search.trim() === '' ? '' : say('fact.found', { count: found.length })}
      </p>
      {found.length > 0 && (
        <ul className="found">
          {found.slice(0, most).map((variable) => (
            <li key={variable.name}>
              <button
                type="button"
                className="link"
                onClick={() => {
                  setSearch('');
                  onChoose(variable, owner);
                }}
              >
                {variable.title}
              </button>
              {variable.question !== undefined && <span className="small soft"> {variable.question}</span>}
            </li>
          ))}
          {found.length > most && (
            <li className="small soft">{say('fact.more_found', { count: found.length - most })}</li>
          )}
        </ul>
      )}
      {search.trim() !== '' && found.length === 0 && <p className="small">{say('fact.nothing')}</p>}
    </search>
  );
}
