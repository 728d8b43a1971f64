// What figures are called, with whose they are unless they are the client's.
import { useMemo } from 'react';
import type { Results } from '../../engine/answers';
import { useSurroundings } from '../../model/surroundings';
import { useOwnedTitle } from '../owned_title';

export interface Titles {
  owned: (title: string, person: string | null) => string;
  of: (variable: string, person: string | null) => string;
  /** By its key, client.national_pension.amount. */
  ofKey: (key: string) => string;
}

export const theClient: readonly string[] = ['client'];
export const personsOf = (results: Results): readonly string[] => results.scenarios[1]?.persons ?? theClient;

export function useTitles(results: Results | undefined): Titles {
  const { t } = useSurroundings();
  const owned = useOwnedTitle();
  return useMemo(() => {
    const titles = new Map(results?.variables.map((variable) => [variable.name, variable.title]));
    const persons = results === undefined ? theClient : personsOf(results);
    const plain = (variable: string) => {
      if (variable === 'totals.taxes_of_month') return t('compare.taxes');
      if (variable === 'totals.contributions_of_month') return t('compare.contributions');
      return titles.get(variable) ?? variable;
    };
    const of = (variable: string, person: string | null) => owned(plain(variable), person);
    const ofKey = (key: string) => {
      const [owner = '', ...rest] = key.split('.');
      return persons.includes(owner) ? of(rest.join('.'), owner) : of(key, null);
    };
    return { owned, of, ofKey };
  }, [results, owned, t]);
}
