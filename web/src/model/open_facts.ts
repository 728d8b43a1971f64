// What is not known of a case and moves its answer: how much each open fact may move it alone, and between what the difference
// lies whatever they are. The range is the engine's own, found on the difference.
import { useEffect, useState } from 'react';
import type { CaseFile, Json } from '../case/case';
import { isRefused, type Compared, type OpenItem, type Stakes } from '../engine/answers';
import { figureKey, leftOver } from './parts';
import { useSurroundings } from './surroundings';

/** An open fact that moves the answer by less, in euros a month, leaves it as sure as an estimate can be. */
const worthTelling = 20;

export interface OpenFact {
  variable: string;
  person: string | null;
  title: string;
  /** By how much it alone may move the difference, in euros a month. */
  moves: number;
  /** What it may be. */
  item: OpenItem;
}

export interface OpenFacts {
  /** The case they were asked of. */
  file: CaseFile;
  facts: readonly OpenFact[];
  /** Those that nobody has told and that make the range. */
  open: readonly OpenFact[];
  /** Between what the difference lies; undefined when nothing that is open moves it. */
  range: { least: number; most: number } | undefined;
}

/**
 * `isOpen`: whether nobody has told an input that the rules take a value for; what the case itself leaves open always counts.
 * Undefined until the engine has answered.
 */
export function useOpenFacts(
  file: CaseFile | undefined,
  isOpen: (variable: string, person: string | null) => boolean,
): OpenFacts | undefined {
  const { engine, language } = useSurroundings();
  const [found, setFound] = useState<OpenFacts>();
  useEffect(() => {
    const [now, work] = file?.scenarios ?? [];
    if (file === undefined || now === undefined || work === undefined) return undefined;
    let current = true;
    const find = async () => {
      const question = { figure: leftOver, scenario: work.name, against: now.name };
      const stakes = await engine.stakes(file, question, language, 'stakes');
      if (isRefused(stakes)) return;
      const facts = factsIn(stakes);
      const open = facts.filter(
        ({ item, variable, person, moves }) =>
          moves >= worthTelling && (item.kind !== 'assumption' || isOpen(variable, person)),
      );
      if (open.length === 0) {
        if (current) setFound({ file, facts, open, range: undefined });
        return;
      }
      const compared = await engine.compare(opened(file, open), language, 'range');
      if (current && !isRefused(compared)) setFound({ file, facts, open, range: rangeIn(compared) });
    };
    // Without the part of the engine that weighs facts the answer stands as an estimate.
    find().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [engine, file, language, isOpen]);
  return found;
}

export function factsIn({ stakes, months }: Stakes): OpenFact[] {
  return stakes.flatMap(({ item, least, most }): OpenFact[] => {
    const { kind, variable, person = null, title = variable } = item;
    // How the law may be read, and what is expected of it, nobody is asked.
    if (kind === 'reading' || kind === 'expected' || variable === undefined || title === undefined) return [];
    return [{ variable, person, title, moves: (most - least) / months, item }];
  });
}

/** The case with the facts said to be unknown. */
export function opened(file: CaseFile, facts: readonly OpenFact[]): CaseFile {
  const open: CaseFile = { ...file };
  for (const { variable, person, item } of facts) {
    if (item.kind !== 'assumption') continue;
    if (person === null) open[variable] = 'unknown';
    else if (person === 'client' || person === 'spouse')
      open[person] = { ...(open[person] as Record<string, Json>), [variable]: 'unknown' };
  }
  return open;
}

/** Of the second situation against the first, a month on average. */
export function rangeIn({ differences, timeline }: Compared): OpenFacts['range'] {
  const left = differences.find((one) => figureKey(one.variable, one.person) === leftOver);
  const range = left?.ranges?.[1];
  const least = range?.total_least ?? range?.least[0];
  const most = range?.total_most ?? range?.most[0];
  if (typeof least !== 'number' || typeof most !== 'number') return undefined;
  const months = timeline.typical ? 1 : timeline.months.length;
  return { least: least / months, most: most / months };
}
