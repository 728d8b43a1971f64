// What the engine answers, as docs/json.md describes it.

export type Language = 'fi' | 'sv' | 'en' | 'fi-simple';

export type Value = number | boolean | string;

export interface Citation {
  statute: string;
  /** Of a whole statute there is none. */
  section?: string;
  link?: string;
}

export interface Diagnostic {
  code: string;
  /** What went wrong, the same in every language: of a case one of caseProblems, to be worded by the page. */
  name: string;
  severity: 'error' | 'warning';
  /** In English. */
  message: string;
  file?: string;
  line?: number;
  column?: number;
  found?: string;
  expected?: string;
  hint?: string;
}

/** What can be wrong with a case or a question about it (docs/json.md; docs/cases.md). */
export const caseProblems = [
  'bad_encoding', // the text is not UTF-8
  'bad_syntax', // it is no JSON
  'duplicate_key',
  'too_deep',
  'too_large',
  'bad_date', // a month or day that is malformed or out of order
  'value_too_large', // figures beyond what is computed
  'key_out_of_range', // a table of the law ends before this value
  'missing_input', // something the rules need is not given
  'unknown_variable',
  'bad_value', // not what it should be: `expected` says what
  'out_of_bounds',
  'no_such_person',
  'bad_case', // the structure is wrong
  'date_out_of_range', // no law is known for the month
  'wrong_use', // no such scenario, figure or request
  'unsupported', // a situation the rules do not compute
  'internal', // our own fault
] as const;
export type CaseProblem = (typeof caseProblems)[number];

export interface Envelope {
  format: number;
  engine: string;
  rules?: { name: string; version: string; hash: string; law_from: string; law_until: string };
  language?: string;
  diagnostics?: Diagnostic[];
}

export interface Variable {
  name: string;
  kind: 'input' | 'rule' | 'notice';
  module: string;
  title: string;
  entity: 'person' | 'household';
  /** once: a payment, which stands in the months named and in no others. */
  period?: 'month' | 'year' | 'once';
  /** Of an input of persons that the rules read for some of them only. */
  whose?: 'adult' | 'child';
  type: 'number' | 'boolean' | 'month' | 'date' | 'enum';
  unit?: string;
  symbol?: string;
  decimals?: number;
  percent?: boolean;
  enum?: string;
  members?: { name: string; title: string }[];
  output?: boolean;
  question?: string;
  why?: string;
  default?: string;
  bounds?: [number | null, number | null];
  citations?: Citation[];
  assumption?: string;
}

export interface Variables extends Envelope {
  variables: Variable[];
}

/** Reading a law in another way than the rules take it. */
export interface Reading {
  reading: string;
  says?: string;
  settled_by?: string;
  source?: string;
}

/** Months that vary: all the same, or one of them another. */
export interface MonthPattern {
  every_month: Value;
  month?: string;
  value?: Value;
}
export type ItemValue = Value | MonthPattern;

/** Something that is not known. Of a reading: the `rule` or `parameter` and its `readings`; else `variable` and `person`. */
export interface OpenItem {
  kind: 'fact' | 'varies' | 'assumption' | 'reading' | 'expected';
  variable?: string;
  person?: string | null;
  rule?: string;
  parameter?: string;
  readings?: Reading[];
  title?: string;
  question?: string;
  /** What is computed with; null: as when nothing is given. */
  assumed: Value | null;
  one_of?: Value[];
  between?: [Value, Value];
  varies?: [Value, Value];
  source?: string;
}

/** Between what a figure lies while something is open: in each month, and of an amount over all of them. */
export interface FigureRange {
  least: number[];
  most: number[];
  total_least?: number;
  total_most?: number;
  /** Else found: nothing outside was seen. */
  proven: boolean;
  /** The items that move it, by place in `open`, the weightiest first, with where each alone makes it least and most. */
  because: { item: number; at_least: ItemValue; at_most: ItemValue }[];
}

export interface Figure extends Partial<FigureRange> {
  variable: string;
  person: string | null;
  values: Value[];
  total?: number;
  override?: boolean;
  /** The months shown, or years, in which it rests on values that are expected and not enacted. */
  expected?: (string | number)[];
  says?: string;
}

export interface Notice {
  notice: string;
  person: string | null;
  title: string;
  to: string;
  to_title?: string;
  deadline?: string;
  attachment?: string;
  says?: string;
  months: string[];
  due?: string[];
  citations?: Citation[];
}

/** A notice in one month in which it begins to hold; `due` is the day. */
export interface Task extends Omit<Notice, 'months' | 'due'> {
  month: string;
  due?: string;
}

