// A client's file: the case as the command reads it, and under `file:` what a coach and a session write down about it
// (docs/case-file.md). The one reader and writer of it in the page.
//
// Invariant: what is read and written again says the same. Nothing is dropped, what this page does not know included.
import { isCase, isObject, type CaseFile, type Json, type JsonObject } from './case';
import { checkSheet, type atKela, type doers, type Found, type states, type statuses } from './file/check';
import { readText, writeText, type Path } from './file/text';

export { atKela, doers, states, statuses } from './file/check';
export type State = (typeof states)[number];
export type Status = (typeof statuses)[number];
export type AtKela = (typeof atKela)[number];
export type Doer = (typeof doers)[number];

/** How one fact of the case is known. */
export interface FactNote {
  status?: Status;
  /** decision, payslip, contract, or anything a coach writes. */
  source?: string;
  date?: string;
  kela?: AtKela;
  /** Who confirmed it. */
  by?: string;
  [key: string]: Json | undefined;
}

/** A duty of the answer's to-do list: `id` is made by dutyId. */
export interface DutyNote {
  id: string;
  done?: string;
  by?: string;
  [key: string]: Json | undefined;
}

export interface Agreed {
  what: string;
  who?: Doer;
  by?: string;
  if_fails?: string;
  [key: string]: Json | undefined;
}

export interface Paid {
  month: string;
  figure: string;
  amount: string | number;
  [key: string]: Json | undefined;
}

/** By scenario, figures by name. Amounts are texts or numbers. */
export type KeptResults = Record<string, Record<string, string | number>>;

export interface Meeting {
  date: string;
  who?: string;
  note?: string;
  /** The hash of the rules it was computed with. */
  rules?: string;
  /** The whole case as it was, without `file`. */
  case?: JsonObject;
  results?: KeptResults;
  [key: string]: Json | undefined;
}

export interface Computed {
  date: string;
  rules: string;
  results: KeptResults;
  [key: string]: Json | undefined;
}

export interface FileSheet {
  version: 1;
  code: string;
  state: State;
  /** By path of the case: client.wage, children.0.birth_month, scenarios.1.client.wage. */
  facts: Record<string, FactNote>;
  duties: DutyNote[];
  agreed: Agreed[];
  paid: Paid[];
  meetings: Meeting[];
  computed?: Computed;
  [key: string]: unknown;
}

export interface ClientFile {
  /** Without `file`: what the engine is asked about. */
  case: CaseFile;
  sheet: FileSheet;
}

/** What is wrong, to be worded by the page (catalogue/file_problems.ts). */
export interface FileProblem extends Found {
  line: number;
}

export type ReadFile = { read: ClientFile } | { problems: FileProblem[] };

export const emptySheet = (code = ''): FileSheet => ({
  version: 1,
  code,
  state: 'new',
  facts: {},
  duties: [],
  agreed: [],
  paid: [],
  meetings: [],
});

/** What a text says, or everything that is wrong with it and where. */
export function readFile(text: string): ReadFile {
  const read = readText(text.replace(/^\uFEFF/, ''));
  if ('line' in read) return { problems: [{ problem: 'mistake', path: [], line: read.line }] };
  const located = (found: readonly Found[]) => ({
    problems: found.map((one) => ({ ...one, line: read.lineOf(one.path) })),
  });
  const { value } = read;
  if (!isObject(value) || !isCase(value)) return located([{ problem: 'no_case', path: missing(value) }]);
  const { file: written, ...rest } = value;
  if (written === undefined || written === null) return { read: { case: rest, sheet: emptySheet() } };
  const found = checkSheet(written);
  if (found.length > 0) return located(found);
  return { read: { case: rest, sheet: wholeSheet(written as JsonObject) } };
}

/** With what is left out; a key that is there and empty says as much as one that is left out. */
function wholeSheet(written: JsonObject): FileSheet {
  const empty = emptySheet();
  const sheet = { ...empty, ...written } as FileSheet;
  for (const key of Object.keys(empty)) sheet[key] ??= empty[key];
  return sheet;
}

/** Where a case begins to be none. */
function missing(value: Json): Path {
  if (!isObject(value)) return [];
  if (value['ansiopolku'] !== 1) return ['ansiopolku'];
  return typeof value['start'] === 'string' ? ['client'] : ['start'];
}

/** The file as YAML. `before`, the text it was read from, keeps its comments and order. */
export function writeFile(file: ClientFile, before?: string): string {
  const sheet = writtenSheet(file.sheet);
  return writeText(sheet === undefined ? (file.case as Json) : ({ ...file.case, file: sheet } as Json), before);
}

/** Without what says nothing; undefined when all of it does. */
function writtenSheet(sheet: FileSheet): JsonObject | undefined {
  const { version, code, state, ...rest } = sheet;
  const told = Object.entries(rest).filter(([, value]) => value !== undefined && !isEmpty(value));
  if (code === '' && state === 'new' && told.length === 0) return undefined;
  return { version, code, state, ...Object.fromEntries(told) };
}

const isEmpty = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;

/** What names a duty from one computation to the next: the notice, whose it is, and the month in which it begins. */
export const dutyId = (task: { notice: string; person: string | null; month: string }): string =>
  [task.notice, task.person ?? 'household', task.month].join('/');

/** A copy of a value, so that a meeting keeps the case as it was. */
export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
