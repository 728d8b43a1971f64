// The four languages, each by its own name.
import { useSurroundings } from '../../app/context';
import { htmlLanguage, languageNames, languages, type Language } from '../../catalogue/languages';
import './language_menu.css';

export function LanguageMenu({ onChange }: { onChange: (language: Language) => void }) {
  const { t, language } = useSurroundings();
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
