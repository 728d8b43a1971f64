// Why the answer is a range, right under it, with the one thing that closes it.
import { Button } from 'suomifi-ui-components';
import type { OpenFact } from '../../model/open_facts';
import { useSurroundings } from '../../model/surroundings';
import { questionOf } from '../interview/open_inputs';
import type { QuestionId } from '../interview/questions';

export interface RangeReasonProps {
  /** The weightiest first. */
  facts: readonly OpenFact[];
  onCorrect: (id: QuestionId) => void;
}

export function RangeReason({ facts, onCorrect }: RangeReasonProps) {
  const { t, formats } = useSurroundings();
  const [first] = facts;
  if (first === undefined) return null;
  const id = questionOf(first.variable, first.person);
  return (
    <div className="range-reason">
      <p>{t('range.because', { title: first.title, amount: formats.wholeEuros(first.moves) })}</p>
      {id !== undefined && (
        <Button variant="secondary" className="no-print" onClick={() => onCorrect(id)}>
          {t('range.tell', { title: first.title })}
        </Button>
      )}
    </div>
  );
}
