// How this person likes to see the page. Only that is kept on the device, never the case.
import { isLanguage, preferredLanguage, type Language } from '../catalogue/languages';

export interface Preferences {
  language: Language;
  large: boolean;
  simple: boolean;
}

const place = 'ansiopolku';

export function readPreferences(): Preferences {
  let kept: Partial<Record<keyof Preferences, unknown>> = {};
  try {
    const value: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    if (typeof value === 'object' && value !== null) kept = value;
  } catch {
    // A browser that keeps nothing still shows the page.
  }
  const language = typeof kept.language === 'string' && isLanguage(kept.language) ? kept.language : undefined;
  return {
    language: language ?? preferredLanguage(navigator.languages),
    large: kept.large === true,
    simple: kept.simple === true,
  };
}

export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(place, JSON.stringify(preferences));
  } catch {
    // as above
  }
}
