// The texts of a language: those of the one before stand until they are there.
import { useEffect, useState } from 'react';
import { loadMessages, type Language } from '../catalogue/languages';
import type { Messages } from '../catalogue/messages';

export interface Texts {
  language: Language;
  messages: Messages;
}

export function useTexts(language: Language): Texts | undefined {
  const [texts, setTexts] = useState<Texts>();
  useEffect(() => {
    let current = true;
    void loadMessages(language).then((messages) => {
      if (current) setTexts({ language, messages });
    });
    return () => {
      current = false;
    };
  }, [language]);
  return texts;
}
