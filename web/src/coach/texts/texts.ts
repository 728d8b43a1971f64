// The coach's own texts: fetched with the room, in the language of the page. What has no easy Finnish is said in Finnish; the
// letter, which the client gets, has it.
import { createContext, useContext, useEffect, useState } from 'react';
import type { Language } from '../../catalogue/languages';
import { fill } from '../../catalogue/messages';
import { useSurroundings } from '../../model/surroundings';
import { fi } from './fi';

export type CoachKey = keyof typeof fi;
export type CoachTexts = Readonly<Record<CoachKey, string>>;
export type Say = (key: CoachKey, values?: Readonly<Record<string, string | number>>) => string;

const loaders: Readonly<Record<Language, () => Promise<CoachTexts>>> = {
  fi: () => Promise.resolve(fi),
  sv: async () => (await import('./sv')).sv,
  en: async () => (await import('./en')).en,
  'fi-simple': async () => ({ ...fi, ...(await import('./fi_simple')).fiSimple }),
};

export const loadCoachTexts = (language: Language): Promise<CoachTexts> => loaders[language]();

export const sayer =
  (texts: CoachTexts): Say =>
  (key, values) =>
    fill(texts[key], values);

export const SayContext = createContext<Say>(sayer(fi));
export const useSay = (): Say => useContext(SayContext);

/** Undefined until the texts of the page's language are there. */
export function useCoachTexts(): Say | undefined {
  const { language } = useSurroundings();
  const [texts, setTexts] = useState<{ language: Language; say: Say }>();
  useEffect(() => {
    let current = true;
    void loadCoachTexts(language).then((loaded) => {
      if (current) setTexts({ language, say: sayer(loaded) });
    });
    return () => {
      current = false;
    };
  }, [language]);
  return texts?.say;
}
