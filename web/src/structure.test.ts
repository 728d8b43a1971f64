// The house stands straight: a folder uses only folders below it. How long files and functions may be, eslint.config.js says.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** From the ground up. */
const floors = ['case', 'engine', 'catalogue', 'model', 'charts', 'components', 'client', 'coach', 'session', 'app'];
/** Tests, their tools, the gallery with its examples and the entry may use everything. */
const free = /(^|\/)(testing|gallery)\/|\.(test|examples)\.tsx?$|^main\.tsx$/;

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file));

/** What a file uses that is not below it. */
function crooked(file: string, text: string): string[] {
  if (free.test(file)) return [];
  const own = floors.indexOf(file.split('/')[0] ?? '');
  const used = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']*)'/g)].map(([, path = '']) =>
    normalize(join(dirname(file), path)).replaceAll('\\', '/'),
  );
  return used
    .filter((path) => {
      const floor = floors.indexOf(path.split('/')[0] ?? '');
      return own < 0 || floor < 0 || floor > own;
    })
    .map((path) => `${file} uses ${path}`);
}

describe('the folders of src', () => {
  it('use only those below them', () => {
    expect(files.flatMap((file) => crooked(file, readFileSync(join(import.meta.dirname, file), 'utf8')))).toEqual([]);
  });

  it('are watched: a model that reaches for a page is found', () => {
    expect(crooked('model/answer.ts', "import { AnswerPage } from '../client/answer/AnswerPage';")).toHaveLength(1);
    expect(crooked('case/case.ts', "const late = import('../engine/engine');")).toHaveLength(1);
    expect(crooked('somewhere/else.ts', "import { t } from '../model/title';")).toHaveLength(1);
    expect(crooked('client/routes.ts', "import { question } from './interview/questions';")).toEqual([]);
  });

  it('speak to the engine’s package through one door', () => {
    const doors = files.filter(
      (file) => !free.test(file) && /from 'ansiopolku/.test(readFileSync(join(import.meta.dirname, file), 'utf8')),
    );
    expect(doors.sort()).toEqual(['engine/answers.ts', 'engine/authoring.ts', 'engine/engine.ts']);
  });
});
