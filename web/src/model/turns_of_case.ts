// What the curve needs of the engine for one case: its turns, to the smallest step, and what changes at each. Asked once a
// case, not where the slider stands.
import { useEffect, useState } from 'react';
import { useSurroundings } from './surroundings';
import type { CaseFile, WorkInput } from '../case/case';
import { isRefused } from '../engine/answers';
import { leftOver, wantedFigures } from './parts';
import { sidesOf, turnsOf, type Line, type Sides, type Turn } from './turns';

export interface SeenTurn extends Turn {
  /** Of an ordinary month; a plan's months differ. */
  sides?: Sides;
}

export interface Turns {
  /** What is left at both ends of the axis. */
  ends: Line;
  turns: readonly SeenTurn[];
}

/** Of an ordinary month, or of all months of a plan together. Undefined until the engine has answered. */
export function useTurns(
  file: CaseFile,
  input: WorkInput['name'],
  end: number,
  persons: readonly string[],
): Turns | 'refused' | undefined {
  const { engine, language } = useSurroundings();
  const [turns, setTurns] = useState<Turns | 'refused'>();
  const everyone = persons.join(' ');
  useEffect(() => {
    setTurns(undefined);
    let current = true;
    const scenario = file.scenarios?.[1]?.name ?? '';
    const axis = { scenario, vary: `client.${input}` };
    const get = wantedFigures(everyone.split(' '));
    const find = async (): Promise<Turns | 'refused'> => {
      const answer = await engine.edges(file, { ...axis, from: 0, to: end, get: [leftOver] }, language, 'edges');
      const curve = isRefused(answer) ? undefined : (answer.curves.find(({ total }) => total) ?? answer.curves[0]);
      if (isRefused(answer) || curve === undefined) return 'refused';
      const { step } = answer.axis;
      const seen = turnsOf(curve).map(async (turn) => {
        if (curve.total === true) return [turn];
        const sweep = await engine.sweep(file, { ...axis, from: turn.at, to: turn.next, step, get });
        return sweep === undefined ? [] : [{ ...turn, sides: sidesOf(sweep) }];
      });
      const ends = { points: Float64Array.of(0, end), left: Float64Array.of(Number(curve.first), Number(curve.last)) };
      const all = await Promise.all(seen);
      return { ends, turns: all.flat() };
    };
    void find().then((all) => {
      if (current) setTurns(all);
    });
    return () => {
      current = false;
    };
  }, [engine, file, language, input, end, everyone]);
  return turns;
}
