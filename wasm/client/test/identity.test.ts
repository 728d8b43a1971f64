// Natively and as WebAssembly the engine gives the same bytes: for every example, and for random households.
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { EngineModule, type Request } from '../src/module';
import { firstCalls } from '../src/server';
import { randomCases } from './random_cases.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const dist = join(root, 'wasm/dist');
const native = process.env['IDENTITY_ANSWERS'] ?? join(root, 'build/identity_answers');
const command = process.env['ANSIO'] ?? join(root, 'build/ansio');
const examples = join(root, 'rules/fi/examples');
const languages = ['fi', 'sv', 'en', 'fi-simple'];
const shortly = ['disposable_income', 'net_income', 'tax.total', 'contributions.total', 'general_housing_allowance.amount', 'basic_social_assistance.amount'];

let engine: EngineModule;  // the full one
let first: EngineModule;
type Question = [request: Request, text: string];

beforeAll(async () => {
  const file = (name: string) => new Uint8Array(readFileSync(join(dist, name)));
  const loaded = async (name: string, parts: string[]) => {
    const module = await EngineModule.create(await WebAssembly.compile(file(name)));
    expect(module.load(parts.map((part) => file(`${part}.bin`)))).toBeUndefined();
    return module;
  };
  engine = await loaded('full.wasm', ['core', 'rest', 'formulas', ...languages, ...languages.map((language) => `${language}-rest`)]);
  first = await loaded('engine.wasm', ['core', ...languages]);
});

