// A fact in words: its title with whose it is, its value, what is open of it.
import { useCallback, useMemo } from 'react';
import { isObject, type Json } from '../../case/case';
import { inputText } from '../../client/interview/describe';
import { useOwnedTitle } from '../../client/owned_title';
import { useSurroundings } from '../../model/surroundings';
import { useSession } from '../room';
import { isMonths, isOpen } from './facts';
import type { WeighedFact } from './weights';

export interface FactWords {
  titleOf: (fact: Pick<WeighedFact, 'variable' | 'person'>) => string;
  /** 640 euroa kuukaudessa; 1 500–4 000 euroa; by month. */
  valueOf: (variable: string, value: Json | undefined) => string;
}

export function useFactWords(): FactWords {
  const { t, formats } = useSurroundings();
  const { s, variables } = useSession();
  const ownedTitle = useOwnedTitle();
  const wording = useMemo(() => ({ t, formats, variables }), [t, formats, variables]);
  const titleOf = useCallback(
    ({ variable, person }: Pick<WeighedFact, 'variable' | 'person'>) =>
      ownedTitle(variables.get(variable)?.title ?? variable, person),
    [variables, ownedTitle],
  );
  const valueOf = useCallback(
    (variable: string, value: Json | undefined): string => {
      const one = (plain: Json) =>
        plain === null || typeof plain === 'object' ? s('facts.none') : inputText(variable, plain, wording);
      if (value === undefined || value === null) return s('facts.none');
      if (isOpen(value)) {
        const range = isObject(value) ? (value['between'] ?? value['varies']) : undefined;
        if (Array.isArray(range)) return s('facts.between', { from: one(range[0] ?? null), to: one(range[1] ?? null) });
        return s('facts.unknown');
      }
      return isMonths(value) ? s('facts.by_month') : one(value);
    },
    [s, wording],
  );
  return { titleOf, valueOf };
}
