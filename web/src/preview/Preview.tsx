// The Preview: at most seven questions, then the answer. Each step is a page of the browser's history.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { InlineAlert } from 'suomifi-ui-components';
import { useSurroundings } from '../app/context';
import { withTwoScenarios, type CaseFile } from '../case/case';
import { unpackCase } from '../case/case_link';
import { openCase } from '../case/open_case';
import type { Variables } from '../engine/answers';
import type { AnswerPage as AnswerPageType } from './AnswerPage';
import { QuestionPage } from './QuestionPage';
import { StartPage } from './StartPage';
import {
  answersIn,
  candidates,
  caseOf,
  nextOfAll,
  questionIds,
  startCase,
  unknown,
  withAnswer,
  withoutAnswer,
  type Answer,
  type Answers,
  type QuestionId,
} from './interview';
import { leftOver } from './parts';
import { nextQuestion } from './relevance';

type Stage = { page: 'start' } | { page: 'question'; id: QuestionId; correcting: boolean } | { page: 'answer' };

const start: Stage = { page: 'start' };

// The answer with its charts is fetched while the questions are read.
const fetchAnswerPage = () => import('./AnswerPage');

function stageOf(state: unknown): Stage {
  if (typeof state !== 'object' || state === null || !('page' in state)) return start;
  const { page, id } = state as { page: unknown; id?: unknown; correcting?: unknown };
  if (page === 'answer') return { page: 'answer' };
  const known = questionIds.find((one) => one === id);
  if (page === 'question' && known !== undefined) {
    return { page: 'question', id: known, correcting: (state as { correcting?: unknown }).correcting === true };
  }
  return start;
}

/** The next month, in which one who thinks of a job now may begin it, or the nearest the rules know. */
function nextMonth(rules: Variables['rules']): string {
  const today = new Date();
  const next = new Date(today.getFullYear(), today.getMonth() + 1, 1);
  const month = `${String(next.getFullYear())}-${String(next.getMonth() + 1).padStart(2, '0')}`;
  if (rules === undefined) return month;
  return month < rules.law_from ? rules.law_from : month > rules.law_until ? rules.law_until : month;
}

