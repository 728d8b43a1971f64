// The case file, the command's own format (docs/cases.md): the page reads, changes and writes it as plain JSON and lets
// the engine judge its contents.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export interface CaseFile {
  ansiopolku: 1;
  start: string;
  months?: number;
  name?: string;
  note?: string;
  client: JsonObject;
  spouse?: JsonObject;
  children?: JsonObject[];
  scenarios?: Scenario[];
  [key: string]: Json | Scenario[] | undefined;
}

export interface Scenario {
  name: string;
  client?: JsonObject;
  [key: string]: Json | undefined;
}

export const nowName = 'now';
export const workName = 'work';

/** A case of one ordinary month with nothing told yet: now, and with work. */
export function emptyCase(start: string): CaseFile {
  return {
    ansiopolku: 1,
    start,
    months: 1,
    client: {},
    scenarios: [{ name: nowName }, { name: workName, client: {} }],
  };
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is inside a case is for the engine to judge. */
export function isCase(value: unknown): value is CaseFile {
  return (
    isObject(value) && value['ansiopolku'] === 1 && typeof value['start'] === 'string' && isObject(value['client'])
  );
}

export function writeCase(file: CaseFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The case with a second situation to compare with; the Preview speaks of two. */
export function withTwoScenarios(file: CaseFile): CaseFile {
  const scenarios = file.scenarios ?? [];
  if (scenarios.length >= 2) return file;
  const first = scenarios[0] ?? { name: nowName };
  return { ...file, scenarios: [first, { name: first.name === workName ? 'work 2' : workName, client: {} }] };
}

export interface WorkInput {
  /** Which input of the work situation the slider moves. */
  name: 'hours_per_week' | 'wage';
  value: number;
}

/** What the slider moves: the hours when they earn the wage, else the wage; undefined when months differ. */
export function workInput(file: CaseFile, index = 1): WorkInput | undefined {
  const scenario = file.scenarios?.[index];
  const given = (name: string): Json | undefined => scenario?.client?.[name] ?? file.client[name];
  const wage = given('wage');
  const hours = given('hours_per_week');
  if (wage === undefined || wage === null) {
    if (hours === undefined || hours === null) return { name: 'hours_per_week', value: 0 };
    return typeof hours === 'number' ? { name: 'hours_per_week', value: hours } : undefined;
  }
  return typeof wage === 'number' ? { name: 'wage', value: wage } : undefined;
}

/** The case with one input of one scenario's client changed. */
export function withWork(file: CaseFile, input: WorkInput, index = 1): CaseFile {
  const scenarios = (file.scenarios ?? []).map((scenario, position) =>
    position === index ? { ...scenario, client: { ...scenario.client, [input.name]: input.value } } : scenario,
  );
  return { ...file, scenarios };
}

/** The work situation twice, with an input at two values. */
export function twice(file: CaseFile, input: WorkInput['name'], values: readonly [number, number]): CaseFile {
  const work = file.scenarios?.[1];
  const names = ['before', 'after'];
  return {
    ...file,
    scenarios: values.map((value, index) => ({
      ...work,
      name: names[index] ?? '',
      client: { ...work?.client, [input]: value },
    })),
  };
}
