// The facts of a case, or of one offer of it: each with its status, and every other input within reach.
import { useState } from 'react';
import type { JsonObject } from '../../case/case';
import type { ClientFile, FactNote } from '../../case/file';
import type { Variable } from '../../engine/answers';
import { useSurroundings } from '../../model/surroundings';
import type { Translate } from '../../catalogue/messages';
import type { FactChange } from './FactEditor';
import { FactRow } from './FactRow';
import { FactSearch } from './FactSearch';
import { factsUnder, ownerOf, pathOf, placeFor, placeOf, valueAt, withValue, type Fact, type Place } from './places';

export interface FactsPaneProps {
  file: ClientFile;
  /** Empty for the case itself, ['scenarios', 1] for an offer. */
  base: Place;
  /** The client's inputs that are shown even when nothing is told of them. */
  always?: readonly string[];
  variables: ReadonlyMap<string, Variable>;
  onChange: (file: ClientFile) => void;
}

export const ownerTitle = (owner: string, t: Translate): string | undefined =>
  owner === 'spouse'
    ? t('person.spouse')
    : owner.startsWith('child')
      ? t('person.child', { number: owner.slice('child'.length) })
      : undefined;

export function FactsPane({ file, base, always = [], variables, onChange }: FactsPaneProps) {
  const { t } = useSurroundings();
  const [added, setAdded] = useState<readonly Place[]>([]);
  const root = valueAt(file.case as JsonObject, base) as JsonObject | undefined;
  const told = factsUnder(root ?? {}, base, variables);
  const empty = (place: Place): Fact[] => {
    const name = String(place.at(-1));
    const isTold = placeOf(told, name, ownerOf(place)) !== undefined;
    return isTold ? [] : [{ place, name, value: null, variable: variables.get(name) }];
  };
  const wanted = [
    ...always.flatMap((name) => {
      const variable = variables.get(name);
      return variable === undefined ? [] : [placeFor(variable, 'client', base)];
    }),
    ...added,
  ];
  const unique = [...new Map(wanted.map((place) => [pathOf(place), place])).values()];
  const facts = [...told, ...unique.flatMap(empty)];
  const owners = [
    { value: 'client', title: t('room.client') },
    ...(file.case.spouse === undefined ? [] : [{ value: 'spouse', title: t('person.spouse') }]),
    ...(file.case.children ?? []).map((_, index) => {
      const value = `child${index + 1}`;
      return { value, title: ownerTitle(value, t) ?? value };
    }),
  ];
  return (
    <>
      <FactSearch
        variables={variables}
        owners={owners}
        onChoose={(variable, owner) => setAdded([...added, placeFor(variable, owner, base)])}
      />
      <dl className="facts facts-tight">
        {facts.map((fact) => (
          <FactRow
            key={pathOf(fact.place)}
            fact={fact}
            owner={ownerTitle(ownerOf(fact.place), t)}
            note={file.sheet.facts[pathOf(fact.place)]}
            start={file.case.start}
            onChange={(change) => onChange(changed(file, fact.place, change))}
          />
        ))}
      </dl>
    </>
  );
}

function changed(file: ClientFile, place: Place, { value, note }: FactChange): ClientFile {
  const facts = Object.fromEntries(
    Object.entries(file.sheet.facts).filter(([path]) => path !== pathOf(place)),
  ) as Record<string, FactNote>;
  if (note !== undefined) facts[pathOf(place)] = note;
  return { case: withValue(file.case, place, value), sheet: { ...file.sheet, facts } };
}
