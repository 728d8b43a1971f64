// Easy Finnish is held to its own rules: short sentences, one thing in each, common words. In the page's catalogue and in
// every fi-simple text of the law.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fiSimple } from './fi-simple';
import { problems } from './problems';

const mostWords = 15;
const mostCommas = 2;
const longestWord = 17;

// Names of benefits, offices and conditions are what letters and cards call them.
const names =
  /^(työkyvyttömyys|työkyvyttömyyseläke|kuntoutusraha|sairauspäiväraha|toimeentulotuk|työmarkkinatuki|vanhuuseläke|kansaneläk|verohallin|varhaiskasvatu|eläkkeensaaj|työttömyysturva|osatyökyvyttömyys|liikuntakyvyt)/i;

// What the handbooks of easy Finnish advise against, and what to say instead.
const avoided: Readonly<Record<string, string>> = {
  mikäli: 'jos',
  sekä: 'ja',
  ainoastaan: 'vain',
  kyseinen: 'se',
  kyseisen: 'sen',
  täten: 'siksi',
  siten: 'niin',
  edellyttää: 'vaatii',
  suorittaa: 'tekee, maksaa',
  toimenpide: 'teko',
  välittömästi: 'heti',
  määräytyy: 'riippuu',
  nojalla: 'mukaan',
  mukaisesti: 'mukaan',
  koskien: '(jätä pois)',
  liittyen: '(jätä pois)',
  toimesta: '(kerro tekijä)',
  huomioiden: '(uusi lause)',
  huomioidaan: 'lasketaan',
  lukuunottamatta: 'paitsi',
  puitteissa: '(uusi lause)',
  käytettävissä: '(kerro, mitä voi tehdä)',
  ko: 'se',
  ts: 'siis',
  mm: 'esimerkiksi',
};

interface Text {
  where: string;
  text: string;
}

const pageTexts: Text[] = Object.entries({ ...fiSimple, ...problems['fi-simple'] }).map(([where, text]) => ({
  where,
  text,
}));

function lawTexts(folder: string): Text[] {
  const found: Text[] = [];
  // The law's words in easy Finnish have files of their own; some lists beside the law hold all four languages.
  const walk = (value: unknown, where: string, isEasy: boolean) => {
    if (isEasy && typeof value === 'string') found.push({ where, text: value });
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) walk(inner, `${where}/${key}`, isEasy || key === 'fi-simple');
  };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (
      !entry.isFile() ||
      !entry.name.endsWith('.yaml') ||
      entry.name.endsWith('.test.yaml') ||
      file.includes('/examples/')
    )
      continue;
    // A file that is not YAML is the rule compiler's to refuse, not this test's.
    const isEasy = file.includes('/texts/fi-simple/');
    walk(parse(readFileSync(file, 'utf8'), { logLevel: 'silent' }), file.slice(folder.length), isEasy);
  }
  return found;
}

const sentences = (text: string) => text.split(/(?<=[.!?:])\s+/).filter((sentence) => sentence !== '');
const words = (sentence: string) => sentence.split(/[\s–]+/).filter((word) => /[\p{L}\d{]/u.test(word));

/** What is wrong with a text, in words a writer can act on. */
function faults({ where, text }: Text): string[] {
  const wrong: string[] = [];
  for (const sentence of sentences(text)) {
    const count = words(sentence).length;
    if (count > mostWords) wrong.push(`${where}: ${String(count)} words: ${sentence}`);
    if (sentence.split(',').length - 1 > mostCommas || sentence.includes(';'))
      wrong.push(`${where}: more than one thing: ${sentence}`);
  }
  for (const word of text.replace(/\{\w+\}/g, '').match(/[\p{L}]+/gu) ?? []) {
    if (word.length > longestWord && !names.test(word)) wrong.push(`${where}: a long word: ${word}`);
    const instead = avoided[word.toLowerCase()];
    if (instead !== undefined) wrong.push(`${where}: say ${instead} instead of ${word}`);
  }
  return wrong;
}

describe('easy Finnish', () => {
  it('is kept in the page', () => {
    expect(pageTexts.flatMap(faults)).toEqual([]);
  });

  it('is kept in the law', () => {
    const texts = lawTexts(join(import.meta.dirname, '../../../rules'));
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.flatMap(faults)).toEqual([]);
  });

  it('is its own language: most of its sentences differ from the Finnish ones', async () => {
    const { fi } = await import('./fi');
    const long = Object.entries(fi).filter(([, text]) => words(text).length > 7);
    const same = long.filter(([key, text]) => fiSimple[key as keyof typeof fiSimple] === text);
    expect(same.length).toBeLessThan(long.length / 3);
  });

  it('is measured: a clumsy sentence is found', () => {
    expect(
      faults({ where: 'x', text: 'Mikäli etuus määräytyy tulojen nojalla, ilmoita, paljonko, milloin ja miksi.' }),
    ).toHaveLength(4);
  });
});
