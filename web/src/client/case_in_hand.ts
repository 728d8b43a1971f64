// The case one works on: what it rests on (nothing, or an opened file) and the answers on top of it.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { emptyCase, withTwoScenarios, type CaseFile } from '../case/case';
import { answersIn } from './interview/answers_of_case';
import { caseOf, withAnswer } from './interview/case_of_answers';
import { keep, readKept } from './kept_case';
import { candidates, unknown, type Answer, type Answers, type QuestionId } from './interview/questions';

export interface CaseInHand {
  /** Undefined before the first question. */
  base: CaseFile | undefined;
  answers: Answers;
  /** With all answers in it. */
  file: CaseFile | undefined;
  /** It comes from a file or a link. */
  opened: boolean;
  /** Says whether it had one situation only. */
  open: (file: CaseFile) => boolean;
  begin: (month: string) => CaseFile;
  /** All answers with this one. */
  take: (id: QuestionId, answer: Answer) => Answers;
  /** Whoever has said enough gets the answer: what was not asked is assumed, as of one who does not know. */
  assumeTheRest: (given: Answers) => void;
  /** The case as the slider moved it. */
  change: (moved: CaseFile) => void;
  clear: () => void;
}

export function useCaseInHand(): CaseInHand {
  const [kept] = useState(readKept);
  const [base, setBase] = useState(kept.base);
  const [answers, setAnswers] = useState(kept.answers);
  const [opened, setOpened] = useState(kept.opened);
  useEffect(() => keep({ base, answers, opened }), [base, answers, opened]);
  const file = useMemo(() => (base === undefined ? undefined : caseOf(base, answers)), [base, answers]);
  const open = useCallback((found: CaseFile) => {
    const two = withTwoScenarios(found);
    setBase(two);
    setAnswers(answersIn(two));
    setOpened(true);
    return two !== found;
  }, []);
  const clear = useCallback(() => {
    setBase(undefined);
    setAnswers({});
  }, []);
  return {
    base,
    answers,
    file,
    opened,
    open,
    clear,
    begin(month) {
      const fresh = emptyCase(month);
      setBase(fresh);
      setAnswers({});
      setOpened(false);
      return fresh;
    },
    take(id, answer) {
      const given = { ...answers, [id]: answer };
      setAnswers(given);
      if (opened && base !== undefined) setBase(withAnswer(base, id, answer));
      return given;
    },
    assumeTheRest: (given) => setAnswers({ ...given, ...unknown(candidates(given)) }),
    // The slider's value is the answer to its question; a wage that no question asks for belongs to the case.
    change(moved) {
      const hours = moved.scenarios?.[1]?.client?.['hours_per_week'];
      if (typeof hours === 'number' && hours !== file?.scenarios?.[1]?.client?.['hours_per_week']) {
        setAnswers((before) => ({ ...before, hours_per_week: { known: true, value: hours } }));
      } else {
        setBase(moved);
      }
    },
  };
}
