// The client's room: at most seven questions, then the answer. Each step is a page of the browser's history.
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { InlineAlert } from 'suomifi-ui-components';
import type { CaseFile } from '../case/case';
import { useInputs } from '../model/inputs';
import { leftOver } from '../model/parts';
import { useSurroundings } from '../model/surroundings';
import type { AnswerPage as AnswerPageType } from './answer/AnswerPage';
import { useCaseInHand } from './case_in_hand';
import { withoutAnswer } from './interview/case_of_answers';
import { QuestionPage } from './interview/QuestionPage';
import { nextOfAll, questionIds, type Answer, type Answers, type QuestionId } from './interview/questions';
import { nextQuestion } from './interview/relevance';
import { useOpening } from './opening';
import { answerPath, correctionPath, pageOf, questionPath } from './routes';
import { StartPage } from './start/StartPage';
import { nextMonth } from './start_month';

export interface ClientRoomProps {
  path: string;
  go: (path: string) => void;
  replace: (path: string) => void;
  back: () => void;
}

// The answer with its charts is fetched while the questions are read.
const fetchAnswerPage = () => import('./answer/AnswerPage');

export function ClientRoom({ path, go, replace, back }: ClientRoomProps) {
  const { t } = useSurroundings();
  const inputs = useInputs();
  const inHand = useCaseInHand();
  const { base, answers, file } = inHand;
  const steps = useSteps(path, go, inHand.assumeTheRest);
  const page = pageOf(path);

  const { open: take, clear } = inHand;
  const { say, goToAnswer } = steps;
  const open = useCallback(
    (found: CaseFile) => {
      say(take(found) ? t('file.no_work') : '');
      void goToAnswer();
    },
    [take, say, goToAnswer, t],
  );
  const openFile = useOpening({ path, replace, onCase: open, onProblem: steps.onProblem });
  const correct = useCallback((id: QuestionId) => go(correctionPath(id)), [go]);
  const enough = () => {
    inHand.assumeTheRest(answers);
    void goToAnswer();
  };
  const again = useCallback(() => {
    clear();
    go('/');
  }, [clear, go]);

  function begin() {
    const fresh = inHand.begin(nextMonth(inputs?.rules));
    say('');
    void fetchAnswerPage().catch(() => undefined);
    void steps.advance(fresh, {});
  }

  function answer(base: CaseFile, id: QuestionId, correcting: boolean, given: Answer) {
    const all = inHand.take(id, given);
    void (correcting ? goToAnswer() : steps.advance(base, all));
  }

  // A new step begins at its heading.
  const region = useRef<HTMLDivElement>(null);
  useHeadingFocus(region, path, inputs !== undefined);

  const { AnswerPage } = steps;
  const variables = inputs?.variables;
  return (
    <div ref={region}>
      <Messages said={steps.said} problem={steps.problem} />
      {variables === undefined ? (
        <p className="soft">{t('app.loading')}</p>
      ) : file !== undefined && base !== undefined && page.page === 'question' ? (
        <QuestionPage
          key={page.id}
          id={page.id}
          file={withoutAnswer(file, page.id)}
          number={page.correcting ? undefined : numberOf(page.id, answers)}
          answer={answers[page.id]}
          variables={variables}
          onAnswer={answer.bind(undefined, base, page.id, page.correcting)}
          onEnough={page.correcting || nextOfAll(answers) !== undefined ? undefined : enough}
          onBack={back}
        />
      ) : file !== undefined && page.page === 'answer' && AnswerPage !== undefined ? (
        <AnswerPage
          file={file}
          answers={answers}
          variables={variables}
          onFile={openFile}
          onChange={inHand.change}
          onCorrect={correct}
          onAgain={again}
        />
      ) : (
        <StartPage onBegin={begin} onFile={openFile} />
      )}
    </div>
  );
}

interface Steps {
  AnswerPage: typeof AnswerPageType | undefined;
  /** What is said to whoever does not see the page change. */
  said: string;
  problem: string | undefined;
  say: (text: string) => void;
  onProblem: (text: string) => void;
  goToAnswer: () => Promise<void>;
  /** To the next question that matters, or to the answer. */
  advance: (from: CaseFile, given: Answers) => Promise<void>;
}

function useSteps(path: string, go: (path: string) => void, assumeTheRest: (given: Answers) => void): Steps {
  const { t, engine, language } = useSurroundings();
  const [AnswerPage, setAnswerPage] = useState<typeof AnswerPageType>();
  const [note, setNote] = useState('');
  const [thinking, setThinking] = useState(false);
  const [problem, setProblem] = useState<string>();
  useEffect(() => setProblem(undefined), [path]);
  const goToAnswer = useCallback(async () => {
    try {
      const { AnswerPage: fetched } = await fetchAnswerPage();
      setAnswerPage(() => fetched);
      go(answerPath);
    } catch {
      setProblem(t('app.failed'));
    }
  }, [go, t]);
  return {
    AnswerPage,
    said: thinking ? t('question.thinking') : note,
    problem,
    say: setNote,
    onProblem: setProblem,
    goToAnswer,
    async advance(from, given) {
      setThinking(true);
      const next = await nextQuestion(from, given, (one) => engine.figures(one, language, undefined, [leftOver]));
      setThinking(false);
      if (next !== undefined) {
        go(questionPath(next));
        return;
      }
      assumeTheRest(given);
      await goToAnswer();
    },
  };
}

function Messages({ said, problem }: { said: string; problem: string | undefined }) {
  return (
    <>
      <div role="status" className="only-read">
        {said}
      </div>
      {problem !== undefined && (
        <div className="page-problem" role="alert">
          <InlineAlert status="error">{problem}</InlineAlert>
        </div>
      )}
    </>
  );
}

function useHeadingFocus(region: RefObject<HTMLDivElement | null>, path: string, ready: boolean): void {
  const shown = useRef('/');
  useEffect(() => {
    if (!ready || shown.current === path) return;
    shown.current = path;
    window.scrollTo(0, 0);
    region.current?.querySelector<HTMLElement>('h1')?.focus();
  }, [region, path, ready]);
}

// Going back to a question answers it anew, and those asked after it.
function numberOf(id: QuestionId, answers: Answers): number {
  const asked = questionIds.filter((one) => answers[one] !== undefined);
  const place = asked.indexOf(id);
  return place < 0 ? asked.length + 1 : place + 1;
}
