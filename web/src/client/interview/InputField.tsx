// The field of one input of the rules: a number, a choice among few, a list of many, yes or no.
import { Choices } from '../../components/choices/Choices';
import { NumberField } from '../../components/number_field/NumberField';
import { SelectField } from '../../components/select_field/SelectField';
import { readNumber } from '../../catalogue/numbers';
import type { Variable } from '../../engine/answers';
import { useSurroundings } from '../../model/surroundings';
import { unitText } from './describe';
import { unknownChoice } from './draft';
import type { FieldProps } from './SourcesField';

export interface InputFieldProps extends FieldProps {
  variable: Variable;
  /** Members of an enum that are no answer. */
  without: readonly string[];
  unknownTitle: string;
}

/** Too many for a line each. */
export const isLong = (variable: Variable | undefined): boolean => (variable?.members?.length ?? 0) > 8;

export function InputField({ variable, draft, change, label, error, without, unknownTitle }: InputFieldProps) {
  const { t, formats } = useSurroundings();
  if (variable.type === 'number') {
    const read = readNumber(draft.text);
    const echo =
      read === undefined
        ? undefined
        : t('question.read', { value: `${formats.number(read)} ${unitText(variable, t)}` });
    return (
      <NumberField
        label={label}
        hideLabel
        unit={unitText(variable, t)}
        value={draft.text}
        onChange={(text) => change({ text, choice: 'number' })}
        error={error}
        echo={echo}
      />
    );
  }
  const members = (variable.members ?? [])
    .filter((member) => !without.includes(member.name))
    .map((member) => ({ value: member.name, title: member.title }));
  if (isLong(variable)) {
    return (
      <SelectField
        label={label}
        hideLabel
        value={draft.choice === unknownChoice ? '' : draft.choice}
        options={[{ value: '', title: t('question.choose') }, ...members]}
        onChange={(choice) => change({ choice })}
        error={error}
      />
    );
  }
  const options =
    variable.type === 'boolean'
      ? [
          { value: 'true', title: t('question.yes') },
          { value: 'false', title: t('question.no') },
        ]
      : members;
  return (
    <Choices
      name={variable.name}
      label={label}
      value={draft.choice}
      options={[...options, { value: unknownChoice, title: unknownTitle }]}
      onChange={(choice) => change({ choice })}
      error={error}
    />
  );
}
