// The frame around every room: language, display, the honest footer.
import { useEffect, useMemo, useState } from 'react';
import { formats as formatsOf } from '../catalogue/formats';
import { htmlLanguage, loadMessages, translator, type Language } from '../catalogue/languages';
import type { Messages } from '../catalogue/messages';
import { LanguageMenu } from '../components/language_menu/LanguageMenu';
import type { Engine } from '../engine';
import { Preview } from '../preview/Preview';
import { SurroundingsContext } from './context';
import { keepPreferences, readPreferences, type Preferences } from './preferences';
import './app.css';

export interface AppProps {
  /** undefined when it could not start. */
  engine: Promise<Engine>;
}

export function App({ engine: starting }: AppProps) {
  const [preferences, setPreferences] = useState(readPreferences);
  const [texts, setTexts] = useState<{ language: Language; messages: Messages }>();
  const [engine, setEngine] = useState<Engine>();
  const [failed, setFailed] = useState(false);
  const { language, large, simple } = preferences;

  useEffect(() => {
    starting.then(setEngine, () => setFailed(true));
  }, [starting]);

  useEffect(() => {
    let current = true;
    void loadMessages(language).then((messages) => {
      if (current) setTexts({ language, messages });
    });
    return () => {
      current = false;
    };
  }, [language]);

  const set = (changed: Partial<Preferences>) => {
    const next = { ...preferences, ...changed };
    setPreferences(next);
    keepPreferences(next);
  };

  useEffect(() => {
    if (texts === undefined) return;
    document.documentElement.lang = htmlLanguage[texts.language];
    document.documentElement.dataset['size'] = large ? 'large' : 'plain';
    document.title = `${texts.messages['app.name']} – ${texts.messages['start.title']}`;
  }, [texts, large]);

  const surroundings = useMemo(() => {
    if (texts === undefined || engine === undefined) return undefined;
    return {
      language: texts.language,
      t: translator(texts.messages),
      formats: formatsOf(texts.language),
      engine,
      simple,
    };
  }, [texts, engine, simple]);

  if (texts === undefined) return null;
  const t = translator(texts.messages);
  return (
    <>
      <a className="skip" href="#content" onClick={skip}>
        {t('app.skip')}
      </a>
      <header className="page-header no-print">
        <div className="page-width page-header-row">
          <span className="brand">
            <svg viewBox="0 0 40 40" width="30" height="30" aria-hidden="true" focusable="false">
              <path d="M6 32h9v-8h9v-8h8" />
              <circle cx="34" cy="8" r="3.5" />
            </svg>
            {t('app.name')}
          </span>
          {surroundings !== undefined && (
            <SurroundingsContext.Provider value={surroundings}>
              <LanguageMenu onChange={(to) => set({ language: to })} />
            </SurroundingsContext.Provider>
          )}
          <div className="display-menu" role="group" aria-label={t('app.display')}>
            <button type="button" aria-pressed={large} onClick={() => set({ large: !large })}>
              {t('app.large')}
            </button>
            <button type="button" aria-pressed={simple} onClick={() => set({ simple: !simple })}>
              {t('app.simple')}
            </button>
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="page-width">
        {failed ? (
          <p role="alert">{t('app.failed')}</p>
        ) : surroundings === undefined ? (
          <p className="soft" role="status">
            {t('app.loading')}
          </p>
        ) : (
          <SurroundingsContext.Provider value={surroundings}>
            <Preview />
          </SurroundingsContext.Provider>
        )}
      </main>
      <footer className="page-footer">
        <div className="page-width">
          <p>{t('app.footer')}</p>
          <p className="no-print">{t('app.private')}</p>
        </div>
      </footer>
    </>
  );
}

// The fragment of the address is kept for cases, so skipping moves the focus without it.
function skip(event: { preventDefault: () => void }) {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
