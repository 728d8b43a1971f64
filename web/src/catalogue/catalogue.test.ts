import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fi } from './fi';
import { fiLater } from './fi_later';
import { languages, loadMessages, preferredLanguage, translator } from './languages';
import type { MessageKey } from './messages';

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe.each(languages.filter((language) => language !== 'fi'))('the catalogue in %s', (language) => {
  it('says everything that the Finnish one says, with the same values', async () => {
    const messages = await loadMessages(language);
    expect(Object.keys(messages).sort()).toEqual(Object.keys(fi).sort());
    for (const key of Object.keys(fi) as MessageKey[]) {
      expect(messages[key], key).not.toBe('');
      expect(new Set(names(messages[key])), key).toEqual(new Set(names(fi[key])));
    }
  });
});

it('fills in values and leaves no brace', () => {
  expect(translator(fi)('answer.more', { hours: '15 tuntia viikossa', amount: '412 €' })).toBe(
    'Jos teet 15 tuntia viikossa, sinulle jää noin 412 € enemmän kuukaudessa.',
  );
});

it('follows the browser to a language of ours, else to Finnish', () => {
  expect(preferredLanguage(['de-DE', 'sv-FI', 'en'])).toBe('sv');
  expect(preferredLanguage(['de-DE'])).toBe('fi');
});

it('keeps no text that the page never says', () => {
  const source = join(import.meta.dirname, '..');
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('catalogue') && !file.includes('.test.'))
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n');
  // 'limit.title', and `why.${origin}` for every key of that shape
  const said = [...code.matchAll(/'([\w.]+)'|`((?:[\w.]|\$\{[^}]*\})+)`/g)]
    .map(([, plain, made]) => (plain ?? made ?? '').replace(/\$\{[^}]*\}/g, '*'))
    .filter((text) => /[a-z]{3}/.test(text))
    .map((text) => new RegExp(`^${text.replaceAll('.', '\\.').replaceAll('*', '[\\w.]+')}$`));
  expect(Object.keys(fi).filter((key) => !said.some((pattern) => pattern.test(key)))).toEqual([]);
});

/** The sources a page is made of before anything is fetched for it: whatever they import plainly, and so on. */
function plainlyImported(entries: readonly string[]): string[] {
  const source = join(import.meta.dirname, '..');
  const seen = new Set(entries);
  for (const file of seen) {
    const text = readFileSync(join(source, file), 'utf8');
    for (const [, path = ''] of text.matchAll(/^(?:(?:import|export) (?!type)[^;()=]* from |import )'(\.[^']*)'/gm)) {
      const bare = join(dirname(file), path);
      const found = [`${bare}.ts`, `${bare}.tsx`].find((one) => existsSync(join(source, one)));
      if (found !== undefined) seen.add(found);
    }
  }
  return [...seen].filter((file) => !file.startsWith('catalogue'));
}

it('says nothing before the first answer that is fetched after it', () => {
  const files = plainlyImported(['main.tsx', 'client/answer/AnswerPage.tsx']);
  expect(files).toContain('client/interview/describe.ts');
  expect(files).not.toContain('client/answer/AnswerMore.tsx');
  const early = files.flatMap((file) => {
    const text = readFileSync(join(import.meta.dirname, '..', file), 'utf8');
    return Object.keys(fiLater).flatMap((key) => (text.includes(`'${key}'`) ? [`${file} says ${key}`] : []));
  });
  expect(early).toEqual([]);
});
