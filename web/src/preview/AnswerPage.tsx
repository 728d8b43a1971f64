// The answer: one sentence first, then what it is made of. The slider moves all of it in the same frame.
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useSurroundings } from '../app/context';
import { withWork, type CaseFile } from '../case/case';
import { SelectField } from '../components/select_field/SelectField';
import { Slider } from '../components/slider/Slider';
import { WhyButton } from '../components/why/WhyButton';
import type { WhyQuestion } from '../components/why/WhyDialog';
import { WhyLater } from '../components/why/WhyLater';
import type { Variable } from '../engine/answers';
import { figuresAt, sliderOf, twice, useAnswer } from './answer_model';
import { figuresOf, leftOver, partsOf, totalLeft } from './parts';
import type { Answers, QuestionId } from './interview';
import { AssumedSection } from './sections/AssumedSection';
import { CompareSection } from './sections/CompareSection';
import { EurosSection } from './sections/EurosSection';
import { LimitSection } from './sections/LimitSection';
import { TakeSection } from './sections/TakeSection';
import { TodoSection } from './sections/TodoSection';
import { UnverifiedSection } from './sections/UnverifiedSection';
import type { Line } from './turns';
import './answer_page.css';
import './answer_print.css';

// The curve stands below the answer and is fetched when that is there.
const CurveSection = lazy(async () => ({ default: (await import('./sections/CurveSection')).CurveSection }));

const Problems = lazy(async () => ({ default: (await import('./Problems')).Problems }));

export interface AnswerPageProps {
  file: CaseFile;
  answers: Answers;
  variables: ReadonlyMap<string, Variable>;
  opened: boolean;
  onFile: (file: File) => void;
  onChange: (file: CaseFile) => void;
  onCorrect: (id: QuestionId) => void;
  onAgain: () => void;
}

const nothing: readonly never[] = [];
const theClient: readonly string[] = ['client'];

/** More rows than this are printed smaller, so that they fit one page; a duty takes three, an assumption two. */
const mostLines = 15;

/** How long the slider rests before the whole case is asked anew, in milliseconds. */
const rest = 120;

