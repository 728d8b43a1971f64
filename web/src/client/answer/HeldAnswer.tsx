// No sum is told: whether an allowance goes on beside the wage decides it, and nobody has said.
import type { ReactNode } from 'react';
import { Button } from 'suomifi-ui-components';
import type { CaseFile } from '../../case/case';
import { useSurroundings } from '../../model/surroundings';
import type { QuestionId } from '../interview/questions';
import { TakeSection } from './sections/TakeSection';

export interface HeldAnswerProps {
  file: CaseFile;
  asked: QuestionId;
  details: ReactNode;
  onFile: (file: File) => void;
  onCorrect: (id: QuestionId) => void;
  onAgain: () => void;
}

export function HeldAnswer({ file, asked, details, onFile, onCorrect, onAgain }: HeldAnswerProps) {
  const { t } = useSurroundings();
  return (
    <>
      <p>{t('held.text')}</p>
      <div className="no-print">
        <Button onClick={() => onCorrect(asked)}>{t('held.answer')}</Button>
      </div>
      {details}
      <TakeSection {...{ file, onFile, onAgain }} />
    </>
  );
}
