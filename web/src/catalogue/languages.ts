import { fiFirst } from './fi_first';
import { fill, type Messages, type TextsLike, type Translate, type TranslateOf } from './messages';

export const languages = ['fi', 'sv', 'en', 'fi-simple'] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name, the same in every catalogue. */
export const languageNames: Readonly<Record<Language, string>> = {
  fi: 'Suomi',
  sv: 'Svenska',
  en: 'English',
  'fi-simple': 'Selkosuomi',
};

/** What `lang` says to a screen reader. */
export const htmlLanguage: Readonly<Record<Language, string>> = { fi: 'fi', sv: 'sv', en: 'en', 'fi-simple': 'fi' };

// Of Finnish the page brings what is said until the first answer stands; all else comes when it is first asked for, from the
// same folder.
const loaders: Readonly<Record<Language, () => Promise<Messages>>> = {
  fi: async () => ({ ...fiFirst, ...(await import('./fi_later')).fiLater }),
  sv: async () => (await import('./sv')).sv,
  en: async () => (await import('./en')).en,
  'fi-simple': async () => (await import('./fi-simple')).fiSimple,
};

export function loadMessages(language: Language): Promise<Messages> {
  return loaders[language]();
}

/** Enough for the first answer, and at once where it is there already. */
export async function loadFirstMessages(language: Language): Promise<{ messages: Messages; whole: boolean }> {
  if (language === 'fi') return { messages: fiFirst as unknown as Messages, whole: false };
  return { messages: await loadMessages(language), whole: true };
}

export function isLanguage(text: string | null | undefined): text is Language {
  return languages.some((language) => language === text);
}

/** The browser's wish when it is one of ours, else Finnish. */
export function preferredLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const base = wish.split('-')[0];
    if (isLanguage(base)) return base;
  }
  return 'fi';
}

export function translator(messages: Messages): Translate {
  return (key, ...values) => fill(messages[key], values[0]);
}

/** Of a catalogue of its own, which a part of the page brings along. */
export function partTranslator<Texts>(texts: TextsLike<Texts>): TranslateOf<Texts> {
  return (key, ...values) => fill(texts[key], values[0]);
}
