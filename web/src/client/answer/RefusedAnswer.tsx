// There is no answer: what is wrong with the case, and the details to correct.
import { Button } from 'suomifi-ui-components';
import { Problems, type ProblemsProps } from '../../components/problems/Problems';
import { useSurroundings } from '../../model/surroundings';
import { DetailsSection } from '../details/DetailsSection';
import type { AnswerPageProps } from './AnswerPage';

export function RefusedAnswer(props: AnswerPageProps & Pick<ProblemsProps, 'diagnostics'>) {
  const { t } = useSurroundings();
  const { file, variables, diagnostics, onAgain } = props;
  return (
    <>
      <Problems {...{ file, variables, diagnostics }} />
      <DetailsSection {...props} />
      <div>
        <Button variant="secondary" onClick={onAgain}>
          {t('actions.again')}
        </Button>
      </div>
    </>
  );
}
