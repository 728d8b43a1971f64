// Amounts, months and counts as people of each language write them.
import { htmlLanguage, type Language } from './languages';

const locales: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB', 'fi-simple': 'fi-FI' };
const noBreak = '\u00a0';

export interface Formats {
  /** 1 234,56 € */
  euros(amount: number): string;
  /** 1 235 € */
  wholeEuros(amount: number): string;
  /** +12,30 € or −12,30 € */
  change(amount: number): string;
  number(value: number, decimals?: number): string;
  /** 43 % */
  share(value: number): string;
  /** marraskuu 2026 */
  month(month: string): string;
  /** 28.2.2026; 28 February 2026 */
  date(day: string): string;
  /** marraskuussa, marraskuusta and marraskuuhun 2026 in Finnish, where "in", "from" and "until November" bend the word */
  inMonth(month: string): string;
  fromMonth(month: string): string;
  untilMonth(month: string): string;
  plural(count: number): 'one' | 'other';
}

export function formats(language: Language): Formats {
  const locale = locales[language];
  const exact = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const days = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: language === 'en' ? 'long' : 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const rules = new Intl.PluralRules(htmlLanguage[language]);
  const tidy = (text: string) => text.replace('-', '−');
  const date = (month: string) => new Date(`${month}-15T00:00:00Z`);
  const cents = (amount: number) => Math.sign(amount) * (Math.round(Math.abs(amount) * 100 + 1e-6) / 100) || 0;
  const bent = (month: string, ending: string) => {
    const text = months.format(date(month));
    return locale === 'fi-FI' ? text.replace(/kuu /, ending) : text;
  };
  return {
    euros: (amount) => `${tidy(exact.format(cents(amount)))}${noBreak}€`,
    wholeEuros: (amount) => `${tidy(whole.format(Math.round(amount) || 0))}${noBreak}€`,
    change: (amount) => {
      const rounded = cents(amount);
      const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '';
      return `${sign}${exact.format(Math.abs(rounded))}${noBreak}€`;
    },
    number: (value, decimals = 2) =>
      tidy(new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value)),
    share: (value) => `${tidy(whole.format(Math.round(value * 100) || 0))}${noBreak}%`,
    month: (month) => months.format(date(month)),
    date: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    inMonth: (month) => bent(month, 'kuussa '),
    fromMonth: (month) => bent(month, 'kuusta '),
    untilMonth: (month) => bent(month, 'kuuhun '),
    plural: (count) => (rules.select(count) === 'one' ? 'one' : 'other'),
  };
}
