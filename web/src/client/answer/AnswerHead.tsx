// The answer in one sentence, and of which month it is.
import { SelectField } from '../../components/select_field/SelectField';
import { WhyButton } from '../../components/why/WhyButton';
import { useSurroundings } from '../../model/surroundings';
import { RangeReason } from './RangeReason';
import type { QuestionId } from '../interview/questions';
import type { View } from './view';

export interface AnswerHeadProps {
  view: View;
  /** No sum is told: something decides it that nobody has said. */
  held: boolean;
  onWhy: () => void;
  onCorrect: (id: QuestionId) => void;
}

export function AnswerHead({ view, held, onWhy, onCorrect }: AnswerHeadProps) {
  const { t } = useSurroundings();
  const { shown, model } = view;
  const refused = model.refused !== undefined;
  return (
    <div className="answer-head">
      <h1 tabIndex={-1}>
        {refused
          ? t('file.refused')
          : held
            ? t('held.title')
            : (shown?.rangeSentence ?? shown?.sentence ?? t('answer.title'))}
      </h1>
      {!refused && !held && shown?.open?.range !== undefined && (
        <RangeReason facts={shown.open.open} onCorrect={onCorrect} />
      )}
      {!refused && !held && shown !== undefined && <AnswerMonth view={view} onWhy={onWhy} />}
    </div>
  );
}

function AnswerMonth({ view: { shown, month, setMonth }, onWhy }: { view: View; onWhy: () => void }) {
  const { t, formats } = useSurroundings();
  if (shown === undefined) return null;
  const { months, typical } = shown.results.timeline;
  const name = formats.month(months[month] ?? '');
  const change = formats.change(shown.left.work - shown.left.now);
  return (
    <>
      <p className="soft">
        {t(typical ? 'answer.estimate' : 'answer.estimate.plan', { month: name })}{' '}
        <WhyButton title={t('compare.change')} amount={change} onClick={onWhy} />
      </p>
      {months.length > 1 && (
        <SelectField
          label={t('actions.month')}
          value={String(month)}
          options={months.map((one, index) => ({ value: String(index), title: formats.month(one) }))}
          onChange={(index) => setMonth(Number(index))}
        />
      )}
    </>
  );
}
