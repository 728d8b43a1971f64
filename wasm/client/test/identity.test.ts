// Natively and as WebAssembly the engine gives the same bytes: for every example, and for random households.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { EngineModule, type Request } from '../src/module';
import { randomCases } from './random_cases.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const dist = join(root, 'wasm/dist');
const native = process.env['IDENTITY_ANSWERS'] ?? join(root, 'build/identity_answers');
const examples = join(root, 'rules/fi/examples');
const languages = ['fi', 'sv', 'en', 'fi-simple'];
const shortly = ['disposable_income', 'net_income', 'tax.total', 'contributions.total', 'general_housing_allowance.amount', 'basic_social_assistance.amount'];

let engine: EngineModule;
type Question = [request: Request, text: string];

beforeAll(async () => {
  const file = (name: string) => new Uint8Array(readFileSync(join(dist, name)));
  engine = await EngineModule.create(await WebAssembly.compile(file('engine.wasm')));
  const parts = ['core', 'fi', 'sv', 'en', 'fi-simple', 'formulas'].map((name) => file(`${name}.bin`));
  expect(engine.load(parts)).toBeUndefined();
});

function natively(questions: Question[], ...options: string[]): string[] {
  const input = questions.map(([request, text]) => `${JSON.stringify(request)}\t${text}\n`).join('');
  const { stdout, stderr, status } = spawnSync(native, [dist, ...options], { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout.split('\n').slice(0, -1);
}

function hashed(hash: number, bytes: Uint8Array): number {
  let mixed = hash;
  for (const byte of bytes) mixed = Math.imul(mixed ^ byte, 16777619);
  return mixed >>> 0;
}

const encoder = new TextEncoder();
function summary([request, text]: Question): string {
  const bytes = encoder.encode(engine.ask(request, text));
  const numbers = request.do === 'sweep' ? engine.numbers() : new Float64Array();
  return `${bytes.length} ${hashed(hashed(2166136261, bytes), new Uint8Array(numbers.buffer))}`;
}

/** Compares summaries; of the first difference, the whole answers. */
function expectIdentical(questions: Question[]): void {
  const summaries = natively(questions);
  expect(summaries.length).toBe(questions.length);
  const different = questions.find((question, index) => summary(question) !== summaries[index]);
  if (different === undefined) return;
  expect({ case: different[1], answer: engine.ask(...different) }).toEqual({ case: different[1], answer: natively([different], '--whole')[0] });
  expect.fail(`the numbers of ${JSON.stringify(different)} differ`);
}

const files = readdirSync(examples).filter((name) => name.endsWith('.yaml'));
test('there are examples', () => expect(files.length).toBeGreaterThan(5));

for (const name of files) {
  test(`${name}: results, differences and explanations in every language`, () => {
    const text = JSON.stringify(parse(readFileSync(join(examples, name), 'utf8')));
    const questions = languages.flatMap((language): Question[] => [
      [{ do: 'calc', language }, text],
      [{ do: 'compare', language }, text],
      [{ do: 'explain', language, variable: 'disposable_income' }, text],
      [{ do: 'explain', language, variable: 'client.tax.total' }, text],
    ]);
    questions.push([{ do: 'sweep', language: 'en', vary: 'client.wage=0:4000:10', get: ['disposable_income', 'client.net_income'] }, text]);
    expectIdentical(questions);
    expect(JSON.parse(engine.ask(...questions[0]!))).toHaveProperty('scenarios');
  });
}

test('what is known of the rules', () => {
  const about = ['inputs', 'outputs', 'parameters', 'unverified', 'unsupported', 'notices', 'version', 'schema'] as const;
  expectIdentical(languages.flatMap((language) => about.map((what): Question => [{ do: what, language }, ''])));
});

const count = Number(process.env['IDENTITY_CASES'] ?? 100_000);
test(`${count} random households, every 500th with everything and its explanation`, { timeout: 2_400_000 }, () => {
  const block: Question[] = [];
  let index = 0;
  let answered = 0;
  for (const text of randomCases(20260101, count)) {
    block.push([{ do: 'calc', language: 'en', get: shortly, assumptions: false }, text]);
    if (index % 500 === 0) {
      if ('scenarios' in JSON.parse(engine.ask(...block.at(-1)!))) answered += 1;
      const language = languages[(index / 500) % 4]!;
      block.push([{ do: 'compare', language }, text]);
      block.push([{ do: 'explain', language, variable: 'disposable_income', scenario: 'work' }, text]);
    }
    index += 1;
    if (block.length >= 20_000 || index === count) expectIdentical(block.splice(0));
  }
  expect(index).toBe(count);
  expect(answered, 'cases drawn are good ones').toBe(Math.ceil(count / 500));
});
