// One fact: what it is, its value as it was read, how it is known, and a way to change it.
import { useState } from 'react';
import type { FactNote } from '../../case/file';
import { useSurroundings } from '../../model/surroundings';
import { useSay } from '../texts/texts';
import { FactEditor, type FactChange } from './FactEditor';
import type { Fact } from './places';
import { valueText } from './value_text';
import { isOpenValue } from '../clients/rows';

export interface FactRowProps {
  /** `value` null: not told yet. */
  fact: Fact;
  owner: string | undefined;
  note: FactNote | undefined;
  start: string;
  onChange: (change: FactChange) => void;
}

export function FactRow({ fact, owner, note, start, onChange }: FactRowProps) {
  const say = useSay();
  const { formats } = useSurroundings();
  const [editing, setEditing] = useState(false);
  const title = fact.variable?.title ?? fact.name;
  const status = isOpenValue(fact.value) ? 'unknown' : note?.status;
  const details = [
    note?.source === undefined ? undefined : sourceText(note.source, say),
    note?.date && formats.date(note.date),
  ];
  return (
    <div>
      <dt>
        {title}
        {owner !== undefined && ` (${owner})`}
      </dt>
      <dd className="value">{valueText(fact.value, fact.variable, say, formats)}</dd>
      <dd className="change">
        <button type="button" className="link" aria-expanded={editing} onClick={() => setEditing(!editing)}>
          {say('fact.change')}
          <span className="only-read"> {title}</span>
        </button>
      </dd>
      {(status !== undefined || details.some((text) => text !== undefined)) && (
        <dd className="note">
          {status !== undefined && <span className={`status status-${status}`}>{say(`status.${status}`)}</span>}
          {details.filter((text) => text !== undefined).join(' ')}
        </dd>
      )}
      {editing && (
        <dd className="editor">
          <FactEditor
            fact={fact}
            note={note}
            start={start}
            onCancel={() => setEditing(false)}
            onChange={(change) => {
              onChange(change);
              setEditing(false);
            }}
          />
        </dd>
      )}
    </div>
  );
}

const sources = ['decision', 'payslip', 'contract'] as const;

/** The words of the file's own sources; what a coach wrote stays as written. */
function sourceText(source: string, say: ReturnType<typeof useSay>): string {
  const known = sources.find((one) => one === source);
  return known === undefined ? source : say(`source.${known}`);
}
