// Offers come and go: a column is copied, taken out, or copied with the pension resting. Notes on facts of an offer go with it.
import { copyOf, type ClientFile, type FactNote } from '../../case/file';
import type { Scenario } from '../../case/case';

export const mostOffers = 4;

/** A name that no other offer has: A, B … or "A 2". */
export function freeName(scenarios: readonly Scenario[], wish?: string): string {
  const taken = new Set(scenarios.map(({ name }) => name));
  const letters = wish === undefined ? ['A', 'B', 'C', 'D'] : [wish];
  const free = letters.find((name) => !taken.has(name));
  if (free !== undefined) return free;
  for (let number = 2; ; number += 1) {
    const name = `${letters[0] ?? 'A'} ${number}`;
    if (!taken.has(name)) return name;
  }
}

const scenariosOf = (file: ClientFile): Scenario[] => file.case.scenarios ?? [{ name: 'now' }];

const withScenarios = (file: ClientFile, scenarios: Scenario[], facts = file.sheet.facts): ClientFile => ({
  case: { ...file.case, scenarios },
  sheet: { ...file.sheet, facts },
});

export const addOffer = (file: ClientFile): ClientFile => {
  const scenarios = scenariosOf(file);
  return withScenarios(file, [...scenarios, { name: freeName(scenarios), client: {} }]);
};

/** A copy as the last column; its facts are known as those it was copied from. */
export function copyOffer(file: ClientFile, index: number, name?: string, resting = false): ClientFile {
  const scenarios = scenariosOf(file);
  const from = scenarios[index];
  if (from === undefined) return file;
  const copy = copyOf(from);
  copy.name = freeName(scenarios, name ?? (index === 0 ? undefined : from.name));
  if (resting) copy.client = { ...copy.client, pension_resting: true };
  const facts = Object.entries(file.sheet.facts).flatMap(([path, note]): [string, FactNote][] =>
    path.startsWith(`scenarios.${index}.`)
      ? [
          [path, note],
          [path.replace(`scenarios.${index}.`, `scenarios.${scenarios.length}.`), note],
        ]
      : [[path, note]],
  );
  return withScenarios(file, [...scenarios, copy], Object.fromEntries(facts));
}

export function removeOffer(file: ClientFile, index: number): ClientFile {
  const scenarios = scenariosOf(file).filter((_, place) => place !== index);
  const facts = Object.entries(file.sheet.facts).flatMap(([path, note]): [string, FactNote][] => {
    const [, number, rest] = /^scenarios\.(\d+)\.(.*)$/.exec(path) ?? [];
    if (number === undefined) return [[path, note]];
    if (Number(number) === index) return [];
    const place = Number(number) > index ? Number(number) - 1 : Number(number);
    return [[`scenarios.${place}.${rest ?? ''}`, note]];
  });
  return withScenarios(file, scenarios, Object.fromEntries(facts));
}

export const renameOffer = (file: ClientFile, index: number, name: string): ClientFile =>
  withScenarios(
    file,
    scenariosOf(file).map((scenario, place) => (place === index ? { ...scenario, name } : scenario)),
  );
