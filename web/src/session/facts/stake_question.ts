// What hangs on each fact: the case with every fact open, for the engine to weigh one by one. A number may be a tenth off to
// either side, a choice any of its kind; what is open already stays as it is, and what is computed with stays the same.
import type { CaseFile, Json } from '../../case/case';
import type { Value, Variable } from '../../engine/answers';
import { withValue } from '../case_places';
import { isMonths, isOpen, type Fact } from './facts';

/** A list of municipalities is no choice that a decision gets wrong. */
const mostMembers = 8;

/** The fact's value as an open one; undefined where nothing can be said to either side. */
export function openedValue(value: Json | Value, variable: Variable): Json | undefined {
  if (typeof value === 'boolean') return { one_of: [value, !value] };
  if (variable.type === 'enum' && typeof value === 'string') {
    const others = (variable.members ?? [])
      .map(({ name }) => name)
      .filter((name) => name !== value && name !== 'unknown');
    return others.length === 0 || others.length >= mostMembers ? undefined : { one_of: [value, ...others] };
  }
  if (typeof value !== 'number' || value === 0) return undefined;
  const [low, high] = variable.bounds ?? [null, null];
  const step = 10 ** Math.max(0, Math.min(2, variable.decimals ?? 2));
  const near = (share: number) => Math.round(value * share * step) / step;
  const between = [Math.max(near(0.9), low ?? -Infinity), Math.min(near(1.1), high ?? Infinity)];
  return between[0] === between[1] ? undefined : { between, assumed: value };
}

/** `used`: what the engine computes with, by fact's path. */
export function stakeQuestion(
  file: CaseFile,
  facts: readonly Fact[],
  used: ReadonlyMap<string, Value>,
  variables: ReadonlyMap<string, Variable>,
): CaseFile {
  return facts.reduce((opened, fact) => {
    const variable = variables.get(fact.variable);
    const value = isMonths(fact.given) || isOpen(fact.given) ? undefined : (fact.given ?? used.get(fact.path));
    if (variable === undefined || value === undefined) return opened;
    const open = openedValue(value, variable);
    return open === undefined ? opened : withValue(opened, fact.keys, open);
  }, file);
}
