// A number with its unit, typed as people of the language write it (12,5 or 12.5).
import { TextInput } from 'suomifi-ui-components';
import { useId } from 'react';
import './number_field.css';

export interface NumberFieldProps {
  label: string;
  /** Hidden where a heading says the same. Then the unit stands behind the field, else in the label. */
  hideLabel?: boolean;
  unit: string;
  /** How the number was read, in words. */
  echo?: string | undefined;
  value: string;
  onChange: (text: string) => void;
  error?: string | undefined;
}

export function NumberField({ label, hideLabel = false, unit, echo, value, onChange, error }: NumberFieldProps) {
  const unitId = useId();
  return (
    <div className={hideLabel ? 'number-field' : 'number-field labelled'}>
      <TextInput
        labelText={hideLabel ? label : `${label} (${unit})`}
        labelMode={hideLabel ? 'hidden' : 'visible'}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={value}
        onChange={(text) => onChange(String(text ?? ''))}
        status={error === undefined ? 'default' : 'error'}
        statusText={error ?? ''}
        statusTextAriaLiveMode="assertive"
        {...(hideLabel ? { 'aria-describedby': unitId } : {})}
      />
      {hideLabel && (
        <span id={unitId} className="number-field-unit">
          {unit}
        </span>
      )}
      {echo !== undefined && <p className="soft number-field-echo">{echo}</p>}
    </div>
  );
}
