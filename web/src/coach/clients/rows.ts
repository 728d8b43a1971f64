// What the list says of a client, read from the file and the engine's answer to it.
import type { Json } from '../../case/case';
import { dutyId } from '../../case/file';
import type { Results, Task, Variable } from '../../engine/answers';
import { ordinaryMonthOf } from '../../model/ordinary_month';
import { limitOf, moreLeft, type LimitOfPlan, type PlanAnswer } from '../../model/plan';
import { codeOf, type OpenClient } from '../files/store';

export interface DatedTask {
  /** Undefined: told without a day. */
  due: string | undefined;
  overdue: boolean;
  done: string | undefined;
  task: Task;
  id: string;
}

export interface ClientRow {
  client: OpenClient;
  code: string;
  results: Results | undefined;
  /** The engine has no answer to the case. */
  refused: boolean;
  offers: readonly string[];
  /** What is left more a month with the first offer. */
  more: number | undefined;
  limit: LimitOfPlan | undefined;
  next: DatedTask | undefined;
  overdue: boolean;
  open: number;
  lawChanged: boolean;
}

/** The offer that is spoken of where there is room for one: the first after "now". */
export const firstOffer = (results: Results): number => Math.min(1, results.scenarios.length - 1);

export function rowOf(client: OpenClient, answer: PlanAnswer | undefined, today: string): ClientRow {
  const results = answer !== undefined && 'results' in answer ? answer.results : undefined;
  const { sheet } = client.file;
  const offer = results === undefined ? 0 : firstOffer(results);
  const duties = results === undefined ? [] : dutiesOf(client, results, today);
  const [next] = duties.filter(({ done }) => done === undefined);
  return {
    client,
    code: codeOf(client),
    results,
    refused: answer !== undefined && 'refused' in answer,
    offers: (client.file.case.scenarios ?? []).slice(1).map(({ name }) => name),
    more: results === undefined ? undefined : moreLeft(results, offer, ordinaryMonthOf(results.timeline.months)),
    limit: results === undefined ? undefined : limitOf(results, offer),
    next,
    overdue: duties.some(({ overdue }) => overdue),
    open: openFacts(client),
    lawChanged:
      results?.rules !== undefined && sheet.computed !== undefined && sheet.computed.rules !== results.rules.hash,
  };
}

/** The to-do list of the first offer with what is done of it, the earliest first. */
export function dutiesOf(
  client: OpenClient,
  results: Results,
  today: string,
  scenario = firstOffer(results),
): DatedTask[] {
  const done = new Map(client.file.sheet.duties.map((duty) => [duty.id, duty.done]));
  return (results.scenarios[scenario]?.to_do ?? [])
    .map((task) => {
      const id = dutyId(task);
      const doneOn = done.get(id);
      const { due } = task;
      return { task, id, due, done: doneOn, overdue: doneOn === undefined && due !== undefined && due < today };
    })
    .sort((one, other) => (one.due ?? `${one.task.month}-00`).localeCompare(other.due ?? `${other.task.month}-00`));
}

/** Facts that are marked as not known, and values of the case that are left open. */
function openFacts(client: OpenClient): number {
  const marked = Object.values(client.file.sheet.facts).filter(({ status }) => status === 'unknown').length;
  return Math.max(marked, openValues(client.file.case.client) + openValues(client.file.case.spouse ?? null));
}

export const isOpenValue = (value: Json | undefined): boolean =>
  value === 'unknown' ||
  (typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    ['between', 'one_of', 'varies'].some((key) => key in value));

function openValues(value: Json): number {
  if (isOpenValue(value)) return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + openValues(inner), 0);
}

const sources = [
  'on_kela_disability_pension',
  'earnings_related_pension',
  'unemployment_benefit',
  'on_sickness_allowance',
  'on_partial_sickness_allowance',
  'on_rehabilitation_allowance',
  'applies_for_social_assistance',
  'debt_enforcement',
];

/** What the client lives on, and where, in the rules' own words. */
export function situationOf(client: OpenClient, variables: ReadonlyMap<string, Variable> | undefined): string {
  const { case: file } = client.file;
  const told = sources.flatMap((name) => {
    const value = file.client[name] ?? (file[name] as Json | undefined);
    if (value === undefined || value === null || value === false || value === 0 || value === 'none') return [];
    return [variables?.get(name)?.title ?? ''];
  });
  const place = file['municipality'];
  const town = variables?.get('municipality')?.members?.find(({ name }) => name === place)?.title ?? place;
  return [...told, ...(typeof town === 'string' ? [town] : [])].filter((text) => text !== '').join(', ');
}

export interface LawChange {
  row: ClientRow;
  scenario: string;
  before: number;
  now: number;
  change: number;
  /** The figure that changed the most. */
  because: string | undefined;
}

/** How the kept results of a client differ from those of today's rules, in the offer whose total changed the most. */
export function lawChangeOf(row: ClientRow, kept: Record<string, Record<string, string>>): LawChange | undefined {
  const before = row.client.file.sheet.computed?.results ?? {};
  const changes = Object.entries(kept).flatMap(([scenario, figures]) => {
    const old = before[scenario];
    if (old === undefined) return [];
    const names = [...new Set([...Object.keys(old), ...Object.keys(figures)])];
    const moved = names
      .map((name) => ({ name, before: Number(old[name] ?? 0), now: Number(figures[name] ?? 0) }))
      .map((one) => ({ ...one, change: (Math.round(one.now * 100) - Math.round(one.before * 100)) / 100 }))
      .sort((one, other) => Math.abs(other.change) - Math.abs(one.change));
    const total = moved.find(({ name }) => name === 'income_after_costs');
    if (total === undefined || total.change === 0) return [];
    const because = moved.find(({ name, change }) => change !== 0 && isPart(name))?.name;
    return [{ row, scenario, before: total.before, now: total.now, change: total.change, because }];
  });
  return changes.sort((one, other) => Math.abs(other.change) - Math.abs(one.change))[0];
}

/** Sums tell nothing about why. */
const isPart = (name: string): boolean =>
  !/(income_after_costs|disposable_income|money_in_hand|liquidity|public_finances|employer)/.test(name);
