// The questions one can ask, as promises; who carries them to the engine (a worker, or Node directly) is told at the
// start.
import type { CaseFile as TypedCase } from './case.js';
import type { Assumptions, Compared, Edges, Explanation, Language, Notices, Parameters, ReadingsOfLaw, Refused, Results, Situations, Solution, Stakes, Sweep, Variables, Version } from './answers.js';
import type { Request } from './module.js';
import type { Ask, Told } from './server.js';

/** A case as the schema has it, or any JSON object, for the engine to judge. */
export type CaseFile = TypedCase | { readonly [key: string]: unknown };

export interface FigureQuestion {
  /** With its owner: client.tax.total; household figures bare. */
  variable: string;
  /** A scenario's name; the first one when left out. */
  scenario?: string;
  /** 2026-03; the first month of the case when left out. */
  month?: string;
}

export interface SweepQuestion {
  scenario?: string;
  /** The input that moves, with its owner: client.hours_per_week. */
  vary: string;
  from: number;
  to: number;
  step: number;
  /** Figures wanted, with their owner. */
  get: readonly string[];
}

export interface EdgesQuestion {
  scenario?: string;
  /** The input that moves, with its owner: client.wage. */
  vary: string;
  from: number;
  to: number;
  /** The smallest step the input has when left out: a cent. */
  step?: number;
  /** Figures, with their owner; the one that matters most when left out. */
  get?: readonly string[];
}

export interface SolveQuestion {
  scenario?: string;
  /** The input that moves, with its owner: client.hours_per_week. */
  vary: string;
  from: number;
  to: number;
  /** The smallest step the input has when left out. */
  step?: number;
  /** The condition, in the rule language, as one of them: the largest or the smallest value is wanted. */
  most?: string;
  least?: string;
  /** What `base.` before a figure means: another scenario, or this one with a value (client.wage=0); the first scenario when left out. */
  against?: string;
  /** Of a case with open facts: the condition holds whatever they are, or if they are as good as may be; as assumed when left out. */
  assume?: 'given' | 'worst' | 'best';
}

export interface StakesQuestion {
  /** With its owner; the one that matters most when left out. */
  figure?: string;
  scenario?: string;
  /** Another scenario: the figure is then how much it differs from that one's. */
  against?: string;
}

/**
 * A refusal (bad case, unknown name) is an answer with `diagnostics`, not an exception; a promise rejects only when the
 * engine itself cannot be had. Of the questions of one channel a newer one replaces the older, whose promise then never
 * settles. In a browser what goes along an axis (`sweep`, `edges`, `solve`) and `stakes` are computed beside all else, which it never
 * keeps waiting.
 */
export interface Engine {
  /**
   * `get`: only these figures, and only the assumptions behind them; bare names stand for every person's. `carry`: of a
   * plan also what the rules remember at its end.
   */
  calc(file: CaseFile, language: Language, channel?: string, get?: readonly string[], carry?: boolean): Promise<Refused<Results>>;
  /** As `calc`, without assumptions and (unless asked for) rates: what is answered first, and fastest. */
  figures(file: CaseFile, language: Language, channel?: string, get?: readonly string[]): Promise<Refused<Results>>;
  compare(file: CaseFile, language: Language, channel?: string): Promise<Refused<Compared>>;
  /** What each open fact, assumption and reading of the law may move a figure by, the weightiest first. */
  stakes(file: CaseFile, question: StakesQuestion, language: Language, channel?: string): Promise<Refused<Stakes>>;
  explain(file: CaseFile, question: FigureQuestion, language: Language, channel?: string): Promise<Refused<Explanation>>;
  /** Undefined when the case or a name is refused: `calc` tells why. */
  sweep(file: CaseFile, question: SweepQuestion, channel?: string): Promise<Sweep | undefined>;
  /** Every jump and kink of figures along an input, exactly, each with the rule that makes it. */
  edges(file: CaseFile, question: EdgesQuestion, language: Language, channel?: string): Promise<Refused<Edges>>;
  /** The most or the least of an input such that a condition holds, exactly, and the rule that binds. */
  solve(file: CaseFile, question: SolveQuestion, language: Language, channel?: string): Promise<Refused<Solution>>;
  /** `default`, a formula's text, is there only once an explanation has been asked for: formulas are fetched then. */
  inputs(language: Language): Promise<Variables>;
  outputs(language: Language): Promise<Variables>;
  parameters(language: Language): Promise<Parameters>;
  notices(language: Language): Promise<Notices>;
  unverified(language: Language): Promise<Assumptions>;
  /** The ways in which law can be read otherwise than the rules take it. */
  readings(language: Language): Promise<ReadingsOfLaw>;
  /** Situations the rules give no answer in. */
  unsupported(language: Language): Promise<Situations>;
  version(language: Language): Promise<Version>;
  /** The JSON Schema of cases. */
  schema(language: Language): Promise<Record<string, unknown>>;
  /** Ends the workers. */
  close(): void;
}

