// What the engine reckoned with: the values of inputs as its answer has them, and which of them the case gave. The page shows
// these, never its own idea of them.
import { useEffect, useMemo, useState } from 'react';
import type { CaseFile } from '../case/case';
import { isRefused, type Results, type Value } from '../engine/answers';
import { figureKey } from './parts';
import { useSurroundings } from './surroundings';

export interface Used {
  variable: string;
  person: string | null;
  /** Undefined where it differs from month to month. */
  value: Value | undefined;
  /** The case says it; else the rules take it. */
  given: boolean;
}

/** By key: "rent", "client.age". */
export type UsedValues = ReadonlyMap<string, Used>;

/** In the situation now and in the one with work. */
export interface UsedBoth {
  now: UsedValues;
  work: UsedValues;
}

const none: UsedBoth = { now: new Map(), work: new Map() };

/** Of these inputs and of all that the case gives; empty until the engine has answered. */
export function useUsed(file: CaseFile, inputs: readonly string[]): UsedBoth {
  const { engine, language } = useSurroundings();
  const [found, setFound] = useState<UsedBoth>(none);
  const wanted = [...new Set(inputs)].join(' ');
  const text = useMemo(() => JSON.stringify(file), [file]);
  useEffect(() => {
    if (wanted === '') return undefined;
    let current = true;
    void engine.figures(JSON.parse(text) as CaseFile, language, undefined, wanted.split(' ')).then((answer) => {
      if (current) setFound(isRefused(answer) ? none : { now: usedIn(answer, 'now'), work: usedIn(answer, 'work') });
    });
    return () => {
      current = false;
    };
  }, [engine, text, language, wanted]);
  return found;
}

/** In the situation with work, or in the one now. */
export function usedIn(results: Results, which: 'now' | 'work'): UsedValues {
  const scenario = results.scenarios[which === 'work' ? 1 : 0] ?? results.scenarios[0];
  const given = new Map(
    (scenario?.given ?? []).map(({ variable, person, values }) => [figureKey(variable, person), values] as const),
  );
  const used = new Map<string, Used>();
  for (const { variable, person, values } of [...(scenario?.figures ?? []), ...(scenario?.given ?? [])]) {
    const key = figureKey(variable, person);
    const own = given.get(key) ?? values;
    const [first] = own;
    used.set(key, {
      variable,
      person,
      value: own.every((one) => one === first) ? first : undefined,
      given: given.has(key),
    });
  }
  return used;
}
