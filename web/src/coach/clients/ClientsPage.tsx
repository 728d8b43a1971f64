// All clients of the folder: what is to be done, what has changed, and one row each.
import { useEffect, useRef, useState } from 'react';
import { useInputs } from '../../model/inputs';
import { useSurroundings } from '../../model/surroundings';
import { useTitle } from '../../model/title';
import { SelectField } from '../../components/select_field/SelectField';
import { states } from '../../case/file';
import { useFiles } from '../files/store';
import { useSay } from '../texts/texts';
import { ClientsTable } from './ClientsTable';
import { LawChanged } from './LawChanged';
import { NewClient } from './NewClient';
import { OpenedProblems } from './OpenedProblems';
import { Openers } from './Openers';
import type { ClientRow } from './rows';
import { SealedFiles } from './SealedFiles';
import { tableRows } from './table_rows';
import { useRows } from './use_rows';
import { WeekList } from './WeekList';
import { saveCsv } from '../files/csv';

type Order = 'code' | 'next' | 'more';

const byOrder: Readonly<Record<Order, (one: ClientRow, other: ClientRow) => number>> = {
  code: (one, other) => one.code.localeCompare(other.code),
  next: (one, other) => (one.next?.due ?? '9999').localeCompare(other.next?.due ?? '9999'),
  more: (one, other) => (other.more ?? -1e9) - (one.more ?? -1e9),
};

export function ClientsPage({ go }: { go: (path: string) => void }) {
  const say = useSay();
  const { formats } = useSurroundings();
  const { folder } = useFiles();
  const inputs = useInputs();
  const rows = useRows();
  const [search, setSearch] = useState('');
  const [state, setState] = useState('');
  const [order, setOrder] = useState<Order>('next');
  const [adding, setAdding] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(say('clients.title'));
  useEffect(() => heading.current?.focus(), []);
  const shown = rows
    .filter(({ code }) => code.toLowerCase().includes(search.trim().toLowerCase()))
    .filter(({ client }) => state === '' || client.file.sheet.state === state)
    .sort(byOrder[order]);
  return (
    <>
      <div className="title-row">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {say('clients.title')}
          </h1>
          <p className="soft">
            {folder === undefined
              ? say('clients.count', { count: rows.length })
              : say('clients.count_in', { count: rows.length, folder: folder.name })}{' '}
            {say('clients.stays')}
          </p>
        </div>
        <div className="row">
          <button type="button" className="button button-main" onClick={() => setAdding(true)}>
            {say('clients.new')}
          </button>
          <Openers />
          <button
            type="button"
            className="button"
            disabled={rows.length === 0}
            onClick={() => saveCsv('clients.csv', tableRows(rows, say, formats, inputs?.variables))}
          >
            {say('clients.csv')}
          </button>
        </div>
      </div>
      {adding && <NewClient go={go} onClose={() => setAdding(false)} />}
      <OpenedProblems />
      <SealedFiles />
      {rows.length === 0 ? (
        <p className="box">{say('clients.none')}</p>
      ) : (
        <>
          <div className="notices">
            <LawChanged rows={rows} />
            <WeekList rows={rows} />
          </div>
          <Filters {...{ search, setSearch, state, setState, order, setOrder }} count={rows.length} />
          <ClientsTable rows={shown} variables={inputs?.variables} />
        </>
      )}
    </>
  );
}

interface FiltersProps {
  search: string;
  setSearch: (text: string) => void;
  state: string;
  setState: (state: string) => void;
  order: Order;
  setOrder: (order: Order) => void;
  count: number;
}

function Filters({ search, setSearch, state, setState, order, setOrder, count }: FiltersProps) {
  const say = useSay();
  return (
    <form className="filters" aria-label={say('clients.filter')} onSubmit={(event) => event.preventDefault()}>
      <label>
        {say('clients.search')}
        <input type="text" value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
      </label>
      <SelectField
        label={say('clients.state')}
        value={state}
        onChange={setState}
        options={[
          { value: '', title: say('clients.all', { count }) },
          ...states.map((value) => ({ value, title: say(`state.${value}`) })),
        ]}
      />
      <SelectField
        label={say('clients.order')}
        value={order}
        onChange={(value) => setOrder(value as Order)}
        options={(['next', 'code', 'more'] as const).map((value) => ({ value, title: say(`order.${value}`) }))}
      />
    </form>
  );
}
