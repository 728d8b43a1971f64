// A value that changes from month to month: each line holds until the next one.
import { isObject, type Json, type JsonObject } from '../../case/case';
import type { Variable } from '../../engine/answers';
import { useState } from 'react';
import { useSay } from '../texts/texts';
import { fieldText, typedValue } from './value_text';
import { ValueInput } from './ValueInput';

export interface MonthValuesProps {
  start: string;
  variable: Variable | undefined;
  value: Json;
  onChange: (value: JsonObject) => void;
}

const linesOf = (value: Json): [string, string][] =>
  isObject(value) ? Object.entries(value).map(([month, inner]) => [month, fieldText(inner)]) : [];

export function MonthValues({ start, variable, value, onChange }: MonthValuesProps) {
  const say = useSay();
  const [lines, setLines] = useState<[string, string][]>(() => {
    const told = linesOf(value);
    return told.length > 0 ? told : [[start, '']];
  });
  const change = (next: [string, string][]) => {
    setLines(next);
    const read = next.flatMap(([month, text]): [string, Json][] => {
      const inner = typedValue(text, variable);
      return inner === undefined || !/^\d{4}-\d{2}$/.test(month) ? [] : [[month, inner]];
    });
    onChange(Object.fromEntries(read.sort(([one], [other]) => one.localeCompare(other))));
  };
  const at = (index: number, line: [string, string]) => lines.map((old, place) => (place === index ? line : old));
  return (
    <fieldset className="month-values">
      <legend>{say('fact.form.months')}</legend>
      {lines.map(([month, text], index) => (
        <div className="row" key={index}>
          <label>
            {say('fact.from')}
            <input
              type="month"
              value={month}
              onChange={(event) => change(at(index, [event.currentTarget.value, text]))}
            />
          </label>
          <ValueInput
            label={say('fact.value')}
            variable={variable}
            value={text}
            onChange={(typed) => change(at(index, [month, typed]))}
          />
        </div>
      ))}
      <button type="button" className="link" onClick={() => setLines([...lines, ['', '']])}>
        {say('fact.add_month')}
      </button>
    </fieldset>
  );
}
