// The client's room: at most seven questions, then the answer. Each step is a page of the browser's history.
import { useCallback } from 'react';
import type { CaseFile } from '../case/case';
import { Later } from '../components/later/Later';
import { useHeadingFocus } from '../model/heading_focus';
import { useInputs } from '../model/inputs';
import { useSurroundings } from '../model/surroundings';
import { useCaseInHand } from './case_in_hand';
import { withoutAnswer } from './interview/case_of_answers';
import { QuestionPage } from './interview/QuestionPage';
import { nextOfAll, questionIds, sourcesOf, type Answer, type Answers, type QuestionId } from './interview/questions';
import { useOpening } from './opening';
import { Messages } from './Messages';
import { checkPath, correctionPath, otherPath, pageOf, type Page } from './routes';
import { StartPage } from './start/StartPage';
import { fetchAnswerPage, useSteps } from './steps';
import { nextMonth } from './start_month';
import { useThreeEscapes } from './three_escapes';

export interface ClientRoomProps {
  path: string;
  go: (path: string) => void;
  replace: (path: string) => void;
  back: () => void;
}

const loadCheck = async () => (await import('./check/CheckPage')).CheckPage;
const loadOther = async () => (await import('./OtherPage')).OtherPage;

type Correcting = Extract<Page, { page: 'question' }>['correcting'];

// Another case takes the place of the one in hand, or none does.
function useOpeningAndClearing(
  { path, go, replace }: Omit<ClientRoomProps, 'back'>,
  { open: take, clear }: ReturnType<typeof useCaseInHand>,
  { say, goToAnswer, onProblem }: ReturnType<typeof useSteps>,
) {
  const { t } = useSurroundings();
  const onCase = useCallback(
    (found: CaseFile) => {
      say(take(found) ? t('file.no_work') : '');
      void goToAnswer();
    },
    [take, say, goToAnswer, t],
  );
  const openFile = useOpening({ path, replace, onCase, onProblem });
  const again = useCallback(() => {
    clear();
    go('/');
  }, [clear, go]);
  useThreeEscapes(again);
  return { openFile, again };
}

export function ClientRoom({ path, go, replace, back }: ClientRoomProps) {
  const { t } = useSurroundings();
  const inputs = useInputs();
  const inHand = useCaseInHand();
  const { base, answers, file } = inHand;
  const steps = useSteps(path, go, inHand.assumeTheRest);
  const page = pageOf(path);

  const { say, goToAnswer, AnswerPage } = steps;
  const { openFile, again } = useOpeningAndClearing({ path, go, replace }, inHand, steps);
  const correct = useCallback(
    (id: QuestionId) => go(correctionPath(id, page.page === 'check' ? 'check' : 'answer')),
    [go, page.page],
  );
  const enough = () => {
    inHand.assumeTheRest(answers);
    void goToAnswer();
  };
  function begin() {
    const fresh = inHand.begin(nextMonth(inputs?.rules));
    say('');
    void fetchAnswerPage().catch(() => undefined);
    void steps.advance(fresh, {});
  }

  function answer(from: CaseFile, id: QuestionId, correcting: Correcting, given: Answer) {
    const all = inHand.take(id, given);
    if (id === 'sources' && sourcesOf(all).includes('other')) go(otherPath);
    else if (correcting === 'check') go(checkPath);
    else void (correcting === 'answer' ? goToAnswer() : steps.advance(from, all));
  }

  // A new step begins at its heading.
  const region = useHeadingFocus(path, inputs !== undefined, '/');

  const variables = inputs?.variables;
  return (
    <div ref={region}>
      <Messages {...steps.messages} />
      {variables === undefined ? (
        <p className="soft">{t('app.loading')}</p>
      ) : file !== undefined && base !== undefined && page.page === 'question' ? (
        <QuestionPage
          key={page.id}
          id={page.id}
          file={withoutAnswer(file, page.id)}
          number={page.correcting !== false ? undefined : numberOf(page.id, answers)}
          answer={answers[page.id]}
          variables={variables}
          onAnswer={answer.bind(undefined, base, page.id, page.correcting)}
          onEnough={page.correcting !== false || nextOfAll(answers) !== undefined ? undefined : enough}
          onBack={back}
        />
      ) : file !== undefined && page.page === 'answer' && AnswerPage !== undefined ? (
        <AnswerPage
          {...{ file, answers, variables }}
          onFile={openFile}
          onChange={inHand.change}
          onCorrect={correct}
          onAgain={again}
          onCheck={() => go(checkPath)}
        />
      ) : file !== undefined && page.page === 'check' ? (
        <Later
          load={loadCheck}
          props={{ file, answers, variables, onCorrect: correct, onAnswer: () => void goToAnswer() }}
        />
      ) : file !== undefined && page.page === 'other' ? (
        <Later load={loadOther} props={{ file, answers, variables, onFile: openFile, onAgain: again }} />
      ) : (
        <StartPage onBegin={begin} onFile={openFile} />
      )}
    </div>
  );
}

// Going back to a question answers it anew, and those asked after it.
function numberOf(id: QuestionId, answers: Answers): number {
  const asked = questionIds.filter((one) => answers[one] !== undefined);
  const place = asked.indexOf(id);
  return place < 0 ? asked.length + 1 : place + 1;
}
