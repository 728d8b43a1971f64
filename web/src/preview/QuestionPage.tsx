// One question, one screen.
import { useMemo, useState } from 'react';
import { Button, Checkbox, CheckboxGroup, RadioButton, RadioButtonGroup } from 'suomifi-ui-components';
import { useSurroundings } from '../app/context';
import type { CaseFile } from '../case/case';
import { readNumber } from '../catalogue/formats';
import { Disclosure } from '../components/disclosure/Disclosure';
import { NumberField } from '../components/number_field/NumberField';
import { SelectField } from '../components/select_field/SelectField';
import type { Variable } from '../engine/answers';
import { useByRules } from './assumed';
import { assumedValue, questionText, unitText, valueText, type Wording } from './describe';
import {
  isHousehold,
  mostQuestions,
  question,
  sources,
  type Answer,
  type AnswerValue,
  type QuestionId,
  type Source,
} from './interview';
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

const unknown = '?';

/** What stands on the form: texts and choices, before they are an answer. */
interface Draft {
  text: string;
  choice: string;
  received: readonly Source[];
  none: boolean;
  children: string;
}

function draftOf(answer: Answer | undefined, formatNumber: (value: number) => string): Draft {
  const empty: Draft = { text: '', choice: '', received: [], none: false, children: '0' };
  if (answer === undefined) return empty;
  if (!answer.known) return { ...empty, choice: unknown };
  const { value } = answer;
  if (Array.isArray(value)) return { ...empty, received: value as readonly Source[], none: value.length === 0 };
  if (isHousehold(value))
    return { ...empty, choice: value.partner ? 'partner' : 'alone', children: String(value.children) };
  if (typeof value === 'number') return { ...empty, text: formatNumber(value), choice: 'number' };
  return { ...empty, choice: typeof value === 'object' ? '' : String(value) };
}

export function QuestionPage({ id, file, number, answer, variables, onAnswer, onEnough, onBack }: QuestionPageProps) {
  const { t, formats } = useSurroundings();
  const wording: Wording = { t, formats, variables };
  const [draft, setDraft] = useState(() => draftOf(answer, (value) => formats.number(value)));
  const [error, setError] = useState<string>();
  const asked = question(id);
  const variable = asked.kind === 'input' ? variables.get(asked.input) : undefined;
  const { question: text, why } = questionText(id, wording);
  const asking = useMemo(() => [id], [id]);
  const assumed = assumedValue(id, useByRules(file, asking).get(id));
  const unknownTitle = unknownText(id, assumed, wording);
  const change = (changed: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...changed }));
    setError(undefined);
  };

  const submit = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    const read = readDraft();
    if (typeof read === 'string') setError(read);
    else onAnswer(read);
  };

  function readDraft(): Answer | string {
    if (draft.choice === unknown) return { known: false };
    const known = (value: AnswerValue): Answer => ({ known: true, value });
    if (asked.kind === 'sources') {
      return draft.received.length > 0 || draft.none ? known(draft.received) : t('question.missing');
    }
    if (asked.kind === 'household') {
      if (draft.choice === '') return t('question.missing');
      return known({ partner: draft.choice === 'partner', children: Number(draft.children) });
    }
    if (variable?.type === 'number') {
      const value = readNumber(draft.text);
      if (value === undefined) return t('question.missing.number', { example: formats.number(exampleOf(assumed)) });
      const [low, high] = variable.bounds ?? [null, null];
      if ((low !== null && value < low) || (high !== null && value > high)) {
        return t('question.range', { low: formats.number(low ?? 0), high: formats.number(high ?? 0) });
      }
      return known(value);
    }
    if (draft.choice === '') return t('question.missing');
    return known(variable?.type === 'boolean' ? draft.choice === 'true' : draft.choice);
  }

  return (
    <form className="question-page" onSubmit={submit} noValidate>
      {number !== undefined && (
        <p className="soft question-progress">{t('question.progress', { number, most: mostQuestions })}</p>
      )}
      {number !== undefined && (
        <div className="question-steps" aria-hidden="true">
          {Array.from({ length: mostQuestions }, (_, index) => (
            <span key={index} className={index < number ? 'done' : ''} />
          ))}
        </div>
      )}
      <h1 tabIndex={-1} id="question-text">
        {text}
      </h1>
      {why !== '' && <Disclosure title={t('question.why')}>{() => <p>{why}</p>}</Disclosure>}
      <div className="question-answer">
        {asked.kind === 'sources' && <SourcesField draft={draft} change={change} label={text} error={error} />}
        {asked.kind === 'household' && (
          <HouseholdField draft={draft} change={change} label={text} error={error} unknownTitle={unknownTitle} />
        )}
        {variable !== undefined && asked.kind === 'input' && (
          <InputField
            variable={variable}
            draft={draft}
            change={change}
            label={text}
            error={error}
            without={asked.without ?? []}
            unknownTitle={unknownTitle}
          />
        )}
        {asked.kind === 'sources' || variable?.type === 'number' || isLong(variable) ? (
          <div className="question-unknown">
            <Checkbox
              checked={draft.choice === unknown}
              onClick={({ checkboxState }) =>
                change(checkboxState ? { choice: unknown, text: '', received: [], none: false } : { choice: '' })
              }
            >
              {unknownTitle}
            </Checkbox>
          </div>
        ) : null}
      </div>
      <div className="question-buttons">
        <Button type="submit">{t('question.next')}</Button>
        <Button variant="secondaryNoBorder" onClick={onBack}>
          {t('question.back')}
        </Button>
      </div>
      {onEnough !== undefined && (
        <div className="question-enough">
          <Button variant="secondary" onClick={onEnough} aria-describedby="question-enough-hint">
            {t('question.enough')}
          </Button>
          <p className="soft" id="question-enough-hint">
            {t('question.enough.hint')}
          </p>
        </div>
      )}
    </form>
  );
}

