// Texts of a part of the page that is fetched when it is first wanted: a catalogue of its own in four languages, so that
// nobody's first visit waits for them.
import { useEffect, useMemo, useState } from 'react';
import { partTranslator, type Language } from '../catalogue/languages';
import type { TextsLike, TranslateOf } from '../catalogue/messages';
import { useSurroundings } from './surroundings';

/** Four languages of one catalogue, each fetched by itself: `fi: async () => (await import('./texts/fi')).fi`. */
export type PartCatalogue<Texts> = Readonly<Record<Language, () => Promise<TextsLike<Texts>>>>;

/** Undefined until the texts are there; those of the language before stand while the next are fetched. */
export function usePartTexts<Texts>(catalogue: PartCatalogue<Texts>): TranslateOf<Texts> | undefined {
  const { language } = useSurroundings();
  const [texts, setTexts] = useState<TextsLike<Texts>>();
  useEffect(() => {
    let current = true;
    void catalogue[language]().then((fetched) => {
      if (current) setTexts(fetched);
    });
    return () => {
      current = false;
    };
  }, [catalogue, language]);
  return useMemo(() => (texts === undefined ? undefined : partTranslator<Texts>(texts)), [texts]);
}
