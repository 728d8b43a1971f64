// One question to the engine, asked again whenever it changes. The answer before stands until the next is there, and whoever
// shows it can tell.
import { useEffect, useState } from 'react';
import {
  isRefused,
  type Compared,
  type Diagnostic,
  type Language,
  type Refused,
  type Results,
} from '../engine/answers';
import { shownFigures } from '../model/parts';
import type { CaseFile } from '../case/case';
import type { Engine } from '../engine/engine';
import { useSurroundings } from '../model/surroundings';

/** One function for as long as the kind of question is the same. */
export type Ask<Question, Answer extends object> = (
  engine: Engine,
  question: Question,
  language: Language,
) => Promise<Refused<Answer>>;

export interface Asked<Answer> {
  answer: Answer | undefined;
  refused: readonly Diagnostic[];
  /** False while the answer is still to an older question. */
  upToDate: boolean;
}

export function useAsked<Question, Answer extends object>(
  question: Question | undefined,
  ask: Ask<Question, Answer>,
): Asked<Answer> {
  const { engine, language } = useSurroundings();
  const [told, setTold] = useState<{ to: Question; in: Language; answer?: Answer; refused: readonly Diagnostic[] }>();
  useEffect(() => {
    if (question === undefined) return undefined;
    let current = true;
    void ask(engine, question, language).then((answer) => {
      if (!current) return;
      setTold(
        isRefused(answer)
          ? { to: question, in: language, refused: answer.diagnostics }
          : { to: question, in: language, answer, refused: [] },
      );
    });
    return () => {
      current = false;
    };
  }, [engine, question, language, ask]);
  if (question === undefined || told === undefined) return { answer: undefined, refused: [], upToDate: false };
  return { answer: told.answer, refused: told.refused, upToDate: told.to === question && told.in === language };
}

/** Every part of what is left, with what is expected of the law; a comparison has only the figures that matter most. */
export const askShown: Ask<CaseFile, Results> = (engine, file, language) =>
  engine.calc(file, language, undefined, shownFigures);

export const askCompared: Ask<CaseFile, Compared> = (engine, file, language) => engine.compare(file, language);