const work = mkdtempSync(join(tmpdir(), 'ansiopolku-identity-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The native engine's answers, computed on another core while this one goes on: its texts come and go as files. */
function natively(questions: Question[], ...options: string[]): Promise<string[]> {
  const name = (what: string) => join(work, what);
  writeFileSync(name('questions'), questions.map(([request, text]) => `${JSON.stringify(request)}\t${text}\n`).join(''));
  const files = [openSync(name('questions'), 'r'), openSync(name('answers'), 'w'), openSync(name('errors'), 'w')];
  const started = spawn(native, [dist, ...options], { stdio: files as [number, number, number] });
  return new Promise((resolve, reject) => {
    started.on('error', reject);
    started.on('exit', (status) => {
      files.forEach((file) => closeSync(file));
      const complaint = readFileSync(name('errors'), 'utf8');
      if (status !== 0 || complaint !== '') reject(new Error(`identity_answers ended with ${status}: ${complaint}`));
      else resolve(readFileSync(name('answers'), 'utf8').split('\n').slice(0, -1));
    });
  });
}

function hashed(hash: number, bytes: Uint8Array): number {
  let mixed = hash;
  for (let index = 0; index < bytes.length; index += 1) mixed = Math.imul(mixed ^ bytes[index]!, 16777619);
  return mixed >>> 0;
}

function summary([request, text]: Question, asked = engine): string {
  const bytes = asked.askForBytes(request, text);
  const length = bytes.length;
  const hash = hashed(2166136261, bytes);
  const numbers = request.do === 'sweep' ? asked.numbers() : new Float64Array();
  return `${length} ${hashed(hash, new Uint8Array(numbers.buffer))}`;
}

/** Compares summaries; of the first difference, the whole answers. */
async function expectIdentical(questions: Question[]): Promise<void> {
  const theirs = natively(questions);
  const ours = questions.map((question) => summary(question));
  const summaries = await theirs;
  expect(summaries.length).toBe(questions.length);
  const place = ours.findIndex((one, index) => one !== summaries[index]);
  if (place < 0) return;
  const different = questions[place]!;
  expect({ case: different[1], answer: engine.ask(...different) }).toEqual({ case: different[1], answer: (await natively([different], '--whole'))[0] });
  expect.fail(`the numbers of ${JSON.stringify(different)} differ`);
}

/** What leaves something open, or chooses how law is read, is for the full module. */
const isOpen = (text: string) => /"(between|one_of|varies|readings)":|:"unknown"/.test(text);

/** What the first module answers, in the full one's bytes; that it passes on what the full one refuses or warns of. Whether it answered. */
function expectSameFirst(question: Question): boolean {
  const bytes = first.askForBytes(...question);
  if (bytes.length > 0) {
    if (summary(question, first) !== summary(question)) expect({ case: question[1], answer: first.ask(...question) }).toEqual({ case: question[1], answer: engine.ask(...question) });
    return true;
  }
  if (!isOpen(question[1])) expect(JSON.parse(engine.ask(...question)), question[1]).toHaveProperty('diagnostics');
  return false;
}

/** A plan bends in every month: a part of the axis is enough to look at. */
const wages = (text: string) => `client.wage=${JSON.parse(text).months === 1 ? '0:4000' : '900:1000'}`;

const notLess = 'disposable_income >= base.disposable_income';

const files = readdirSync(examples).filter((name) => name.endsWith('.yaml') && !name.endsWith('.test.yaml'));
test('there are examples', () => expect(files.length).toBeGreaterThan(5));

for (const name of files) {
  test(`${name}: results, differences and explanations in every language`, async () => {
    const text = JSON.stringify(parse(readFileSync(join(examples, name), 'utf8')));
    for (const language of languages) expect(expectSameFirst([{ do: 'figures', language }, text])).toBe(!isOpen(text));
    const questions = languages.flatMap((language): Question[] => [
      [{ do: 'calc', language }, text],
      [{ do: 'compare', language }, text],
      [{ do: 'stakes', language }, text],
      [{ do: 'explain', language, variable: 'disposable_income' }, text],
      [{ do: 'explain', language, variable: 'client.tax.total' }, text],
    ]);
    questions.push([{ do: 'edges', language: languages[files.indexOf(name) % 4]!, vary: wages(text), get: ['disposable_income', 'client.net_income'] }, text]);
    questions.push([{ do: 'solve', language: languages[files.indexOf(name) % 4]!, vary: wages(text), most: notLess }, text]);
    questions.push([{ do: 'sweep', language: 'en', vary: 'client.wage=0:4000:10', get: ['disposable_income', 'client.net_income'] }, text]);
    await expectIdentical(questions);
    expect(JSON.parse(engine.ask(...questions[0]!))).toHaveProperty('scenarios');
  });
}

test.each(files)('%s: edges and solutions are those of the command', (name) => {
  const path = join(examples, name);
  const text = JSON.stringify(parse(readFileSync(path, 'utf8')));
  const byCommand = (...options: string[]) =>
    execFileSync(command, [options[0]!, path, ...options.slice(1), '--vary', wages(text), '--language', 'sv', '--format', 'json'], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  const edges = engine.ask({ do: 'edges', language: 'sv', vary: wages(text) }, text);
  expect(JSON.parse(edges).curves.length).toBeGreaterThan(0);
  expect(`${edges}\n`).toBe(byCommand('edges'));
  const most = engine.ask({ do: 'solve', language: 'sv', vary: wages(text), most: notLess }, text);
  expect(JSON.parse(most)).toHaveProperty('stretches');
  expect(`${most}\n`).toBe(byCommand('solve', '--most-such-that', notLess));
  const least = { least: 'net_income >= base.net_income + 200 EUR/month', against: 'client.wage=0' };
  expect(`${engine.ask({ do: 'solve', language: 'sv', vary: wages(text), ...least }, text)}\n`).toBe(byCommand('solve', '--least-such-that', least.least, '--against', least.against));
});

test('what is known of the rules', async () => {
  const about = ['inputs', 'outputs', 'parameters', 'unverified', 'unsupported', 'notices', 'version', 'schema'] as const;
  await expectIdentical(languages.flatMap((language) => about.map((what): Question => [{ do: what, language }, ''])));
});

test('the first module answers what it should, and passes on the rest', () => {
  const calls = [...readFileSync(join(root, 'wasm/engine/full/calls.cpp'), 'utf8').matchAll(/^    \{"(\w+)", (true|false)/gm)];
  expect(calls.length).toBeGreaterThan(10);
  const text = JSON.stringify(parse(readFileSync(join(examples, files[0]!), 'utf8')));
  for (const [, name = '', isAboutACase] of calls) {
    const question: Question = [{ do: name, language: 'sv' }, isAboutACase === 'true' ? text : ''];
    const answered = first.ask(...question) !== '';
    expect(answered, name).toBe(firstCalls.includes(name));
    // Formulas are the full module's.
    if (answered && name !== 'inputs') expectSameFirst(question);
  }
  for (const request of [{ do: 'figures', language: 'fi', get: ['tax.church_before_credits'] }, { do: 'nothing', language: 'fi' }, { do: 'figures', language: 'xx' }, { do: 'figures', language: 'fi', get: ['nothing'] }])
    expect(first.ask(request, text)).toBe('');
});

const count = Number(process.env['IDENTITY_CASES'] ?? 100_000);
test(`${count} random households, every 10th in both modules, every 500th with everything, its explanation, edges and a solution`, { timeout: 2_400_000 }, async () => {
  const block: Question[] = [];
  let index = 0;
  let answered = 0;
  for (const text of randomCases(20260101, count)) {
    block.push([{ do: 'figures', language: 'en', get: shortly }, text]);
    if (index % 10 === 0) expectSameFirst(block.at(-1)!);
    if (index % 500 === 0) {
      if ('scenarios' in JSON.parse(engine.ask(...block.at(-1)!))) answered += 1;
      const language = languages[(index / 500) % 4]!;
      block.push([{ do: 'calc', language }, text]);
      expectSameFirst([{ do: 'figures', language }, text]);
      block.push([{ do: 'compare', language }, text]);
      block.push([{ do: 'explain', language, variable: 'disposable_income', scenario: 'work' }, text]);
      block.push([{ do: 'edges', language, scenario: 'work', vary: index % 1000 === 0 ? 'wage=0:6000' : 'hours_per_week=0:40' }, text]);
      block.push([{ do: 'solve', language, scenario: 'work', vary: index % 1000 === 0 ? 'hours_per_week=0:40' : 'wage=0:6000', most: notLess }, text]);
    }
    index += 1;
    if (block.length >= 20_000 || index === count) await expectIdentical(block.splice(0));
  }
  expect(index).toBe(count);
  expect(answered, 'cases drawn are good ones').toBe(Math.ceil(count / 500));
});
