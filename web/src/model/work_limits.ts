// How much work one may do so that something holds, and how much is enough: asked of the engine as conditions in the rule
// language, about the case at work (its second situation) against the case now (its first).
import { useEffect, useState } from 'react';
import { useSurroundings } from './surroundings';
import type { CaseFile, WorkInput } from '../case/case';
import { isRefused, type EdgeCause, type Solution } from '../engine/answers';
import type { SolveQuestion } from '../engine/engine';
import { sliderOf } from './answer';

export const conditions = {
  limit: 'disability_pension.margin >= 0 EUR/month',
  keep: 'income_after_costs >= base.income_after_costs',
} as const;
export type Condition = keyof typeof conditions;

/** At least so many euros a month more than now. */
export const moreThanNow = (euros: number): string =>
  `income_after_costs >= base.income_after_costs + ${euros.toFixed(2)} EUR/month`;

/** Highest wage that is tried. */
export const mostWage = 6000;

export interface Stretch {
  from: number;
  to: number;
}

/** The stretches in which a condition holds, as one where only roundings to the cent break them. */
export function joined(stretches: readonly Stretch[], input: WorkInput['name']): Stretch[] {
  const gap = input === 'wage' ? 1 : 0.05;
  const found: Stretch[] = [];
  for (const { from, to } of stretches) {
    const last = found.at(-1);
    if (last !== undefined && from - last.to <= gap) last.to = to;
    else found.push({ from, to });
  }
  return found;
}

/** What lies between the stretches, and behind them. */
export function gapsOf(stretches: readonly Stretch[], end: number): Stretch[] {
  return stretches.flatMap(({ to }, index) => {
    const next = stretches[index + 1]?.from ?? end;
    return to < next ? [{ from: to, to: next }] : [];
  });
}

export interface SafeWork {
  stretches: readonly Stretch[];
  from: number;
  to: number;
  /** What binds at the end of the first stretch. */
  causes: readonly EdgeCause[];
}

const none: readonly EdgeCause[] = [];

/** Where the condition holds, from the least work on, and what ends it there; undefined until the engine has answered. */
export function useSafeWork(file: CaseFile, input: WorkInput['name'], condition: Condition): SafeWork | undefined {
  const { engine, language } = useSurroundings();
  const [safe, setSafe] = useState<SafeWork>();
  useEffect(() => {
    let current = true;
    const { from, to } = sliderOf(input);
    const question = { ...aboutWork(file, input), from, to, most: conditions[condition] };
    const find = async () => {
      const whole = await engine.solve(file, question, language, 'safe');
      if (isRefused(whole)) return;
      const stretches = joined(whole.stretches, input);
      const first = stretches[0];
      const isOpen = first === undefined || first.to >= to;
      // What binds is told at the last stretch; here the first one matters.
      const end =
        isOpen || whole.value === first.to
          ? whole
          : await engine.solve(file, { ...question, to: first.to + whole.axis.step }, language, 'safe');
      if (current) setSafe({ stretches, from, to, causes: isOpen || isRefused(end) ? none : end.causes });
    };
    void find();
    return () => {
      current = false;
    };
  }, [engine, file, language, input, condition]);
  return safe;
}

/** The least wage, or the fewest hours, with which the condition holds. */
export function useLeast(
  file: CaseFile,
  input: WorkInput['name'],
  condition: string | undefined,
): Solution | undefined {
  const { engine, language } = useSurroundings();
  const [least, setLeast] = useState<Solution>();
  useEffect(() => {
    setLeast(undefined);
    if (condition === undefined) return undefined;
    let current = true;
    const to = input === 'wage' ? mostWage : sliderOf(input).to;
    const question = { ...aboutWork(file, input), from: 0, to, least: condition };
    void engine.solve(file, question, language, `least ${input}`).then((solution) => {
      if (current && !isRefused(solution)) setLeast(solution);
    });
    return () => {
      current = false;
    };
  }, [engine, file, language, input, condition]);
  return least;
}

function aboutWork(file: CaseFile, input: WorkInput['name']): Pick<SolveQuestion, 'scenario' | 'vary'> {
  return { scenario: file.scenarios?.[1]?.name ?? '', vary: `client.${input}` };
}
