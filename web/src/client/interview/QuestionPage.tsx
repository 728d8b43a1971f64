// One question, one screen.
import { useMemo, useState } from 'react';
import { Button, Checkbox } from 'suomifi-ui-components';
import type { CaseFile } from '../../case/case';
import { Disclosure } from '../../components/disclosure/Disclosure';
import type { Variable } from '../../engine/answers';
import { useSurroundings } from '../../model/surroundings';
import { useTitle } from '../../model/title';
import { useByRules } from './by_rules';
import { assumedValue, questionText, valueText, type Wording } from './describe';
import { draftOf, readDraft, unknownChoice, type Draft, type Refusal } from './draft';
import { HouseholdField } from './HouseholdField';
import { InputField, isLong } from './InputField';
import { mostQuestions, question, type Answer, type AnswerValue, type QuestionId } from './questions';
import { StartField } from './StartField';
import { OwnChoices } from './OwnChoices';
import { SourcesField, type FieldProps } from './SourcesField';
import './question_page.css';

export interface QuestionPageProps {
  id: QuestionId;
  /** The case so far, without an answer to this question. */
  file: CaseFile;
  /** Which question of at most seven; none while correcting one. */
  number?: number | undefined;
  answer: Answer | undefined;
  variables: ReadonlyMap<string, Variable>;
  onAnswer: (answer: Answer) => void;
  /** Answers now, with assumptions for the rest; none while there is too little to answer. */
  onEnough?: (() => void) | undefined;
  onBack: () => void;
}

export function QuestionPage({ id, file, number, answer, variables, onAnswer, onEnough, onBack }: QuestionPageProps) {
  const { t, formats } = useSurroundings();
  const wording: Wording = { t, formats, variables };
  const [draft, setDraft] = useState(() => draftOf(answer, (value) => formats.number(value)));
  const [refusal, setRefusal] = useState<Refusal>();
  const asked = question(id);
  const variable = asked.kind === 'input' ? variables.get(asked.input) : undefined;
  const { question: label, why } = questionText(id, wording);
  const asking = useMemo(() => [id], [id]);
  const assumed = assumedValue(id, useByRules(file, asking).get(id));
  useTitle(label);
  const shortcut = asked.kind === 'input' ? asked.shortcut : undefined;
  const change = (changed: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...changed }));
    setRefusal(undefined);
  };
  const submit = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    const read = readDraft(id, draft, variable, assumed, wording, refusal?.doubted);
    if ('missing' in read) setRefusal(read);
    else onAnswer(read);
  };
  return (
    <form className="question-page" onSubmit={submit} noValidate>
      {number !== undefined && <Progress number={number} />}
      <h1 tabIndex={-1} id="question-text">
        {label}
      </h1>
      {why !== '' && <Disclosure title={t('question.why')}>{() => <p>{why}</p>}</Disclosure>}
      <div className="question-answer">
        <Field
          {...{ id, draft, change, label, variable }}
          error={refusal?.missing}
          unknownTitle={unknownText(id, assumed, wording)}
        />
      </div>
      <div className="question-buttons">
        <Button type="submit">{t('question.next')}</Button>
        {shortcut !== undefined && (
          <Button
            className="question-shortcut"
            variant="secondary"
            onClick={() => onAnswer({ known: true, value: shortcut })}
          >
            {t('hours_now.none')}
          </Button>
        )}
        <Button variant="secondaryNoBorder" onClick={onBack}>
          {t('question.back')}
        </Button>
      </div>
      {onEnough !== undefined && <Enough onEnough={onEnough} />}
    </form>
  );
}

function unknownText(id: QuestionId, assumed: AnswerValue | undefined, wording: Wording): string {
  if (id === 'established_earnings') return wording.t('question.unknown.limit');
  if (assumed === undefined) return wording.t('question.unknown');
  return wording.t('question.unknown.number', { value: valueText(id, undefined, wording, assumed) });
}

function Progress({ number }: { number: number }) {
  const { t } = useSurroundings();
  return (
    <>
      <p className="soft question-progress">{t('question.progress', { number, most: mostQuestions })}</p>
      <div className="question-steps" aria-hidden="true">
        {Array.from({ length: mostQuestions }, (_, index) => (
          <span key={index} className={index < number ? 'done' : ''} />
        ))}
      </div>
    </>
  );
}

type AskedFieldProps = FieldProps & { id: QuestionId; variable: Variable | undefined; unknownTitle: string };

function Field({ id, variable, unknownTitle, ...field }: AskedFieldProps) {
  const asked = question(id);
  const { draft, change } = field;
  const choosesUnknown = asked.kind === 'sources' || variable?.type === 'number' || isLong(variable);
  return (
    <>
      {asked.kind === 'sources' && <SourcesField {...field} />}
      {asked.kind === 'household' && <HouseholdField {...field} unknownTitle={unknownTitle} />}
      {(asked.kind === 'at_work' || asked.kind === 'spouse_income' || asked.kind === 'housing_allowance') && (
        <OwnChoices {...field} asked={asked} unknownTitle={unknownTitle} />
      )}
      {asked.kind === 'start_month' && <StartField {...field} />}
      {variable !== undefined && asked.kind === 'input' && (
        <InputField {...field} variable={variable} without={asked.without ?? []} unknownTitle={unknownTitle} />
      )}
      {choosesUnknown && (
        <div className="question-unknown">
          <Checkbox
            checked={draft.choice === unknownChoice}
            onClick={({ checkboxState }) =>
              change(checkboxState ? { choice: unknownChoice, text: '', received: [], none: false } : { choice: '' })
            }
          >
            {unknownTitle}
          </Checkbox>
        </div>
      )}
    </>
  );
}

function Enough({ onEnough }: { onEnough: () => void }) {
  const { t } = useSurroundings();
  return (
    <div className="question-enough">
      <Button variant="secondary" onClick={onEnough} aria-describedby="question-enough-hint">
        {t('question.enough')}
      </Button>
      <p className="soft" id="question-enough-hint">
        {t('question.enough.hint')}
      </p>
    </div>
  );
}
