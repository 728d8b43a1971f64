// @vitest-environment jsdom
// Every component folder has its examples, and none of them breaks axe’s rules.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { show, violations } from '../testing/render';
import type { Examples } from './examples';

const found = import.meta.glob<{ examples: Examples }>('../{components,charts}/*/*.examples.ts', { eager: true });
const source = join(import.meta.dirname, '..');
const folders = ['components', 'charts'].flatMap((floor) =>
  readdirSync(join(source, floor), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${floor}/${name}`),
);

it.each(folders)('%s holds examples and a test', (folder) => {
  const name = folder.split('/').at(-1) ?? '';
  expect(existsSync(join(source, folder, `${name}.examples.ts`))).toBe(true);
  expect(existsSync(join(source, folder, `${name}.test.tsx`))).toBe(true);
});

describe.each(Object.entries(found))('%s', (_, { examples: { elements, engine } }) => {
  it.each(Object.entries(elements))('%s breaks none of axe’s rules', async (_name, element) => {
    const { container } = await show(element, { engine });
    expect(await violations(container)).toEqual([]);
  });
});
