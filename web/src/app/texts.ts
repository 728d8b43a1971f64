// The texts of a language: those of the one before stand until they are there. Of a language that cannot be had the page says
// so and stays in the one it has.
import { useCallback, useEffect, useState } from 'react';
import { loadFirstMessages, loadMessages, type Language } from '../catalogue/languages';
import type { Messages } from '../catalogue/messages';

export interface Texts {
  language: Language;
  messages: Messages;
  /** False while those are missing that nobody needs before the first answer. */
  whole: boolean;
}

export interface TextsInUse {
  texts: Texts | undefined;
  failed: boolean;
  /** Fetches what is missing of the language; rejects when it cannot be had. */
  fetchWhole: () => Promise<void>;
}

export function useTexts(language: Language): TextsInUse {
  const [texts, setTexts] = useState<Texts>();
  const [failed, setFailed] = useState<Language>();
  useEffect(() => {
    let current = true;
    loadFirstMessages(language).then(
      (found) => {
        if (current) setTexts((before) => (before?.language === language ? before : { language, ...found }));
      },
      () => current && setFailed(language),
    );
    return () => {
      current = false;
    };
  }, [language]);
  const shown = texts?.language;
  const fetchWhole = useCallback(async () => {
    if (shown === undefined) return;
    const messages = await loadMessages(shown);
    setTexts((before) => (before?.language === shown ? { language: shown, messages, whole: true } : before));
  }, [shown]);
  return { texts, failed: failed === language && shown !== language, fetchWhole };
}
