// The frame around every room: language, display, the honest footer.
import { useEffect, useMemo, useState } from 'react';
import { formats as formatsOf } from '../catalogue/formats';
import { htmlLanguage, translator } from '../catalogue/languages';
import { ClientRoom } from '../client/ClientRoom';
import { Later } from '../components/later/Later';
import type { Engine } from '../engine/engine';
import { SurroundingsContext, type Surroundings } from '../model/surroundings';
import { useNewVersion } from './offline';
import { PageHeader } from './PageHeader';
import { keepPreferences, readPreferences, type Preferences } from './preferences';
import { laterRoomOf } from './rooms';
import { useRouter } from './router';
import { useTexts, type Texts } from './texts';
import { VersionNotice } from './VersionNotice';
import './app.css';

export interface AppProps {
  /** Rejects when it could not start. */
  engine: Promise<Engine>;
}

export function App({ engine: starting }: AppProps) {
  const router = useRouter();
  const [preferences, setPreferences] = useState(readPreferences);
  const { texts, failed, fetchWhole } = useTexts(preferences.language);
  const engine = useStarting(starting);
  const takeOver = useNewVersion();
  const { large, simple } = preferences;

  const set = (changed: Partial<Preferences>) => {
    const next = { ...preferences, ...changed };
    setPreferences(next);
    keepPreferences(next);
  };
  useDocument(texts, large);
  const surroundings = useMemo((): Surroundings | undefined => {
    if (texts === undefined || engine === undefined || engine === 'failed') return undefined;
    const { language, messages, whole } = texts;
    const laterTexts = { there: whole, fetch: fetchWhole };
    return { language, t: translator(messages), formats: formatsOf(language), engine, simple, laterTexts };
  }, [texts, engine, simple, fetchWhole]);

  if (texts === undefined) return null;
  const t = translator(texts.messages);
  const room = laterRoomOf(router.path);
  return (
    <>
      <a className="skip" href="#content" onClick={skip}>
        {t('app.skip')}
      </a>
      <PageHeader
        t={t}
        room={room?.name ?? 'client'}
        language={texts.language}
        preferences={preferences}
        onChange={set}
      />
      <VersionNotice t={t} takeOver={takeOver} />
      {failed && (
        <p role="alert" className="page-note page-width">
          {t('app.part_missing')}
        </p>
      )}
      <main id="content" tabIndex={-1} className="page-width">
        {engine === 'failed' ? (
          <p role="alert">{t('app.failed')}</p>
        ) : surroundings === undefined ? (
          <p className="soft" role="status">
            {t('app.loading')}
          </p>
        ) : (
          <SurroundingsContext.Provider value={surroundings}>
            {room === undefined ? <ClientRoom {...router} /> : <Later load={room.load} props={router} />}
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

function useStarting(starting: Promise<Engine>): Engine | 'failed' | undefined {
  const [engine, setEngine] = useState<Engine | 'failed'>();
  useEffect(() => {
    starting.then(setEngine, () => setEngine('failed'));
  }, [starting]);
  return engine;
}

function useDocument(texts: Texts | undefined, large: boolean): void {
  useEffect(() => {
    if (texts !== undefined) document.documentElement.lang = htmlLanguage[texts.language];
    document.documentElement.dataset['size'] = large ? 'large' : 'plain';
  }, [texts, large]);
}

// The fragment of the address names the page, so skipping moves the focus without it.
function skip(event: { preventDefault: () => void }) {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