const isLong = (variable: Variable | undefined): boolean => (variable?.members?.length ?? 0) > 8;
const exampleOf = (assumed: AnswerValue | undefined): number =>
  typeof assumed === 'number' && assumed !== 0 ? assumed : 100;

function unknownText(id: QuestionId, assumed: AnswerValue | undefined, wording: Wording): string {
  if (assumed === undefined) return wording.t('question.unknown');
  return wording.t('question.unknown.number', { value: valueText(id, assumed, wording) });
}

interface FieldProps {
  draft: Draft;
  change: (changed: Partial<Draft>) => void;
  label: string;
  error: string | undefined;
}

function SourcesField({ draft, change, label, error }: FieldProps) {
  const { t } = useSurroundings();
  const toggle = (source: Source, on: boolean) =>
    change({
      choice: '',
      none: false,
      received: sources.filter((one) => (one === source ? on : draft.received.includes(one))),
    });
  return (
    <CheckboxGroup
      labelText={label}
      labelMode="hidden"
      groupHintText={t('sources.hint')}
      {...(error === undefined ? {} : { groupStatus: 'error' as const, groupStatusText: error })}
    >
      {[
        ...sources.map((source) => (
          <Checkbox
            key={source}
            checked={draft.received.includes(source)}
            onClick={({ checkboxState }) => toggle(source, checkboxState)}
          >
            {t(`sources.${source}`)}
          </Checkbox>
        )),
        <Checkbox
          key="none"
          checked={draft.none}
          onClick={({ checkboxState }) => change({ none: checkboxState, choice: '', received: [] })}
        >
          {t('sources.none')}
        </Checkbox>,
      ]}
    </CheckboxGroup>
  );
}

function HouseholdField({ draft, change, label, error, unknownTitle }: FieldProps & { unknownTitle: string }) {
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
          { value: unknown, title: unknownTitle },
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

function InputField({
  variable,
  draft,
  change,
  label,
  error,
  without,
  unknownTitle,
}: FieldProps & { variable: Variable; without: readonly string[]; unknownTitle: string }) {
  const { t } = useSurroundings();
  if (variable.type === 'number') {
    return (
      <NumberField
        label={label}
        hideLabel
        unit={unitText(variable, t)}
        value={draft.text}
        onChange={(text) => change({ text, choice: 'number' })}
        error={error}
      />
    );
  }
  const members = (variable.members ?? []).filter((member) => !without.includes(member.name));
  if (isLong(variable)) {
    return (
      <SelectField
        label={label}
        hideLabel
        value={draft.choice === unknown ? '' : draft.choice}
        options={[
          { value: '', title: t('question.choose') },
          ...members.map((member) => ({ value: member.name, title: member.title })),
        ]}
        onChange={(choice) => change({ choice })}
        error={error}
      />
    );
  }
  const options =
    variable.type === 'boolean'
      ? [
          { value: 'true', title: t('question.yes') },
          { value: 'false', title: t('question.no') },
        ]
      : members.map((member) => ({ value: member.name, title: member.title }));
  return (
    <Choices
      name={variable.name}
      label={label}
      value={draft.choice}
      options={[...options, { value: unknown, title: unknownTitle }]}
      onChange={(choice) => change({ choice })}
      error={error}
    />
  );
}

interface ChoicesProps {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; title: string }[];
  onChange: (value: string) => void;
  error: string | undefined;
}

function Choices({ name, label, value, options, onChange, error }: ChoicesProps) {
  return (
    <RadioButtonGroup
      name={name}
      labelText={label}
      labelMode="hidden"
      value={value}
      onChange={onChange}
      {...(error === undefined ? {} : { groupStatus: 'error' as const, groupStatusText: error })}
    >
      {options.map((option) => (
        <RadioButton key={option.value} value={option.value}>
          {capitalised(option.title)}
        </RadioButton>
      ))}
    </RadioButtonGroup>
  );
}

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('fi') + text.slice(1);