export function AnswerPage({
  file,
  answers,
  variables,
  opened,
  onFile,
  onChange,
  onCorrect,
  onAgain,
}: AnswerPageProps) {
  const { t, formats, simple } = useSurroundings();
  const model = useAnswer(file);
  const { results, input, still, sweep } = model;
  const [moved, setMoved] = useState<number>();
  const [month, setMonth] = useState(0);
  // A plan's curve is worked out for whoever asks for it, of the case for which they asked.
  const [planAsked, setPlanAsked] = useState<CaseFile>();
  const [why, setWhy] = useState<{ file: CaseFile; question: WhyQuestion }>();

  const closeWhy = useCallback(() => setWhy(undefined), []);
  const value = moved ?? input?.value;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const move = (to: number) => {
    setMoved(to);
    clearTimeout(timer.current);
    if (input !== undefined)
      timer.current = setTimeout(() => onChange(withWork(file, { name: input.name, value: to })), rest);
  };
  useEffect(() => {
    // The case has caught up with the slider, unless the slider has moved on since.
    if (model.upToDate) setMoved((at) => (at === input?.value ? undefined : at));
  }, [input, model.upToDate]);

  const known = useMemo((): Line | undefined => {
    if (sweep !== undefined) return { points: sweep.points, left: sweep.columns.get(leftOver) ?? new Float64Array() };
    if (results === undefined || input === undefined || planAsked !== file) return undefined;
    return { points: Float64Array.of(input.value), left: Float64Array.of(totalLeft(results, 1)) };
  }, [sweep, results, input, planAsked, file]);

  const shownMonth = Math.min(month, (results?.timeline.months.length ?? 1) - 1);
  const now = useMemo(
    () => (results === undefined ? new Map<string, number>() : figuresOf(results, 0, shownMonth)),
    [results, shownMonth],
  );
  const work = figuresAt(model, value, shownMonth);

  const ownedTitle = useCallback(
    (title: string, person: string | null) => {
      if (person === null || person === 'client') return title;
      const name =
        person === 'spouse' ? t('person.spouse') : t('person.child', { number: person.replace('child', '') });
      return `${title} (${name})`;
    },
    [t],
  );

  // One heading in one place for all states: whoever stands on it stays there when the figures come.
  if (model.refused !== undefined) {
    return (
      <div className="answer-page">
        <div className="answer-head">
          <h1 tabIndex={-1} className="falls">
            {t('file.refused')}
          </h1>
        </div>
        <Suspense fallback={null}>
          <Problems diagnostics={model.refused} file={file} variables={variables} />
        </Suspense>
        <AssumedSection file={file} answers={answers} variables={variables} opened={opened} onCorrect={onCorrect} />
        <div>
          <Button variant="secondary" onClick={onAgain}>
            {t('actions.again')}
          </Button>
        </div>
      </div>
    );
  }
  if (results === undefined) {
    return (
      <div className="answer-page">
        <div className="answer-head">
          <h1 tabIndex={-1}>{t('answer.title')}</h1>
        </div>
      </div>
    );
  }

  const { months } = results.timeline;
  const isPlan = !results.timeline.typical;
  const persons = results.scenarios[1]?.persons ?? theClient;
  const titles = new Map(results.variables.map((variable) => [variable.name, variable.title]));
  const titleOf = (variable: string, person: string | null) =>
    ownedTitle(
      variable === 'totals.taxes_of_month'
        ? t('compare.taxes')
        : variable === 'totals.contributions_of_month'
          ? t('compare.contributions')
          : (titles.get(variable) ?? variable),
      person,
    );
  const titleOfKey = (key: string) => {
    const [owner = '', ...rest] = key.split('.');
    return persons.includes(owner) ? titleOf(rest.join('.'), owner) : titleOf(key, null);
  };
  const parts = partsOf(now, work, persons, titleOf, t('compare.other'));
  const left = { now: now.get(leftOver) ?? 0, work: work.get(leftOver) ?? 0 };
  const sentence = answerSentence();
  const shownMonthText = formats.month(results.timeline.months[shownMonth] ?? file.start);

  function answerSentence(): string {
    const change = Math.round(left.work - left.now);
    const amount = formats.wholeEuros(Math.abs(change));
    const way = change > 0 ? 'more' : change < 0 ? 'less' : 'same';
    if (input?.name === 'hours_per_week' && value !== undefined) {
      const hours = t(`answer.hours.${formats.plural(value)}`, { count: formats.number(value, 1) });
      return t(`answer.${way}`, { hours, amount });
    }
    const wage = formats.wholeEuros(work.get('client.work.earnings') ?? 0);
    return t(`answer.wage.${way}`, { wage, amount });
  }

  const ask = (variable: string) => {
    const scenarios = results.scenarios
      .slice(0, 2)
      .map((scenario, index) => ({ name: scenario.name, title: t(index === 0 ? 'why.now' : 'why.work') }));
    const asked = results.timeline.months[shownMonth];
    setWhy({ file, question: asked === undefined ? { variable, scenarios } : { variable, scenarios, month: asked } });
  };
  /** Why what is left differs between the two situations of a case. */
  const askBetween = (between: CaseFile, names: readonly [string, string], inMonth?: string) => {
    const scenarios = between.scenarios ?? [];
    setWhy({
      file: between,
      question: {
        variable: leftOver,
        scenarios: scenarios.map(({ name }, index) => ({ name, title: names[index] ?? name })),
        ...(inMonth === undefined ? {} : { month: inMonth }),
      },
    });
  };

  const tasks = results.scenarios[1]?.to_do ?? nothing;
  const lines = parts.length + 3 * tasks.length + 2 * model.assumptions.length;

  const sliderText =
    value === undefined
      ? ''
      : input?.name === 'hours_per_week'
        ? `${formats.number(value, 1)} ${t('unit.hours_per_week')}`
        : formats.wholeEuros(value);

  return (
    <div
      className={`answer-page${simple ? ' simple' : ''}${lines > mostLines ? ' dense' : ''}`}
      aria-busy={!model.upToDate || value !== input?.value}
    >
      <div className="answer-head">
        <h1 tabIndex={-1} className={left.work < left.now - 0.5 ? 'falls' : ''}>
          {sentence}
        </h1>
        <p className="soft">
          {t(results.timeline.typical ? 'answer.estimate' : 'answer.estimate.plan', { month: shownMonthText })}{' '}
          <WhyButton
            title={t('compare.change')}
            amount={formats.change(left.work - left.now)}
            onClick={() => ask(leftOver)}
          />
        </p>
        {results.timeline.months.length > 1 && (
          <SelectField
            label={t('actions.month')}
            value={String(shownMonth)}
            options={results.timeline.months.map((one, index) => ({ value: String(index), title: formats.month(one) }))}
            onChange={(index) => setMonth(Number(index))}
          />
        )}
      </div>

      {input !== undefined && sweep !== undefined && value !== undefined && (
        <section className="card no-print">
          <Slider
            label={t(input.name === 'hours_per_week' ? 'answer.slider.hours' : 'answer.slider.wage')}
            hint={t('answer.slider.hint')}
            value={value}
            {...sliderOf(input.name)}
            text={sliderText}
            outcome={sentence}
            fewer={t('answer.fewer')}
            greater={t('answer.greater')}
            onChange={move}
          />
        </section>
      )}

      <CompareSection parts={parts} left={left} sweep={sweep} household={persons.length > 1} onWhy={ask} />
      <LimitSection
        limit={work.get('client.disability_pension.earnings_limit') ?? 0}
        wage={work.get('client.work.earnings') ?? 0}
        crossing={model.crossing}
        onWhy={() => ask('client.disability_pension.earnings_limit')}
        onWhyCrossing={() => {
          if (model.crossing !== undefined) askBetween(model.crossing.file, [t('limit.at'), t('limit.cent_over')]);
        }}
      />
      <TodoSection
        tasks={tasks}
        begins={results.timeline.typical ? results.timeline.months[0] : undefined}
        ownedTitle={ownedTitle}
      />
      {!simple && <EurosSection parts={parts} onWhy={ask} />}
      {!simple && isPlan && input !== undefined && planAsked !== file && (
        <section className="no-print" aria-labelledby="plan-title">
          <h2 id="plan-title">{t('curve.plan.title', { count: months.length })}</h2>
          <p>{t('curve.plan.lead', { count: months.length })}</p>
          <Button variant="secondary" onClick={() => setPlanAsked(file)}>
            {t('curve.plan.ask')}
          </Button>
        </section>
      )}
      {!simple && known !== undefined && input !== undefined && still !== undefined && value !== undefined && (
        <Suspense fallback={null}>
          <CurveSection
            still={still}
            months={months.length}
            known={known}
            input={input.name}
            end={Math.max(sliderOf(input.name).to, value)}
            persons={persons}
            at={value}
            now={isPlan ? totalLeft(results, 0) : left.now}
            hasLimit={(work.get('client.disability_pension.earnings_limit') ?? 0) > 0}
            titleOf={titleOfKey}
            ownedTitle={ownedTitle}
            onWhy={(at, next, month) =>
              askBetween(twice(still, input.name, [at, next]), [t('turn.at'), t('turn.next')], month)
            }
          />
        </Suspense>
      )}
      <AssumedSection file={file} answers={answers} variables={variables} opened={opened} onCorrect={onCorrect} />
      <UnverifiedSection assumptions={model.assumptions} />
      <TakeSection file={file} onFile={onFile} onAgain={onAgain} />
      <p className="soft rules-line">
        {t('app.rules', {
          version: results.rules?.version ?? '',
          month: formats.untilMonth(results.rules?.law_until ?? '2026-12'),
        })}
      </p>
      {why !== undefined && <WhyLater file={why.file} question={why.question} onClose={closeWhy} />}
    </div>
  );
}
