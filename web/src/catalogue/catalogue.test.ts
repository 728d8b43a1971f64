import { describe, expect, it } from 'vitest';
import { fi } from './fi';
import { languages, loadMessages, preferredLanguage, translator } from './languages';
import type { MessageKey } from './messages';

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe.each(languages.filter((language) => language !== 'fi'))('the catalogue in %s', (language) => {
  it('says everything that the Finnish one says, with the same values', async () => {
    const messages = await loadMessages(language);
    expect(Object.keys(messages)).toEqual(Object.keys(fi));
    for (const key of Object.keys(fi) as MessageKey[]) {
      expect(messages[key], key).not.toBe('');
      expect(new Set(names(messages[key])), key).toEqual(new Set(names(fi[key])));
    }
  });
});

it('fills in values and leaves no brace', () => {
  expect(translator(fi)('answer.more', { hours: '15 tuntia viikossa', amount: '412 €' })).toBe(
    'Jos teet 15 tuntia viikossa, sinulle jää noin 412 € enemmän kuussa.',
  );
});

it('follows the browser to a language of ours, else to Finnish', () => {
  expect(preferredLanguage(['de-DE', 'sv-FI', 'en'])).toBe('sv');
  expect(preferredLanguage(['de-DE'])).toBe('fi');
});
