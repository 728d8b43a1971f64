// Every language says everything, with the same values, and easy Finnish keeps its sentences short.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../catalogue/languages';
import { fi } from './fi';
import { fiSimple } from './fi-simple';
import { sessionTexts } from './texts';

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
const keys = Object.keys(fi) as (keyof typeof fi)[];

describe.each(languages)('the session in %s', (language) => {
  it('says everything that the Finnish one says, with the same values', async () => {
    const texts = await sessionTexts[language]();
    expect(Object.keys(texts)).toEqual(keys);
    for (const key of keys) expect([key, names(texts[key])]).toEqual([key, names(fi[key])]);
  });
});

it('keeps easy Finnish short: at most fifteen words a sentence, no long words', () => {
  for (const [key, text] of Object.entries(fiSimple)) {
    for (const sentence of text.split(/[.!?:]\s/))
      expect([key, sentence.split(/\s+/).length <= 15]).toEqual([key, true]);
    const long = text.split(/[^\p{L}]+/u).filter((word) => word.length > 17);
    expect([key, long]).toEqual([key, []]);
  }
});

it('keeps no text that the session never says', () => {
  const source = join(import.meta.dirname, '..');
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('texts') && !file.includes('.test.'))
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n');
  const said = [...code.matchAll(/'([\w.]+)'|`((?:[\w.]|\$\{[^}]*\})+)`/g)]
    .map(([, plain, made]) => (plain ?? made ?? '').replace(/\$\{[^}]*\}/g, '*'))
    .filter((text) => /[a-z]{3}/.test(text))
    .map((text) => new RegExp(`^${text.replaceAll('.', '\\.').replaceAll('*', '[\\w.]+')}$`));
  expect(keys.filter((key) => !said.some((pattern) => pattern.test(key)))).toEqual([]);
});
