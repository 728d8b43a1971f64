// A field for one value of an input, as its type wants it.
import type { Variable } from '../../engine/answers';
import { SelectField } from '../../components/select_field/SelectField';
import { useSay } from '../texts/texts';

export interface ValueInputProps {
  label: string;
  variable: Variable | undefined;
  value: string;
  onChange: (text: string) => void;
}

export function ValueInput({ label, variable, value, onChange }: ValueInputProps) {
  const say = useSay();
  if (variable?.type === 'boolean' || variable?.type === 'enum') {
    const options =
      variable.type === 'boolean'
        ? [
            { value: 'true', title: say('value.yes') },
            { value: 'false', title: say('value.no') },
          ]
        : (variable.members ?? []).map(({ name, title }) => ({ value: name, title }));
    const choose = { value: '', title: say('fact.choose') };
    return <SelectField label={label} value={value} onChange={onChange} options={[choose, ...options]} />;
  }
  const type = variable?.type === 'month' ? 'month' : variable?.type === 'date' ? 'date' : 'text';
  const unit = variable?.percent === true ? '%' : variable?.symbol;
  return (
    <label>
      {unit === undefined ? label : `${label} (${unit})`}
      <input
        type={type}
        autoComplete="off"
        {...(type === 'text' ? { inputMode: 'decimal' as const } : {})}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