export function Preview() {
  const { t, engine, language } = useSurroundings();
  const [inputs, setInputs] = useState<Variables>();
  const [base, setBase] = useState<CaseFile>();
  const [answers, setAnswers] = useState<Answers>({});
  const [stage, setStage] = useState<Stage>(start);
  const [opened, setOpened] = useState(false);
  const [thinking, setThinking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [note, setNote] = useState('');
  const [AnswerPage, setAnswerPage] = useState<typeof AnswerPageType>();

  useEffect(() => {
    let current = true;
    void engine.inputs(language).then((answer) => {
      if (current) setInputs(answer);
    });
    return () => {
      current = false;
    };
  }, [engine, language]);

  const go = useCallback((to: Stage) => {
    history.pushState(to, '');
    setStage(to);
    setProblem(undefined);
  }, []);

  const goToAnswer = useCallback(async () => {
    try {
      const { AnswerPage: fetched } = await fetchAnswerPage();
      setAnswerPage(() => fetched);
      go({ page: 'answer' });
    } catch {
      setProblem(t('app.failed'));
    }
  }, [go, t]);

  const open = useCallback(
    (file: CaseFile) => {
      const two = withTwoScenarios(file);
      setNote(two === file ? '' : t('file.no_work'));
      setBase(two);
      setAnswers(answersIn(two));
      setOpened(true);
      void goToAnswer();
    },
    [goToAnswer, t],
  );

  // A link may carry a case; it is taken out of the address at once.
  const fromLink = useRef(false);
  useEffect(() => {
    const carried = /^#case=(.+)$/.exec(location.hash)?.[1];
    if (fromLink.current || carried === undefined) return;
    fromLink.current = true;
    history.replaceState(start, '', location.pathname + location.search);
    void unpackCase(carried).then((file) => {
      if (file === undefined) setProblem(t('file.link_bad'));
      else open(file);
    });
  }, [open, t]);

  useEffect(() => {
    const back = (event: PopStateEvent) => setStage(stageOf(event.state));
    window.addEventListener('popstate', back);
    if (history.state === null || !fromLink.current) history.replaceState(start, '');
    return () => window.removeEventListener('popstate', back);
  }, []);

  // A new step begins at its heading.
  const region = useRef<HTMLDivElement>(null);
  const stageKey = stage.page === 'question' ? stage.id : stage.page;
  const ready = inputs !== undefined;
  const shown = useRef('start');
  useEffect(() => {
    if (!ready || shown.current === stageKey) return;
    shown.current = stageKey;
    window.scrollTo(0, 0);
    region.current?.querySelector<HTMLElement>('h1')?.focus();
  }, [stageKey, ready]);

  const variables = useMemo(
    () => new Map((inputs?.variables ?? []).map((variable) => [variable.name, variable])),
    [inputs],
  );
  const known = base ?? startCase(nextMonth(inputs?.rules));
  const file = useMemo(() => (base === undefined ? undefined : caseOf(base, answers)), [base, answers]);

  async function advance(from: CaseFile, given: Answers) {
    setThinking(true);
    const next = await nextQuestion(from, given, (one) => engine.figures(one, language, undefined, [leftOver]));
    setThinking(false);
    if (next === undefined) await goToAnswer();
    else go({ page: 'question', id: next, correcting: false });
  }

  function begin() {
    const fresh = startCase(nextMonth(inputs?.rules));
    setBase(fresh);
    setAnswers({});
    setOpened(false);
    setNote('');
    void fetchAnswerPage().catch(() => undefined);
    void advance(fresh, {});
  }

  function take(id: QuestionId, answer: Answer, correcting: boolean) {
    const given = { ...answers, [id]: answer };
    setAnswers(given);
    if (opened) setBase(withAnswer(known, id, answer));
    if (correcting) void goToAnswer();
    else void advance(known, given);
  }

  // Whoever has said what everyone is asked may have the answer: what is left is assumed, as if they did not know.
  function enough() {
    setAnswers({ ...answers, ...unknown(candidates(answers)) });
    void goToAnswer();
  }

  // The slider's value is the answer to its question; a wage that no question asks for belongs to the case.
  function change(moved: CaseFile) {
    const hours = moved.scenarios?.[1]?.client?.['hours_per_week'];
    if (typeof hours === 'number' && hours !== file?.scenarios?.[1]?.client?.['hours_per_week']) {
      setAnswers((before) => ({ ...before, hours_per_week: { known: true, value: hours } }));
    } else {
      setBase(moved);
    }
  }

  const openFile = useCallback(
    (chosen: File) => {
      void chosen
        .text()
        .then(openCase)
        .then(
          (opened) => {
            if ('file' in opened) open(opened.file);
            else if (opened.problem === 'mistake') setProblem(t('file.mistake', { line: opened.line }));
            else setProblem(t('file.no_case'));
          },
          () => setProblem(t('app.failed')),
        );
    },
    [open, t],
  );
  const correct = useCallback((id: QuestionId) => go({ page: 'question', id, correcting: true }), [go]);
  const again = useCallback(() => {
    setBase(undefined);
    setAnswers({});
    go(start);
  }, [go]);

  // Going back to a question answers it anew, and those asked after it.
  const asked = questionIds.filter((id) => answers[id] !== undefined);
  const back = () => history.back();

  return (
    <div ref={region}>
      <div role="status" className="only-read">
        {thinking ? t('question.thinking') : note}
      </div>
      {problem !== undefined && (
        <div className="page-problem" role="alert">
          <InlineAlert status="error">{problem}</InlineAlert>
        </div>
      )}
      {!ready ? (
        <p className="soft">{t('app.loading')}</p>
      ) : base !== undefined && stage.page === 'question' ? (
        <QuestionPage
          key={stage.id}
          id={stage.id}
          file={withoutAnswer(caseOf(base, answers), stage.id)}
          number={stage.correcting ? undefined : numberOf(stage.id, asked)}
          answer={answers[stage.id]}
          variables={variables}
          onAnswer={(answer) => take(stage.id, answer, stage.correcting)}
          onEnough={stage.correcting || nextOfAll(answers) !== undefined ? undefined : enough}
          onBack={back}
        />
      ) : file !== undefined && stage.page === 'answer' && AnswerPage !== undefined ? (
        <AnswerPage
          file={file}
          answers={answers}
          variables={variables}
          opened={opened}
          onFile={openFile}
          onChange={change}
          onCorrect={correct}
          onAgain={again}
        />
      ) : (
        <StartPage onBegin={begin} onFile={openFile} />
      )}
    </div>
  );
}

function numberOf(id: QuestionId, asked: readonly QuestionId[]): number {
  const place = asked.indexOf(id);
  return place < 0 ? asked.length + 1 : place + 1;
}
