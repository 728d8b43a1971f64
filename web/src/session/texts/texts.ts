// The texts of the session, fetched with it: one language by itself.
import type { PartCatalogue } from '../../model/part_texts';
import type { fi } from './fi';

export const sessionTexts: PartCatalogue<typeof fi> = {
  fi: async () => (await import('./fi')).fi,
  sv: async () => (await import('./sv')).sv,
  en: async () => (await import('./en')).en,
  'fi-simple': async () => (await import('./fi-simple')).fiSimple,
};
