// A number with its unit, typed as people of the language write it (12,5 or 12.5).
import { TextInput } from 'suomifi-ui-components';
import { useId } from 'react';
import './number_field.css';

export interface NumberFieldProps {
  label: string;
  hideLabel?: boolean;
  unit: string;
  value: string;
  onChange: (text: string) => void;
  error?: string | undefined;
}

export function NumberField({ label, hideLabel = false, unit, value, onChange, error }: NumberFieldProps) {
  const unitId = useId();
  return (
    <div className="number-field">
      <TextInput
        labelText={label}
        labelMode={hideLabel ? 'hidden' : 'visible'}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={value}
        onChange={(text) => onChange(String(text ?? ''))}
        status={error === undefined ? 'default' : 'error'}
        statusText={error ?? ''}
        statusTextAriaLiveMode="assertive"
        aria-describedby={unitId}
      />
      <span id={unitId} className="number-field-unit">
        {unit}
      </span>
    </div>
  );
}
