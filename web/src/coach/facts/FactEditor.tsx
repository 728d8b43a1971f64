// Changes one fact: its value, one or by month or open, how it is known, from which paper.
import { useState } from 'react';
import { isObject, type Json } from '../../case/case';
import { statuses, type FactNote, type Status } from '../../case/file';
import { SelectField } from '../../components/select_field/SelectField';
import { useSay } from '../texts/texts';
import { MonthValues } from './MonthValues';
import type { Fact } from './places';
import { fieldText, typedValue } from './value_text';
import { ValueInput } from './ValueInput';

export interface FactChange {
  /** Undefined: taken out. */
  value: Json | undefined;
  note: FactNote | undefined;
}

export interface FactEditorProps {
  fact: Fact;
  note: FactNote | undefined;
  start: string;
  onChange: (change: FactChange) => void;
  onCancel: () => void;
}

type Form = 'one' | 'months' | 'between' | 'unknown';

const formOf = (value: Json): Form => {
  if (value === 'unknown') return 'unknown';
  if (!isObject(value)) return 'one';
  return 'between' in value || 'varies' in value ? 'between' : 'months';
};

const endsOf = (value: Json): [string, string] => {
  const ends = isObject(value) ? (value['between'] ?? value['varies']) : undefined;
  return Array.isArray(ends) ? [fieldText(ends[0]), fieldText(ends[1])] : ['', ''];
};

/** What is being typed, and the value it makes. */
function useTyped(fact: Fact) {
  const { variable } = fact;
  const [form, setForm] = useState(formOf(fact.value));
  const [text, setText] = useState(fieldText(fact.value));
  const [ends, setEnds] = useState(endsOf(fact.value));
  const [months, setMonths] = useState<Json>(isObject(fact.value) && formOf(fact.value) === 'months' ? fact.value : {});
  const valueNow = (): Json | undefined => {
    if (form === 'unknown') return 'unknown';
    if (form === 'months') return isObject(months) && Object.keys(months).length > 0 ? months : undefined;
    if (form === 'one') return typedValue(text, variable);
    const [least, most] = ends.map((end) => typedValue(end, variable));
    return least === undefined || most === undefined ? undefined : { between: [least, most] };
  };
  return { variable, form, setForm, text, setText, ends, setEnds, months, setMonths, value: valueNow() };
}

export function FactEditor({ fact, note, start, onChange, onCancel }: FactEditorProps) {
  const say = useSay();
  const typed = useTyped(fact);
  const { variable, form, value } = typed;
  const [status, setStatus] = useState<Status>(note?.status ?? 'told');
  const [source, setSource] = useState(note?.source ?? '');
  const [date, setDate] = useState(note?.date ?? '');
  const isOpen = form === 'unknown' || form === 'between';
  const noteNow = (): FactNote => ({
    ...note,
    status: isOpen ? 'unknown' : status,
    ...(source.trim() === '' ? {} : { source: source.trim() }),
    ...(date === '' ? {} : { date }),
  });
  return (
    <form
      className="fact-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== undefined) onChange({ value, note: noteNow() });
      }}
    >
      {variable?.question !== undefined && <p className="small soft">{variable.question}</p>}
      <TypedValue typed={typed} start={start} />
      {!isOpen && (
        <SelectField
          label={say('fact.status')}
          value={status}
          onChange={(next) => setStatus(next as Status)}
          options={statuses.map((one) => ({ value: one, title: say(`status.${one}`) }))}
        />
      )}
      <div className="row">
        <label>
          {say('fact.source')}
          <input type="text" value={source} onChange={(event) => setSource(event.currentTarget.value)} />
        </label>
        <label>
          {say('fact.date')}
          <input type="date" value={date} onChange={(event) => setDate(event.currentTarget.value)} />
        </label>
      </div>
      {value === undefined && (
        <p className="small" role="status">
          {say('fact.missing')}
        </p>
      )}
      <div className="row">
        <button type="submit" className="button button-main" disabled={value === undefined}>
          {say('fact.keep')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {say('cancel')}
        </button>
        <button type="button" className="link" onClick={() => onChange({ value: undefined, note: undefined })}>
          {say('fact.remove')}
        </button>
      </div>
    </form>
  );
}

function TypedValue({ typed, start }: { typed: ReturnType<typeof useTyped>; start: string }) {
  const say = useSay();
  const { variable, form, setForm, text, setText, ends, setEnds, months, setMonths } = typed;
  const isNumber = variable === undefined || variable.type === 'number';
  const forms = isNumber ? (['one', 'months', 'between', 'unknown'] as const) : (['one', 'unknown'] as const);
  const end = (label: string, index: 0 | 1) => (
    <ValueInput
      label={label}
      variable={variable}
      value={ends[index]}
      onChange={(changed) => setEnds(index === 0 ? [changed, ends[1]] : [ends[0], changed])}
    />
  );
  return (
    <>
      <SelectField
        label={say('fact.form')}
        value={form}
        onChange={(next) => setForm(next as Form)}
        options={forms.map((one) => ({ value: one, title: say(`fact.form.${one}`) }))}
      />
      {form === 'one' && <ValueInput label={say('fact.value')} variable={variable} value={text} onChange={setText} />}
      {form === 'between' && (
        <div className="row">
          {end(say('fact.least'), 0)}
          {end(say('fact.most'), 1)}
        </div>
      )}
      {form === 'months' && <MonthValues start={start} variable={variable} value={months} onChange={setMonths} />}
    </>
  );
}
