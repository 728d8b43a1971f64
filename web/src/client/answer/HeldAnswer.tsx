// No sum is told: whether an allowance goes on beside the wage decides it, and nobody has said.
import { Button } from 'suomifi-ui-components';
import { useSurroundings } from '../../model/surroundings';
import { DetailsSection } from '../details/DetailsSection';
import type { QuestionId } from '../interview/questions';
import type { AnswerPageProps } from './AnswerPage';
import { TakeSection } from './sections/TakeSection';

export function HeldAnswer(props: AnswerPageProps & { asked: QuestionId }) {
  const { t } = useSurroundings();
  const { file, asked, onFile, onCorrect, onAgain } = props;
  return (
    <>
      <p>{t('held.text')}</p>
      <div className="no-print">
        <Button onClick={() => onCorrect(asked)}>{t('held.answer')}</Button>
      </div>
      <DetailsSection {...props} />
      <TakeSection {...{ file, onFile, onAgain }} />
    </>
  );
}