/** What goes along an axis: of a plan it may take seconds. */
export const longCalls: readonly string[] = ['sweep', 'edges', 'solve', 'stakes'];

export interface Carrier {
  ask(question: Ask, channel?: string): Promise<Told>;
  close(): void;
}

/** client.wage=0:6000, and the step where it is told. */
function axisText(vary: string, from: number, to: number, step: number | undefined): string {
  return `${vary}=${from}:${to}${step === undefined ? '' : `:${step}`}`;
}

export function engineOver(carrier: Carrier): Engine {
  const about = async <T>(what: string, language: Language): Promise<T> =>
    JSON.parse((await carrier.ask({ request: { do: what, language }, text: '' })).text) as T;
  const ask = async <T>(request: Request, file: CaseFile, channel?: string): Promise<T> =>
    JSON.parse((await carrier.ask({ request, text: JSON.stringify(file) }, channel)).text) as T;
  return {
    calc: (file, language, channel, get, carry) =>
      ask({ do: 'calc', language, ...(get === undefined ? {} : { get }), ...(carry === true ? { carry } : {}) }, file, channel),
    figures: (file, language, channel, get) => ask(get === undefined ? { do: 'figures', language } : { do: 'figures', language, get }, file, channel),
    compare: (file, language, channel) => ask({ do: 'compare', language }, file, channel),
    stakes: (file, question, language, channel) => ask({ do: 'stakes', language, ...question }, file, channel),
    explain: (file, question, language, channel) => ask({ do: 'explain', language, ...question }, file, channel),
    async sweep(file, { vary, from, to, step, get, scenario }, channel) {
      const request: Request = { do: 'sweep', language: 'en', vary: `${vary}=${from}:${to}:${step}`, get };
      if (scenario !== undefined) request['scenario'] = scenario;
      const { text, numbers } = await carrier.ask({ request, text: JSON.stringify(file) }, channel);
      const shape = JSON.parse(text) as { points?: number; columns: string[] };
      if (shape.points === undefined || numbers === undefined) return undefined;
      const row = (index: number) => numbers.subarray(index * shape.points!, (index + 1) * shape.points!);
      return { points: row(0), columns: new Map(shape.columns.map((name, index) => [name, row(index + 1)])) };
    },
    edges: (file, { vary, from, to, step, ...rest }, language, channel) =>
      ask({ do: 'edges', language, vary: axisText(vary, from, to, step), ...rest }, file, channel),
    solve: (file, { vary, from, to, step, ...rest }, language, channel) =>
      ask({ do: 'solve', language, vary: axisText(vary, from, to, step), ...rest }, file, channel),
    inputs: (language) => about('inputs', language),
    outputs: (language) => about('outputs', language),
    parameters: (language) => about('parameters', language),
    notices: (language) => about('notices', language),
    unverified: (language) => about('unverified', language),
    readings: (language) => about('readings', language),
    unsupported: (language) => about('unsupported', language),
    version: (language) => about('version', language),
    schema: (language) => about('schema', language),
    close: () => carrier.close(),
  };
}
