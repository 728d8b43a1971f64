// What becomes of an allowance when the work begins.
import { Choices } from '../../components/choices/Choices';
import { useSurroundings } from '../../model/surroundings';
import { unknownChoice } from './draft';
import { atWork } from './questions';
import type { FieldProps } from './SourcesField';

export interface AtWorkFieldProps extends FieldProps {
  allowance: 'sickness' | 'rehabilitation';
  unknownTitle: string;
}

export function AtWorkField({ allowance, draft, change, label, error, unknownTitle }: AtWorkFieldProps) {
  const { t } = useSurroundings();
  return (
    <Choices
      name={allowance}
      label={label}
      value={draft.choice}
      options={[
        ...atWork.map((value) => ({ value, title: t(`${allowance}_at_work.${value}`) })),
        { value: unknownChoice, title: unknownTitle },
      ]}
      onChange={(choice) => change({ choice })}
      error={error}
    />
  );
}
