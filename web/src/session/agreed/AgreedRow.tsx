// One thing agreed: told in a line, or open for a change.
import { useId } from 'react';
import { doers, type Agreed, type Doer } from '../../case/file';
import { StateMark } from '../facts/StateMark';
import { useSurroundings } from '../../model/surroundings';
import { useSession } from '../room';

export interface AgreedRowProps {
  row: Agreed;
  number: number;
  isOpen: boolean;
  onOpen: () => void;
  onChange: (row: Agreed) => void;
  onRemove: () => void;
}

export function AgreedRow({ row, number, isOpen, onOpen, onChange, onRemove }: AgreedRowProps) {
  const { s } = useSession();
  const { formats } = useSurroundings();
  const id = useId();
  const mark = row['open'] === true ? <StateMark kela="open" /> : null;
  if (!isOpen)
    return (
      <tr>
        <th scope="row">
          <button type="button" className="session-row-button" onClick={onOpen}>
            {number}. {row.what === '' ? s('agreed.empty') : row.what}
          </button>{' '}
          {mark}
        </th>
        <td data-label={s('agreed.who')}>{row.who === undefined ? '–' : s(`who.${row.who}`)}</td>
        <td data-label={s('agreed.by')} className="number">
          <b>{row.by === undefined ? '–' : formats.date(row.by)}</b>
        </td>
        <td data-label={s('agreed.if_fails')}>{row.if_fails ?? '–'}</td>
      </tr>
    );
  return (
    <tr className="now" aria-current="true">
      <th scope="row">
        <label htmlFor={`${id}-what`} className="only-read">
          {s('agreed.what')}
        </label>
        <textarea
          id={`${id}-what`}
          rows={2}
          value={row.what}
          onChange={(event) => onChange({ ...row, what: event.currentTarget.value })}
        />
        {mark}
      </th>
      <td data-label={s('agreed.who')}>
        <select
          aria-label={s('agreed.who')}
          value={row.who ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const who = doers.find((one): one is Doer => one === value);
            onChange(who === undefined ? without(row, 'who') : { ...row, who });
          }}
        >
          <option value="">{s('agreed.who')}</option>
          {doers.map((one) => (
            <option key={one} value={one}>
              {s(`who.${one}`)}
            </option>
          ))}
        </select>
      </td>
      <td data-label={s('agreed.by')}>
        <input
          type="date"
          aria-label={s('agreed.by')}
          value={row.by ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange(value === '' ? without(row, 'by') : { ...row, by: value })
          }
        />
      </td>
      <td data-label={s('agreed.if_fails')}>
        <textarea
          rows={2}
          aria-label={s('agreed.if_fails')}
          value={row.if_fails ?? ''}
          onChange={(event) => onChange({ ...row, if_fails: event.currentTarget.value })}
        />
        <button type="button" className="session-link" onClick={onRemove}>
          {s('agreed.remove')}
        </button>
      </td>
    </tr>
  );
}

const without = (row: Agreed, key: 'who' | 'by'): Agreed =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== key)) as Agreed;
