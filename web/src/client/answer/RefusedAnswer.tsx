// There is no answer: what is wrong with the case, and the details to correct.
import { lazy, Suspense, type ReactNode } from 'react';
import { Button } from 'suomifi-ui-components';
import type { ProblemsProps } from '../../components/problems/Problems';
import { useSurroundings } from '../../model/surroundings';

const Problems = lazy(async () => ({ default: (await import('../../components/problems/Problems')).Problems }));

export interface RefusedAnswerProps extends ProblemsProps {
  details: ReactNode;
  onAgain: () => void;
}

export function RefusedAnswer({ details, onAgain, ...problems }: RefusedAnswerProps) {
  const { t } = useSurroundings();
  return (
    <>
      <Suspense fallback={null}>
        <Problems {...problems} />
      </Suspense>
      {details}
      <div>
        <Button variant="secondary" onClick={onAgain}>
          {t('actions.again')}
        </Button>
      </div>
    </>
  );
}
