// From page to page: to the next question that matters, or to the answer; and what is said on the way.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseFile } from '../case/case';
import { leftOver } from '../model/parts';
import { useSurroundings } from '../model/surroundings';
import type { AnswerPage as AnswerPageType } from './answer/AnswerPage';
import type { Answers } from './interview/questions';
import { nextQuestion } from './interview/relevance';
import type { MessagesProps } from './Messages';
import { answerPath, pageOf, questionPath } from './routes';

// The answer with its charts is fetched while the questions are read.
export const fetchAnswerPage = () => import('./answer/AnswerPage');

export interface Steps {
  AnswerPage: typeof AnswerPageType | undefined;
  messages: MessagesProps;
  say: (text: string) => void;
  onProblem: (text: string) => void;
  goToAnswer: () => Promise<void>;
  /** To the next question that matters, or to the answer. */
  advance: (from: CaseFile, given: Answers) => Promise<void>;
}

export function useSteps(path: string, go: (path: string) => void, assumeTheRest: (given: Answers) => void): Steps {
  const { t, engine, language } = useSurroundings();
  const [AnswerPage, setAnswerPage] = useState<typeof AnswerPageType>();
  const [note, setNote] = useState('');
  const [thinking, setThinking] = useState(false);
  const [problem, setProblem] = useState<string>();
  useEffect(() => setProblem(undefined), [path]);
  const fetchPage = useCallback(async () => {
    try {
      const { AnswerPage: fetched } = await fetchAnswerPage();
      setAnswerPage(() => fetched);
      return true;
    } catch {
      setProblem(t('app.part_missing'));
      return false;
    }
  }, [t]);
  // After a reload one stands on the answer before it has been fetched.
  useEffect(() => {
    if (pageOf(path).page === 'answer') void fetchPage();
  }, [path, fetchPage]);
  const goToAnswer = useCallback(async () => {
    if (await fetchPage()) go(answerPath);
  }, [fetchPage, go]);
  // A second press of the button while the first one is thought about takes no second step.
  const busy = useRef(false);
  async function advance(from: CaseFile, given: Answers) {
    if (busy.current) return;
    busy.current = true;
    setThinking(true);
    const next = await nextQuestion(from, given, (one) => engine.figures(one, language, undefined, [leftOver]));
    busy.current = false;
    setThinking(false);
    if (next !== undefined) {
      go(questionPath(next));
      return;
    }
    assumeTheRest(given);
    await goToAnswer();
  }
  return {
    AnswerPage,
    messages: { thinking: thinking ? t('question.thinking') : '', note, problem },
    say: setNote,
    onProblem: setProblem,
    goToAnswer,
    advance,
  };
}
