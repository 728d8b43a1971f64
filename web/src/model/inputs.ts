// What the rules may be told: the inputs with their titles, questions and bounds, and which law is known.
import { useEffect, useMemo, useState } from 'react';
import type { Variable, Variables } from '../engine/answers';
import { useSurroundings } from './surroundings';

export interface Inputs {
  rules: Variables['rules'];
  variables: ReadonlyMap<string, Variable>;
}

/** Undefined until the engine has answered. */
export function useInputs(): Inputs | undefined {
  const { engine, language } = useSurroundings();
  const [answer, setAnswer] = useState<Variables>();
  useEffect(() => {
    let current = true;
    void engine.inputs(language).then((found) => {
      if (current) setAnswer(found);
    });
    return () => {
      current = false;
    };
  }, [engine, language]);
  return useMemo(
    () =>
      answer && {
        rules: answer.rules,
        variables: new Map(answer.variables.map((variable) => [variable.name, variable])),
      },
    [answer],
  );
}
