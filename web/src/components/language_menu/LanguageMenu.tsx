// The four languages, each by its own name.
import { htmlLanguage, languageNames, languages, type Language } from '../../catalogue/languages';
import type { Translate } from '../../catalogue/messages';
import './language_menu.css';

export interface LanguageMenuProps {
  t: Translate;
  language: Language;
  onChange: (language: Language) => void;
}

export function LanguageMenu({ t, language, onChange }: LanguageMenuProps) {
  return (
    <div className="language-menu" role="group" aria-label={t('app.language')}>
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={htmlLanguage[one]}
          aria-pressed={one === language}
          onClick={() => onChange(one)}
        >
          {languageNames[one]}
        </button>
      ))}
    </div>
  );
}
