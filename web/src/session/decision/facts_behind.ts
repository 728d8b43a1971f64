// Which fact would explain a decision: of each input behind the figure, the value with which the calculation gives the amount of
// the decision. A number is solved for in an ordinary month; whatever is found is tried in the plan itself before it is told.
import { isRefused, type ExplainedFigure, type Value, type Variable } from '../../engine/answers';
import type { CaseFile } from '../../case/case';
import type { Engine } from '../../engine/engine';
import type { Language } from '../../catalogue/languages';
import { figureKey, figuresOf } from '../../model/parts';
import { valueAt, withValue, type Key } from '../case_places';
import { isMonths, isOpen, type Fact } from '../facts/facts';
import { readBy, type DecidedFigure } from './decision';

export interface Explaining {
  variable: string;
  person: string | null;
  keys: readonly Key[];
  value: Value;
}

export interface Sought {
  file: CaseFile;
  /** Place and name of the scenario. */
  scenario: number;
  month: number;
  start: string;
  figure: DecidedFigure;
  theirs: number;
}

/** So many inputs are tried; a figure far from them rests on dozens. */
const mostTried = 8;
const mostMembers = 8;

interface Candidate {
  variable: Variable;
  person: string | null;
  keys: readonly Key[];
}

export function candidates(
  explained: ExplainedFigure,
  { file, scenario }: Pick<Sought, 'file' | 'scenario'>,
  facts: readonly Fact[],
  variables: ReadonlyMap<string, Variable>,
): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const { variable: name, person, origin } of readBy(explained)) {
    const variable = variables.get(name);
    if (variable?.kind !== 'input' || (origin !== 'given' && origin !== 'default')) continue;
    const owner =
      person?.startsWith('child') === true
        ? ['children', Number(person.slice(5)) - 1]
        : person === null
          ? []
          : [person];
    const own = ['scenarios', scenario, ...owner, name];
    const fact = facts.find((one) => one.variable === name && one.person === person);
    const keys = valueAt(file, own) !== undefined ? own : (fact?.keys ?? [...owner, name]);
    const given = valueAt(file, keys);
    if (!isMonths(given) && !isOpen(given)) found.set(figureKey(name, person), { variable, person, keys });
  }
  const isGiven = ({ keys }: Candidate) => valueAt(file, keys) !== undefined;
  return [...found.values()].sort((a, b) => Number(isGiven(b)) - Number(isGiven(a))).slice(0, mostTried);
}

const ownerOf = (figure: DecidedFigure): string => figure.key;

export async function factsBehind(
  engine: Engine,
  language: Language,
  sought: Sought,
  tried: readonly Candidate[],
): Promise<Explaining[]> {
  const explaining: Explaining[] = [];
  for (const candidate of tried) {
    for (const value of await valuesOf(engine, language, sought, candidate)) {
      if (await gives(engine, language, sought, candidate, value)) {
        const { variable, person, keys } = candidate;
        explaining.push({ variable: variable.name, person, keys, value });
        break;
      }
    }
  }
  return explaining;
}

/** The values worth trying: of a choice every other one, of an amount the one that is solved for. */
async function valuesOf(
  engine: Engine,
  language: Language,
  sought: Sought,
  { variable, person, keys }: Candidate,
): Promise<Value[]> {
  const given = valueAt(sought.file, keys);
  if (variable.type === 'boolean') return [given !== true];
  if (variable.type === 'enum') {
    const members = (variable.members ?? []).map(({ name }) => name);
    return members.length > mostMembers ? [] : members.filter((name) => name !== given);
  }
  if (variable.type !== 'number') return [];
  const { figure, theirs } = sought;
  const amount = `${theirs} ${figure.variable.unit ?? ''}`;
  const [low, high] = variable.bounds ?? [0, null];
  const answer = await engine.solve(
    { ...sought.file, start: sought.start, months: 1 },
    {
      scenario: sought.file.scenarios?.[sought.scenario]?.name ?? '',
      vary: figureKey(variable.name, person),
      from: low ?? 0,
      to: high ?? 100_000,
      least: `${ownerOf(figure)} >= ${amount} and ${ownerOf(figure)} <= ${amount}`,
    },
    language,
    'decision',
  );
  return isRefused(answer) || answer.value === null ? [] : [answer.value];
}

async function gives(
  engine: Engine,
  language: Language,
  { file, scenario, month, figure, theirs }: Sought,
  { keys }: Candidate,
  value: Value,
): Promise<boolean> {
  const answer = await engine.figures(withValue(file, keys, value), language, undefined, [figure.variable.name]);
  return !isRefused(answer) && figuresOf(answer, scenario, month).get(figure.key) === theirs;
}
