// What the curve needs of the engine for one case: its turns, to the smallest step, and what changes at each. Asked once a
// case, not where the slider stands.
import { useEffect, useState } from 'react';
import { useSurroundings } from '../app/context';
import type { CaseFile, WorkInput } from '../case/case';
import { isRefused } from '../engine/answers';
import { sliderOf } from './answer_model';
import { leftOver, wantedFigures } from './parts';
import { sidesOf, turnsOf, type Sides, type Turn } from './turns';

export interface SeenTurn extends Turn {
  sides: Sides;
}

/** Undefined until the engine has answered. */
export function useTurns(
  file: CaseFile,
  input: WorkInput['name'],
  persons: readonly string[],
): readonly SeenTurn[] | undefined {
  const { engine, language } = useSurroundings();
  const [turns, setTurns] = useState<readonly SeenTurn[]>();
  const everyone = persons.join(' ');
  useEffect(() => {
    setTurns(undefined);
    let current = true;
    const scenario = file.scenarios?.[1]?.name ?? '';
    const vary = `client.${input}`;
    const { from, to } = sliderOf(input);
    const get = wantedFigures(everyone.split(' '));
    const find = async () => {
      const answer = await engine.edges(file, { scenario, vary, from, to, get: [leftOver] }, language, 'edges');
      const curve = isRefused(answer) ? undefined : answer.curves[0];
      if (isRefused(answer) || curve === undefined) return;
      const { step } = answer.axis;
      const seen = turnsOf(curve).map(async (turn) => {
        const sweep = await engine.sweep(file, { scenario, vary, from: turn.at, to: turn.next, step, get });
        return sweep === undefined ? [] : [{ ...turn, sides: sidesOf(sweep, leftOver) }];
      });
      const all = await Promise.all(seen);
      if (current) setTurns(all.flat());
    };
    void find();
    return () => {
      current = false;
    };
  }, [engine, file, language, input, everyone]);
  return turns;
}