export interface Assumption {
  kind: 'rule' | 'input' | 'parameter';
  name: string;
  title: string;
  note?: string;
  /** Of a case: a figure that is not zero rests on it. */
  material?: boolean;
}

/** A value of a parameter, or a formula, that no text in force fixes yet and that figures rest on. */
export interface ExpectedValue {
  kind: 'parameter' | 'rule';
  name: string;
  title: string;
  /** Of a table: the cell. */
  keys?: string[];
  /** A switch is true or false; of a scale there are bands instead. */
  value?: number | boolean;
  text?: string;
  unit?: string;
  basis: 'forecast' | 'continued';
  /** The least and the greatest it may be, where that is known. */
  between?: [number, number] | unknown[];
  valid_from: string;
  source?: string;
  citations?: Citation[];
  material: boolean;
}

/** What the rules take for the month before a plan, where the case says nothing of it and a figure rests on it. */
export interface AssumedBefore {
  variable: string;
  person: string | null;
  title: string;
  value: Value;
  /** Of an input given from the start: what the plan's leading figure would gain, had it been the same before. */
  effect?: Value;
}

/** Values by variable, one or by month; a number that no decimals hold is a text, "5000/3". */
export type CarriedValues = Record<string, Value | Record<string, Value>>;

export interface CarriedOf {
  before: CarriedValues;
}

/** What the rules remember at the end of a plan, in the form of a case. */
export interface Carried extends CarriedOf {
  client: CarriedOf;
  spouse?: CarriedOf;
  children?: CarriedOf[];
}

export interface ScenarioResults {
  name: string;
  persons: string[];
  figures: Figure[];
  notices?: Notice[];
  to_do?: Task[];
  assumptions?: Assumption[];
  /** None: left out. */
  expected_values?: ExpectedValue[];
  assumed_before?: AssumedBefore[];
  /** When asked for. */
  carry?: Carried;
  overrides?: { variable: string; person: string | null; values: Value[] }[];
  given?: { variable: string; person: string | null; values: Value[] }[];
}

export interface Results extends Envelope {
  timeline: { typical: boolean; start: string; months: string[]; years: number[] };
  variables: Variable[];
  /** What the case leaves open; absent when it leaves nothing open. */
  open?: OpenItem[];
  /** False: at some of the values a scenario has no answer. */
  open_whole?: boolean;
  scenarios: ScenarioResults[];
}

export interface ExplainedParameter {
  parameter: string;
  title: string;
  keys?: string[];
  value?: number | boolean;
  text?: string;
  unit?: string;
  bands?: { over: number; rate: number }[];
  valid_from?: string;
  source?: string;
  citations?: Citation[];
  assumption?: string;
}

export interface ExplainedFigure {
  variable: string;
  person: string | null;
  month?: string;
  year?: number;
  title: string;
  value: Value;
  text: string;
  unit?: string;
  origin: 'computed' | 'given' | 'default' | 'override' | 'initial';
  as?: string;
  formula?: string;
  with_amounts?: string;
  valid_from?: string;
  citations?: Citation[];
  says?: string;
  assumption?: string;
  branches?: { condition: string; with_amounts?: string; holds: boolean }[];
  roundings?: { text: string }[];
  parameters?: ExplainedParameter[];
  reads?: ExplainedFigure[];
  seen?: boolean;
}

export interface Explanation extends Envelope {
  scenario: string;
  month: string;
  figure: ExplainedFigure;
}

/** What makes an edge: a condition, minimum, maximum, lookup or coarse rounding of a rule that falls otherwise behind it. */
export interface EdgeCause {
  variable: string;
  person: string | null;
  title: string;
  months?: string[];
  /** Of a yearly rule. */
  years?: number[];
  /** As written in the rule. */
  condition?: string;
  /** What the condition rests on; of a scale `value` is the limit of the band that begins there. */
  parameters?: ExplainedParameter[];
  citations?: Citation[];
  assumption?: string;
}

/** Two neighbouring points of the axis between which a figure jumps or bends (docs/analysis.md). */
export interface Edge {
  kind: 'jump' | 'kink';
  at: number;
  next: number;
  /** The figure at the two points. */
  from: Value;
  to: Value;
  change?: number;
  /** Per unit of the axis; null when not known. */
  slope_before?: number | null;
  slope_after?: number | null;
  /** Of a jump down: the first point at which the figure is again what it was, and how far that is; null when it never is. */
  break_even?: number | null;
  dead_zone?: number | null;
  /** The weightiest first. */
  causes: EdgeCause[];
}

