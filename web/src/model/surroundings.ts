// What every part of the page reads: the language with its texts and formats, the engine, the way to see.
import { createContext, useContext } from 'react';
import type { Formats } from '../catalogue/formats';
import type { Language } from '../catalogue/languages';
import type { Translate } from '../catalogue/messages';
import type { Engine } from '../engine/engine';

export interface Surroundings {
  language: Language;
  t: Translate;
  formats: Formats;
  engine: Engine;
  simple: boolean;
  /** Texts that nobody needs before the first answer; parts that are fetched later wait for them. */
  laterTexts: { there: boolean; fetch: () => Promise<void> };
}

export const SurroundingsContext = createContext<Surroundings | undefined>(undefined);

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (surroundings === undefined) throw new Error('outside of <SurroundingsContext>');
  return surroundings;
}
