// Questions whose choices are the page's own: what becomes of an allowance, what a partner is paid, yes or no.
import { Choices } from '../../components/choices/Choices';
import { useSurroundings } from '../../model/surroundings';
import { unknownChoice } from './draft';
import { atWork, spouseIncomes, type Question } from './questions';
import type { FieldProps } from './SourcesField';

export interface OwnChoicesProps extends FieldProps {
  asked: Extract<Question, { kind: 'at_work' | 'spouse_income' | 'housing_allowance' }>;
  unknownTitle: string;
}

export function OwnChoices({ asked, draft, change, label, error, unknownTitle }: OwnChoicesProps) {
  const { t } = useSurroundings();
  const own = () => {
    switch (asked.kind) {
      case 'at_work':
        return atWork.map((value) => ({ value, title: t(`${asked.allowance}_at_work.${value}`) }));
      case 'spouse_income':
        return spouseIncomes.map((value) => ({ value, title: t(`spouse_income.${value}`) }));
      case 'housing_allowance':
        return [
          { value: 'true', title: t('question.yes') },
          { value: 'false', title: t('question.no') },
        ];
    }
  };
  return (
    <Choices
      name={asked.kind}
      label={label}
      value={draft.choice}
      options={[...own(), { value: unknownChoice, title: unknownTitle }]}
      onChange={(choice) => change({ choice })}
      error={error}
    />
  );
}
