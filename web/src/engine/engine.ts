// The only place that talks to the engine: the package `ansiopolku`, which runs it as WebAssembly in a worker.
import { startEngine as startWorker } from 'ansiopolku';
import type { CaseFile } from '../case/case';

import type {
  Compared,
  Edges,
  Explanation,
  Language,
  Refused,
  Results,
  Solution,
  Stakes,
  Sweep,
  Variables,
  Version,
} from './answers';

export interface SweepQuestion {
  scenario: string;
  /** The input that moves, with its owner: client.hours_per_week. */
  vary: string;
  from: number;
  to: number;
  step: number;
  /** Figures wanted, with their owner. */
  get: readonly string[];
}

export interface EdgesQuestion {
  scenario: string;
  vary: string;
  from: number;
  to: number;
  get: readonly string[];
}

export interface SolveQuestion {
  scenario: string;
  vary: string;
  from: number;
  to: number;
  /** A condition in the rule language; base. before a figure means the first scenario. */
  most?: string;
  least?: string;
}

export interface StakesQuestion {
  figure: string;
  scenario: string;
  /** The figure is then how much it differs from this scenario's. */
  against?: string;
}

/** A newer question of a channel replaces the older one, whose promise never settles. */
export interface Engine {
  inputs(language: Language): Promise<Variables>;
  /** What a person is left with and must do, fast and first; `get`: only these figures. */
  figures(file: CaseFile, language: Language, channel?: string, get?: readonly string[]): Promise<Refused<Results>>;
  /** With what is assumed for them. */
  calc(file: CaseFile, language: Language, channel?: string, get?: readonly string[]): Promise<Refused<Results>>;
  /** As `calc`, with what differs from the first scenario and why. */
  compare(file: CaseFile, language: Language, channel?: string): Promise<Refused<Compared>>;
  /** What each open fact, assumption and reading of the law may move a figure by, the weightiest first. */
  stakes(file: CaseFile, question: StakesQuestion, language: Language, channel?: string): Promise<Refused<Stakes>>;
  version(language: Language): Promise<Version>;
  explain(
    file: CaseFile,
    question: { scenario: string; variable: string; month?: string },
    language: Language,
  ): Promise<Refused<Explanation>>;
  /** Undefined when the case is refused: `calc` tells why. */
  sweep(file: CaseFile, question: SweepQuestion, channel?: string): Promise<Sweep | undefined>;
  /** Every jump and bend of figures along an input, to its smallest step. */
  edges(file: CaseFile, question: EdgesQuestion, language: Language, channel: string): Promise<Refused<Edges>>;
  /** The most or the least of an input such that a condition holds. */
  solve(file: CaseFile, question: SolveQuestion, language: Language, channel: string): Promise<Refused<Solution>>;
}

/** Rejects when this browser cannot run the engine or its files cannot be had. */
export async function startEngine(language: Language): Promise<Engine> {
  const worker = startWorker();
  // A comparison with open facts takes long and is no question along an axis: it has a worker of its own, once asked for.
  let beside: typeof worker | undefined;
  await worker.version(language);
  return {
    inputs: (inLanguage) => worker.inputs(inLanguage),
    figures: (file, inLanguage, channel, get) => worker.figures(file, inLanguage, channel, get),
    calc: (file, inLanguage, channel, get) => worker.calc(file, inLanguage, channel, get),
    compare: (file, inLanguage, channel) => (beside ??= startWorker()).compare(file, inLanguage, channel),
    stakes: (file, question, inLanguage, channel) => worker.stakes(file, question, inLanguage, channel),
    version: (inLanguage) => worker.version(inLanguage),
    explain: (file, question, inLanguage) => worker.explain(file, question, inLanguage),
    sweep: (file, question, channel) => worker.sweep(file, question, channel),
    edges: (file, question, inLanguage, channel) => worker.edges(file, question, inLanguage, channel),
    solve: (file, question, inLanguage, channel) => worker.solve(file, question, inLanguage, channel),
  };
}
