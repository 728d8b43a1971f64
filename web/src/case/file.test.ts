import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOf, readFile, writeFile, type ClientFile } from './file';
import { isSame } from './file/text';

const examples = join(import.meta.dirname, '../../../rules/fi/examples');
const exampleNames = readdirSync(examples).filter((name) => name.endsWith('.yaml') && !name.endsWith('.test.yaml'));

const whole = `# From the folder of spring 2026.
ansiopolku: 1
start: 2026-03
months: 24
housing: {tenure: rented, rent: 640.00, water: separate} # contract of 2019
client:
  birth_month: 1988-05
  established_earnings: {between: [2000, 3500]} # decision not at hand
  code_of_another_program: "0042"
scenarios:
  - name: now
  # The café asked for an answer by Friday.
  - name: A
    client: {wage: {2026-03: 0, 2026-04: 873.60}}
file:
  version: 1
  code: K-07
  state: meeting
  facts:
    client.established_earnings: {status: unknown}
    housing.rent: {status: on_paper, source: contract, date: 2019-05-01, kela: same, by: adviser}
  duties: [{id: disability_pension.tell_kela_of_work/client/2026-04, done: 2026-04-02, by: client}]
  paid: [{month: 2026-04, figure: pensioner_housing_allowance.amount, amount: "401.12"}]
  meetings:
    - date: 2026-02-11
      who: client, coach, Kela
      mood: hopeful
  favourite_colour: blue
`;

const read = (text: string): ClientFile => {
  const found = readFile(text);
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  return found.read;
};
const problems = (text: string) => {
  const found = readFile(text);
  return 'problems' in found ? found.problems : [];
};

describe('a file that is read and written again', () => {
  it('is the same to the letter when nothing changed', () => {
    expect(writeFile(read(whole), whole)).toBe(whole);
  });

  it('keeps comments, order and unknown keys when one fact changes', () => {
    const file = copyOf(read(whole));
    file.case.client['established_earnings'] = 2950;
    file.sheet.facts['client.established_earnings'] = { status: 'on_paper' };
    const text = writeFile(file, whole);
    expect(text).toContain('# From the folder of spring 2026.');
    expect(text).toContain('# The café asked for an answer by Friday.');
    expect(text).toContain('rent: 640.00');
    expect(text).toContain('established_earnings: 2950 # decision not at hand');
    expect(text).toContain('code_of_another_program: "0042"');
    expect(text).toContain('favourite_colour: blue');
    expect(read(text)).toEqual(file);
  });

  it('keeps the other offers as they are written when one is taken out', () => {
    const file = copyOf(read(whole));
    file.case.scenarios = file.case.scenarios?.slice(1) ?? [];
    const text = writeFile(file, whole);
    expect(text).toContain('2026-04: 873.60');
    expect(read(text)).toEqual(file);
  });

  it('needs no text before it', () => {
    const file = read(whole);
    expect(read(writeFile(file))).toEqual(file);
  });

  it.each(['', 'true', 'null', '12', '-1.50', '~', '# no', 'a: b', '{x}', ' padded ', 'two\nlines', '- dash', 'ä"\''])(
    'says the text %j as a text',
    (note) => {
      const file = copyOf(read(whole));
      file.sheet.meetings = [{ date: '2026-02-11', note }];
      expect(read(writeFile(file, whole)).sheet.meetings[0]?.note).toBe(note);
      expect(read(writeFile(file)).sheet.meetings[0]?.note).toBe(note);
    },
  );

  it('writes no sheet where there was none and nothing was added', () => {
    const bare = 'ansiopolku: 1\nstart: 2026-03\nclient: {wage: 10}\n';
    expect(writeFile(read(bare), bare)).toBe(bare);
  });

  it('takes JSON, as the page of the client saves it', () => {
    const json = JSON.stringify({ ansiopolku: 1, start: '2026-03', client: { wage: 10.5 } }, null, 2);
    expect(read(writeFile(read(json), json))).toEqual(read(json));
  });
});

describe('the worked examples', () => {
  it.each(exampleNames)('%s loses nothing', (name) => {
    const text = readFileSync(join(examples, name), 'utf8');
    const file = read(text);
    file.sheet.code = 'K-01';
    for (const again of [writeFile(file, text), writeFile(file)]) {
      const back = read(again);
      expect(isSame(back.case, file.case)).toBe(true);
      expect(back.case.scenarios?.map((scenario) => scenario.name)).toEqual(
        file.case.scenarios?.map(({ name: own }) => own),
      );
    }
    const comments = text.split('\n').filter((line) => line.startsWith('#'));
    for (const comment of comments) expect(writeFile(file, text)).toContain(comment);
  });
});

describe('what is wrong with a file', () => {
  it('is told all at once, each with its line', () => {
    const text = `ansiopolku: 1
start: 2026-03
client: {}
file:
  version: 1
  state: sleeping
  facts:
    client.wage: {status: maybe, date: 2026-02-30}
    client.rent: told
  duties: [{done: 2026-13-01}]
  paid:
    - {month: 2026-4, figure: x, amount: lots}
  meetings: none
`;
    expect(problems(text).map(({ problem, line }) => [problem, line])).toEqual([
      ['word', 6],
      ['word', 8],
      ['date', 8],
      ['map', 9],
      ['missing', 10],
      ['date', 10],
      ['month', 12],
      ['amount', 12],
      ['list', 13],
    ]);
    expect(problems(text)[0]?.expected).toContain('waiting');
  });

  it('is its first mistake when it is no YAML', () => {
    expect(problems('ansiopolku: 1\nstart: [2026-03\nclient: {}\n')[0]).toMatchObject({ problem: 'mistake' });
    expect(problems('ansiopolku: 1\nansiopolku: 1\n')[0]).toMatchObject({ problem: 'mistake', line: 2 });
  });

  it.each([
    ['', []],
    ['- a list\n', []],
    ['start: 2026-03\nclient: {}\n', ['ansiopolku']],
    ['ansiopolku: 1\nclient: {}\n', ['start']],
    ['ansiopolku: 1\nstart: 2026-03\n', ['client']],
  ])('is what makes %j no case', (text, path) => {
    expect(problems(text)).toEqual([expect.objectContaining({ problem: 'no_case', path })]);
  });

  it('is a version of a later page', () => {
    expect(problems('ansiopolku: 1\nstart: 2026-03\nclient: {}\nfile: {version: 2, facts: 3}\n')).toEqual([
      expect.objectContaining({ problem: 'version', found: '2', line: 4 }),
    ]);
  });
});