/** A figure in one month, year, or over all months shown (`total`). */
export interface EdgeCurve {
  variable: string;
  person: string | null;
  month?: string;
  year?: number;
  total?: true;
  first: Value;
  last: Value;
  slope?: number | null;
  /** What roundings alone may move the figure by in one step of the axis, at most. */
  roundings?: number;
  /** True when slopes change between edges, too. */
  bent?: true;
  edges: Edge[];
}

export interface Edges extends Envelope {
  scenario: string;
  /** What was taken for what the case leaves open. */
  assumed?: OpenItem[];
  axis: { variable: string; person: string | null; from: number; to: number; step: number };
  variables: Variable[];
  curves: EdgeCurve[];
}

/** The most or the least of an input such that a condition holds in every month. */
export interface Solution extends Envelope {
  scenario: string;
  /** What was taken for what the case leaves open. */
  assumed?: OpenItem[];
  /** What `base.` means in the condition, when it says so. */
  base?: string;
  axis: { variable: string; person: string | null; from: number; to: number; step: number };
  goal: 'most' | 'least';
  condition: string;
  variables: Variable[];
  /** Null where the condition holds nowhere. */
  value: number | null;
  /** False where the condition is the same whatever the input is. */
  depends: boolean;
  /** Every part of the axis in which it holds. */
  stretches: { from: number; to: number }[];
  /** There are more of them, farther from the answer. */
  more?: true;
  /** The answer and its neighbour beyond it, in which the condition fails; without an answer both ends of the axis. */
  points: { at: number; holds: boolean; fails_in?: string[] }[];
  /** What the condition reads, one value a point, and of the base. */
  figures: { variable: string; person: string | null; month?: string; year?: number; values: Value[]; base?: Value }[];
  /** What turns the condition beyond the answer, the weightiest first; the condition itself is called `condition`. */
  causes: EdgeCause[];
}

/** By how much the figures of each scenario differ from the first one's. */
export interface Difference {
  variable: string;
  person: string | null;
  months: number[][];
  totals?: number[];
  /** By scenario, while something is open: found on the difference, never from two ranges. */
  ranges?: (FigureRange | null)[];
}

/** A figure that makes the difference, and what changed in it. */
export interface Cause {
  variable: string;
  person: string | null;
  title: string;
  from: string;
  change: Value;
  effect: number;
  says: string;
  because: { variable: string; person: string | null; before: Value; after: Value }[];
}

export interface Compared extends Results {
  differences: Difference[];
  /** Figures that are alike as assumed and may differ all the same. */
  may_differ?: Pick<Difference, 'variable' | 'person' | 'ranges'>[];
  /** One list a scenario, the first one's empty; absent when the rules have no leading figure. */
  causes?: Cause[][];
}

export interface Notices extends Envelope {
  notices: Omit<Notice, 'person' | 'months'>[];
}

export interface ReadingsOfLaw extends Envelope {
  readings: (Reading & {
    rule?: string;
    parameter?: string;
    title?: string;
    citations?: Citation[];
    formulas?: { from?: string; formula: string }[];
    values?: unknown[];
  })[];
}

export interface Stakes extends Envelope {
  scenario: string;
  against?: string;
  figure: { variable: string; person: string | null };
  variables: Variable[];
  start: string;
  months: number;
  /** As assumed; of a plan over all its months. */
  value: number;
  /** What each item alone may move it by, the weightiest first. */
  stakes: { item: OpenItem; least: number; most: number; change: [number, number]; at_least: ItemValue; at_most: ItemValue; proven: boolean }[];
  without_effect: number;
}

export interface Situations extends Envelope {
  unsupported: { situation: string; title: string; entity: 'person' | 'household'; says?: string; citations?: Citation[]; rules: string[] }[];
}

export interface Assumptions extends Envelope {
  assumptions: Assumption[];
}

export interface Parameters extends Envelope {
  parameters: {
    name: string;
    title: string;
    kind: 'scalar' | 'table' | 'scale';
    unit?: string;
    percent?: boolean;
    by?: string[];
    citations?: Citation[];
    assumption?: string;
    values: { from: string; value?: number; cells?: number[]; bands?: { over: number; rate: number }[]; none?: boolean; source?: string }[];
  }[];
}

export type Version = Required<Pick<Envelope, 'engine' | 'rules'>> & Envelope;

/** Figures along one input: a column per asked figure, all as long as `points`. */
export interface Sweep {
  points: Float64Array;
  columns: ReadonlyMap<string, Float64Array>;
}

export type Refused<T> = T | (Envelope & { diagnostics: Diagnostic[] });

/** True when the engine answered with errors instead of figures. */
export function isRefused<T extends object>(answer: Refused<T>): answer is Envelope & { diagnostics: Diagnostic[] } {
  const diagnostics = (answer as Envelope).diagnostics;
  return diagnostics !== undefined && diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
