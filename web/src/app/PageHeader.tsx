// The name, the rooms, the languages, the ways to see.
import { LanguageMenu } from '../components/language_menu/LanguageMenu';
import type { Language } from '../catalogue/languages';
import type { Translate } from '../catalogue/messages';
import type { Preferences } from './preferences';
import { laterRooms, type LaterRoom } from './rooms';

export interface PageHeaderProps {
  t: Translate;
  room: LaterRoom['name'] | 'client';
  language: Language;
  preferences: Preferences;
  onChange: (changed: Partial<Preferences>) => void;
}

const rooms = [{ name: 'client', entrance: '/' } as const, ...laterRooms];

export function PageHeader({ t, room, language, preferences: { large, simple }, onChange }: PageHeaderProps) {
  return (
    <header className="page-header no-print">
      <div className="page-width page-header-row">
        <span className="brand">
          <svg viewBox="0 0 40 40" width="30" height="30" aria-hidden="true" focusable="false">
            <path d="M6 32h9v-8h9v-8h8" />
            <circle cx="34" cy="8" r="3.5" />
          </svg>
          {t('app.name')}
        </span>
        <nav aria-label={t('room.rooms')} className="room-menu">
          {rooms.map(({ name, entrance }) => (
            <a key={name} href={`#${entrance}`} aria-current={name === room ? 'true' : undefined}>
              {t(`room.${name}`)}
            </a>
          ))}
        </nav>
        <LanguageMenu t={t} language={language} onChange={(to) => onChange({ language: to })} />
        <div className="display-menu" role="group" aria-label={t('app.display')}>
          <button type="button" aria-pressed={large} onClick={() => onChange({ large: !large })}>
            {t('app.large')}
          </button>
          <button type="button" aria-pressed={simple} onClick={() => onChange({ simple: !simple })}>
            {t('app.simple')}
          </button>
        </div>
      </div>
    </header>
  );
}
