// One row a client; in a narrow window one card a client.
import type { Variable } from '../../engine/answers';
import { useSurroundings } from '../../model/surroundings';
import { isUnsaved } from '../files/store';
import { useSay } from '../texts/texts';
import { situationOf, type ClientRow } from './rows';
import { marksOf } from './table_rows';

export interface ClientsTableProps {
  rows: readonly ClientRow[];
  variables: ReadonlyMap<string, Variable> | undefined;
}

const columns = ['code', 'offer', 'more', 'limit', 'next', 'open', 'state', 'marks'] as const;
const amounts: readonly string[] = ['more', 'limit'];

export function ClientsTable({ rows, variables }: ClientsTableProps) {
  const say = useSay();
  return (
    <table className="table clients fold">
      <caption className="only-read">{say('clients.caption')}</caption>
      <thead>
        <tr>
          {columns.map((key) => (
            <th key={key} scope="col" className={amounts.includes(key) ? 'right' : undefined}>
              {say(`column.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.client.id} row={row} variables={variables} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, variables }: { row: ClientRow; variables: ClientsTableProps['variables'] }) {
  const say = useSay();
  const { formats } = useSurroundings();
  const { client, more, limit, next } = row;
  const marks = marksOf(row, say, formats);
  return (
    <tr>
      <th scope="row">
        <span className="who">
          <a className="link" href={`#/case/${encodeURIComponent(client.id)}`}>
            {row.code}
          </a>
          <span className="small soft">{situationOf(client, variables)}</span>
          {isUnsaved(client) && <span className="small">{say('clients.unsaved')}</span>}
        </span>
      </th>
      <td data-label={say('column.offer')}>{row.refused ? say('clients.refused') : row.offers.join(', ') || '–'}</td>
      <td data-label={say('column.more')} className="right">
        <b className="number">{more === undefined || row.offers.length === 0 ? '–' : formats.change(more)}</b>
      </td>
      <td data-label={say('column.limit')} className="right number">
        {limit === undefined ? say('limit.none') : formats.euros(limit.margin)}
      </td>
      <td data-label={say('column.next')} className={next?.overdue === true ? 'late' : undefined}>
        {next === undefined ? '–' : `${next.due === undefined ? '' : formats.date(next.due)} ${next.task.title}`}
      </td>
      <td data-label={say('column.open')}>
        {row.open === 0 ? '0' : <span className="status status-open">{row.open}</span>}
      </td>
      <td data-label={say('column.state')}>{say(`state.${client.file.sheet.state}`)}</td>
      <td data-label={say('column.marks')}>
        <span className="chips">
          {marks.length === 0
            ? '–'
            : marks.map(({ kind, text }) => (
                <span key={kind} className={`chip chip-${kind}`}>
                  {text}
                </span>
              ))}
        </span>
      </td>
    </tr>
  );
}
