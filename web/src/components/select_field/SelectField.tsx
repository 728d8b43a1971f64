// A native select: every browser and screen reader knows it.
import { useId } from 'react';
import './select_field.css';

export interface SelectFieldProps {
  label: string;
  hideLabel?: boolean;
  value: string;
  options: readonly { value: string; title: string }[];
  onChange: (value: string) => void;
  /** Said below the field when the answer is missing. */
  error?: string | undefined;
}

export function SelectField({ label, hideLabel = false, value, options, onChange, error }: SelectFieldProps) {
  const id = useId();
  return (
    <div className="select-field">
      <label htmlFor={id} className={hideLabel ? 'only-read' : 'select-field-label'}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
