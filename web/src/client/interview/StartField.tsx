// The month in which the work begins: this one, or one of the next.
import { SelectField } from '../../components/select_field/SelectField';
import { useSurroundings } from '../../model/surroundings';
import { monthsFrom, thisMonth } from '../start_month';
import type { FieldProps } from './SourcesField';

const offered = 18;

export function StartField({ draft, change, label, error }: FieldProps) {
  const { t, formats } = useSurroundings();
  return (
    <SelectField
      label={label}
      hideLabel
      value={draft.choice}
      options={[
        { value: '', title: t('question.choose') },
        ...monthsFrom(thisMonth(), offered).map((month) => ({ value: month, title: formats.month(month) })),
      ]}
      onChange={(choice) => change({ choice })}
      error={error}
    />
  );
}
