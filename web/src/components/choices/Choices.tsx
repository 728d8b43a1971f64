// One of a few, each with its own line.
import { RadioButton, RadioButtonGroup } from 'suomifi-ui-components';

export interface ChoicesProps {
  name: string;
  /** Hidden: the page's heading says the same. */
  label: string;
  value: string;
  options: readonly { value: string; title: string }[];
  onChange: (value: string) => void;
  error?: string | undefined;
}

export function Choices({ name, label, value, options, onChange, error }: ChoicesProps) {
  return (
    <RadioButtonGroup
      name={name}
      labelText={label}
      labelMode="hidden"
      value={value}
      onChange={onChange}
      {...(error === undefined ? {} : { groupStatus: 'error' as const, groupStatusText: error })}
    >
      {options.map((option) => (
        <RadioButton key={option.value} value={option.value}>
          {capitalised(option.title)}
        </RadioButton>
      ))}
    </RadioButtonGroup>
  );
}

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('fi') + text.slice(1);
