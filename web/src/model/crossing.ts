// What it costs to cross the earnings limit by a cent, and from which wage on that is made good.
import { useEffect, useState } from 'react';
import { twice, type CaseFile } from '../case/case';
import { isRefused } from '../engine/answers';
import { figuresOf, leftOver } from './parts';
import { useSurroundings } from './surroundings';

export interface Crossing {
  limit: number;
  /** Left at the limit minus left one cent above it. */
  loss: number;
  /** The first wage that leaves as much as the limit does, null when there is none; undefined until it is known. */
  again: number | null | undefined;
  /** The case at the limit and a cent above it, for whoever asks why. */
  file: CaseFile;
}

/** Of a case of an ordinary month with no work in its second situation. */
export function useCrossing(still: CaseFile | undefined, limit: number): Crossing | undefined {
  const { engine, language } = useSurroundings();
  const [crossing, setCrossing] = useState<Omit<Crossing, 'again'>>();
  const [again, setAgain] = useState<Crossing['again']>();
  useEffect(() => {
    setCrossing(undefined);
    setAgain(undefined);
    if (still === undefined || limit <= 0) return undefined;
    let current = true;
    const around = twice(still, 'wage', [limit, centOver(limit)]);
    void engine.figures(around, language, 'limit', [leftOver]).then((answer) => {
      if (!current || isRefused(answer)) return;
      const [below = 0, above = 0] = [0, 1].map((scenario) => figuresOf(answer, scenario, 0).get(leftOver) ?? 0);
      setCrossing({ limit, loss: below - above, file: around });
    });
    const scenario = still.scenarios?.[1]?.name ?? '';
    const cent = { scenario, vary: 'client.wage', from: limit, to: centOver(limit), get: [leftOver] };
    void engine.edges(still, cent, language, 'beyond').then((answer) => {
      if (!current || isRefused(answer)) return;
      setAgain(answer.curves[0]?.edges[0]?.break_even);
    });
    return () => {
      current = false;
    };
  }, [engine, language, still, limit]);
  return crossing && { ...crossing, again };
}

const centOver = (limit: number) => Math.round(limit * 100 + 1) / 100;
