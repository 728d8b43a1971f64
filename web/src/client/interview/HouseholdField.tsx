// With whom one lives.
import { Choices } from '../../components/choices/Choices';
import { SelectField } from '../../components/select_field/SelectField';
import { useSurroundings } from '../../model/surroundings';
import { unknownChoice } from './draft';
import type { FieldProps } from './SourcesField';

export function HouseholdField({ draft, change, label, error, unknownTitle }: FieldProps & { unknownTitle: string }) {
  const { t } = useSurroundings();
  return (
    <>
      <Choices
        name="household"
        label={label}
        value={draft.choice}
        options={[
          { value: 'alone', title: t('household.alone') },
          { value: 'partner', title: t('household.partner') },
          { value: unknownChoice, title: unknownTitle },
        ]}
        onChange={(choice) => change({ choice })}
        error={error}
      />
      <div className="question-second">
        <SelectField
          label={t('household.children')}
          value={draft.children}
          options={Array.from({ length: 9 }, (_, count) => ({ value: String(count), title: String(count) }))}
          onChange={(children) => change({ children })}
        />
      </div>
    </>
  );
}
