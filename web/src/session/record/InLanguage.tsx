// Everything inside speaks another language than the screen: its texts, its formats, the rules' own words.
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { formats as formatsOf } from '../../catalogue/formats';
import { htmlLanguage, loadMessages, translator, type Language } from '../../catalogue/languages';
import type { Messages } from '../../catalogue/messages';
import { useInputs } from '../../model/inputs';
import { usePartTexts } from '../../model/part_texts';
import { SurroundingsContext, useSurroundings, type Surroundings } from '../../model/surroundings';
import { askCompared, askShown, useAsked } from '../asking';
import { SessionContext, useSession } from '../room';
import { sessionTexts } from '../texts/texts';

export interface InLanguageProps {
  language: Language;
  children: ReactNode;
}

export function InLanguage({ language, children }: InLanguageProps) {
  const outer = useSurroundings();
  const [loaded, setLoaded] = useState<{ language: Language; messages: Messages }>();
  useEffect(() => {
    let current = true;
    void loadMessages(language).then((messages) => {
      if (current) setLoaded({ language, messages });
    });
    return () => {
      current = false;
    };
  }, [language]);
  const surroundings = useMemo(
    (): Surroundings | undefined =>
      loaded && {
        ...outer,
        language: loaded.language,
        t: translator(loaded.messages),
        formats: formatsOf(loaded.language),
      },
    [outer, loaded],
  );
  if (surroundings === undefined) return null;
  return (
    <SurroundingsContext.Provider value={surroundings}>
      <SessionInLanguage>{children}</SessionInLanguage>
    </SurroundingsContext.Provider>
  );
}

function SessionInLanguage({ children }: { children: ReactNode }) {
  const session = useSession();
  const { language } = useSurroundings();
  const s = usePartTexts(sessionTexts);
  const inputs = useInputs();
  const compared = useAsked(session.work.file.case, askCompared);
  const shown = useAsked(session.work.file.case, askShown);
  const inside = useMemo(
    () => (s === undefined || inputs === undefined ? undefined : { ...session, s, compared, shown, ...inputs }),
    [session, s, inputs, compared, shown],
  );
  if (inside === undefined) return null;
  return (
    <SessionContext.Provider value={inside}>
      <div
        lang={htmlLanguage[language]}
        data-edition={language === 'fi-simple' ? 'easy' : 'full'}
        data-language={language}
      >
        {children}
      </div>
    </SessionContext.Provider>
  );
}
