// The facts with what hangs on them, and in the order that is kept while people look at it.
import { useEffect, useMemo } from 'react';
import type { CaseFile } from '../../case/case';
import type { OpenItem, Results, Stakes, Value } from '../../engine/answers';
import { figureKey, leftOver } from '../../model/parts';
import { useAsked, type Ask } from '../asking';
import { useSession } from '../room';
import { factsOf, type Fact } from './facts';
import { stakeQuestion } from './stake_question';

export interface WeighedFact extends Fact {
  /** What the fact may move what is left by, down and up; undefined while nobody has weighed it. */
  change: readonly [number, number] | undefined;
  /** What the engine computes with, where it is one value. */
  used: Value | undefined;
}

interface UsedQuestion {
  file: CaseFile;
  names: readonly string[];
}

interface StakesQuestion {
  file: CaseFile;
  scenario: string;
  against: string;
}

const askUsed: Ask<UsedQuestion, Results> = (engine, { file, names }, language) =>
  engine.figures(file, language, undefined, names);

const askStakes: Ask<StakesQuestion, Stakes> = (engine, { file, scenario, against }, language) =>
  engine.stakes(file, { figure: leftOver, scenario, ...(against === scenario ? {} : { against }) }, language, 'stakes');

/** The most it moves the figure by, whichever way. */
export const weightOf = (change: readonly [number, number] | undefined): number =>
  change === undefined ? 0 : Math.max(Math.abs(change[0]), Math.abs(change[1]));

export interface Weighed {
  facts: readonly WeighedFact[];
  /** Readings of the law and assumptions of the rules that move the figure. */
  others: readonly { item: OpenItem; change: readonly [number, number] }[];
  ready: boolean;
}

export function useWeighedFacts(): Weighed {
  const { work, variables, change: changeWork } = useSession();
  const { case: file } = work.file;
  const facts = useMemo(() => factsOf(file, variables), [file, variables]);
  const names = useMemo(() => [...new Set(facts.map(({ variable }) => variable))], [facts]);
  const usedQuestion = useMemo(() => ({ file, names }), [file, names]);
  const { answer: results } = useAsked(usedQuestion, askUsed);
  const used = useMemo(() => usedByPath(facts, results), [facts, results]);
  const question = useMemo((): StakesQuestion | undefined => {
    if (results === undefined) return undefined;
    const scenario = file.scenarios?.[1]?.name ?? file.scenarios?.[0]?.name ?? '';
    return {
      file: stakeQuestion(file, facts, used, variables),
      scenario,
      against: file.scenarios?.[0]?.name ?? scenario,
    };
  }, [file, facts, used, variables, results]);
  const { answer: stakes, refused } = useAsked(question, askStakes);
  // A case that cannot be weighed is gone through in its own order.
  const ready = stakes !== undefined || refused.length > 0;

  const weighed = useMemo(
    () =>
      facts.map((fact): WeighedFact => ({
        ...fact,
        change: stakes?.stakes.find(
          ({ item }) => item.variable === fact.variable && (item.person ?? null) === fact.person,
        )?.change,
        used: used.get(fact.path),
      })),
    [facts, stakes, used],
  );
  // The order stands from the first weighing on: nothing moves under people's eyes.
  const heaviest = useMemo(() => {
    const moving = weighed.filter(({ change }) => weightOf(change) > 0);
    const all = moving.length > 0 ? moving : weighed;
    return [...all].sort((a, b) => weightOf(b.change) - weightOf(a.change)).map(({ path }) => path);
  }, [weighed]);
  const isOrdered = work.order.length > 0;
  useEffect(() => {
    if (ready && !isOrdered) changeWork((now) => ({ ...now, order: heaviest }));
  }, [ready, isOrdered, heaviest, changeWork]);

  return useMemo(() => {
    const place = (path: string) => {
      const index = work.order.indexOf(path);
      return index < 0 ? work.order.length : index;
    };
    const isFact = (item: OpenItem) =>
      facts.some(({ variable, person }) => item.variable === variable && (item.person ?? null) === person);
    return {
      facts: [...weighed].sort((a, b) => place(a.path) - place(b.path)),
      others: (stakes?.stakes ?? []).filter(({ item }) => !isFact(item)),
      ready,
    };
  }, [facts, weighed, stakes, ready, work.order]);
}

function usedByPath(facts: readonly Fact[], results: Results | undefined): ReadonlyMap<string, Value> {
  const scenario = results?.scenarios[0];
  const values = new Map<string, Value>();
  for (const { variable, person, values: months } of [...(scenario?.figures ?? []), ...(scenario?.given ?? [])]) {
    const [first] = months;
    if (first !== undefined && months.every((one) => one === first)) values.set(figureKey(variable, person), first);
  }
  return new Map(
    facts.flatMap(({ path, variable, person }) => {
      const value = values.get(figureKey(variable, person));
      return value === undefined ? [] : [[path, value] as const];
    }),
  );
}
