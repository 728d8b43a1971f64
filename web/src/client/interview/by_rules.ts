// What the rules take where a case says nothing: an age, a municipality. Only the engine can tell, because a default may be
// a formula.
import { useEffect, useMemo, useState } from 'react';
import { useSurroundings } from '../../model/surroundings';
import type { CaseFile } from '../../case/case';
import { isRefused, type Results } from '../../engine/answers';
import { question, questionIds, type AnswerValue, type QuestionId } from './questions';

export type ByRules = ReadonlyMap<QuestionId, AnswerValue>;

const none: ByRules = new Map();

/** The values of these questions' inputs in the case; empty until the engine has answered. */
export function useByRules(file: CaseFile, ids: readonly QuestionId[]): ByRules {
  const { engine, language } = useSurroundings();
  const [found, setFound] = useState<ByRules>(none);
  const inputs = ids.flatMap((id) => {
    const asked = question(id);
    return asked.kind === 'input' ? [asked.input] : [];
  });
  const wanted = [...new Set(inputs)].join(' ');
  const text = useMemo(() => JSON.stringify(file), [file]);
  useEffect(() => {
    if (wanted === '') return undefined;
    let current = true;
    void engine.figures(JSON.parse(text) as CaseFile, language, undefined, wanted.split(' ')).then((answer) => {
      if (current) setFound(isRefused(answer) ? none : valuesIn(answer));
    });
    return () => {
      current = false;
    };
  }, [engine, text, language, wanted]);
  return found;
}

export function valuesIn(results: Results): ByRules {
  const figures = results.scenarios.at(-1)?.figures ?? [];
  const values = new Map<QuestionId, AnswerValue>();
  for (const id of questionIds) {
    const asked = question(id);
    if (asked.kind !== 'input') continue;
    const person = asked.place === 'household' ? null : asked.place === 'spouse' ? 'spouse' : 'client';
    const value = figures.find((figure) => figure.variable === asked.input && figure.person === person)?.values[0];
    if (value !== undefined) values.set(id, value);
  }
  return values;
}
