import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isCase } from './case';
import { readYaml } from './yaml_case';

const value = (text: string) => {
  const read = readYaml(text);
  if ('line' in read) throw new Error(`line ${String(read.line)}`);
  return read.value;
};

it('reads numbers, truths, months and nothing as the command does', () => {
  expect(value('rent: 620.50\nzero: 0\non: true\nstart: 2026-05\nspouse: none\ngone: null\nempty:')).toEqual({
    rent: 620.5,
    zero: 0,
    on: true,
    start: '2026-05',
    spouse: 'none',
    gone: null,
    empty: null,
  });
});

it('takes what is quoted, or only looks like a number, for a text', () => {
  expect(value('a: "620"\nb: 007\nc: 0x1F\nd: 1e3\ne: yes\nf: 1_000')).toEqual({
    a: '620',
    b: '007',
    c: '0x1F',
    d: '1e3',
    e: 'yes',
    f: '1_000',
  });
});

it.each([
  ['a key twice', 'rent: 1\nrent: 2', 2],
  ['an open bracket', 'a: 1\nb: [1, 2', 2],
  ['an anchor', 'a: &x {b: 1}\nc: *x', 1],
  ['a tag', 'a: !!int 3', 1],
])('refuses %s and says where', (_, text, line) => {
  expect(readYaml(text)).toEqual({ line });
});

const examples = join(import.meta.dirname, '../../../rules/fi/examples');
it.each(readdirSync(examples).filter((name) => /(?<!\.test)\.yaml$/.test(name)))('reads the example %s', (name) => {
  expect(isCase(value(readFileSync(join(examples, name), 'utf8')))).toBe(true);
});
