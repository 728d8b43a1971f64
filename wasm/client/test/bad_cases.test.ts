// A bad case is refused and harms nothing after it; memory stays as large as it is.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDocument, visit } from 'yaml';
import { loadAuthoring } from '../../dist/authoring_node.js';
import { caseProblems, isRefused, startEngine } from '../../dist/node.js';
import { imageParts } from '../src/image';
import { EngineModule, type Request } from '../src/module';
import { randomCases } from './random_cases.mjs';

const dist = new URL('../../dist/', import.meta.url);
const file = (name: string) => new Uint8Array(readFileSync(new URL(name, dist)));
const good = { ansiopolku: 1, start: '2026-01', months: 1, municipality: 'Tampere', client: { age: 35, wage: 800 } };
const figures: Request = { do: 'figures', language: 'en', get: ['disposable_income'] };

async function loaded(module: string): Promise<EngineModule> {
  const engine = await EngineModule.create(await WebAssembly.compile(file(module)));
  expect(engine.load(['core.bin', 'en.bin', ...(module === 'full.wasm' ? ['rest.bin', 'en-rest.bin'] : [])].map(file))).toBeUndefined();
  return engine;
}

test.each(['full.wasm', 'engine.wasm'])('bad cases and requests are refused by %s, and the next good case has the same answer', async (module) => {
  const engine = await loaded(module);
  // The first module passes on what the full one refuses.
  const expectRefused = (answer: string, what: string) =>
    module === 'engine.wasm' ? expect(answer, what).toBe('') : expect(JSON.parse(answer).diagnostics?.length, what).toBeGreaterThan(0);
  const before = engine.ask(figures, JSON.stringify(good));
  expect(JSON.parse(before).scenarios).toHaveLength(1);
  const bad = ['', '{', 'null', '[]', '"\u0000"', '{"ansiopolku": 2}', '['.repeat(100_000), '{"a":'.repeat(5000),
    JSON.stringify({ ...good, client: { wage: 'much' } }), JSON.stringify({ ...good, municipality: 'Nowhere' }),
    JSON.stringify({ ...good, months: 100000 }), JSON.stringify({ ...good, client: { wage: 1e300 } }), '\ud800'];
  for (const text of bad) {
    expectRefused(engine.ask(figures, text), text.slice(0, 60));
    expect(engine.ask(figures, JSON.stringify(good))).toBe(before);
  }
  for (const request of [{ do: 'nothing', language: 'en' }, { do: 'figures', language: 'xx' }, {}, { do: 'sweep', language: 'en', vary: 'a=b' }, { do: 'explain', language: 'en', variable: 'nobody.nothing' }])
    expectRefused(engine.ask(request as Request, JSON.stringify(good)), JSON.stringify(request));
  expect(engine.ask(figures, JSON.stringify(good))).toBe(before);
});

test('all that is wrong with a question about edges is told at once, each with its place', async () => {
  const engine = startEngine();
  const wrong = { scenario: 'nobody', vary: 'client.wagee', from: 0, to: 10, get: ['disposable_income', 'nothing'] };
  const refused = await engine.edges(good, wrong, 'en');
  expect(isRefused(refused)).toBe(true);
  expect(refused.diagnostics!.map(({ name, file, found }) => [name, file, found])).toEqual([
    ['wrong_use', '--scenario', 'nobody'],
    ['unknown_variable', '--vary', 'wagee'],
    ['unknown_variable', '--get', 'nothing'],
  ]);
  const backwards = await engine.edges(good, { vary: 'client.wage', from: 10, to: 0 }, 'en');
  expect(backwards.diagnostics).toMatchObject([{ name: 'wrong_use', file: '--vary', found: 'client.wage=10:0' }]);
  const nobody = await engine.edges(good, { vary: 'spouse.wage', from: 0, to: 10 }, 'en');
  expect(nobody.diagnostics).toMatchObject([{ name: 'no_such_person', file: '--vary' }]);
  const bad = await engine.edges({ ...good, municipality: 'Nowhere' }, { vary: 'client.wage', from: 0, to: 10 }, 'en');
  expect(bad.diagnostics).toMatchObject([{ name: 'bad_value', file: '<case>', line: 1, found: 'Nowhere' }]);
});

test('what is wrong with a condition is told with its place in the condition', async () => {
  const engine = startEngine();
  const range = { vary: 'client.wage', from: 0, to: 3000 };
  const refused = await engine.solve(good, { ...range, most: 'disposable_income >= 1200', against: 'nobody' }, 'en');
  expect(refused.diagnostics).toMatchObject([
    { name: 'unit_mismatch', file: '--most-such-that', line: 1 },
    { file: '--against', found: 'nobody' },
  ]);
  const neither = await engine.solve(good, range, 'en');
  expect(neither.diagnostics).toMatchObject([{ name: 'wrong_use', file: '--most-such-that' }]);
  const both = await engine.solve(good, { ...range, most: 'true', least: 'true' }, 'en');
  expect(both.diagnostics).toHaveLength(1);
  const cut = await engine.solve(good, { ...range, least: 'disposable_income >=' }, 'en');
  expect(cut.diagnostics).toMatchObject([{ file: '--least-such-that', line: 1 }]);
});

const repository = new URL('../../../', import.meta.url);
const text = (name: string) => readFileSync(new URL(name, repository), 'utf8');

test('every malformed case is refused for the reasons the command gives, under names a page can word', async () => {
  const rules = readdirSync(new URL('tests/fixtures/small', repository)).map((path) => ({ path, text: text(`tests/fixtures/small/${path}`) }));
  const { image } = await (await loadAuthoring()).checkRules(rules);
  expect(image).toBeDefined();
  const engine = startEngine(image);
  let refused = 0;
  for (const [, story, reasons, yaml] of text('tests/cases/malformed.txt').matchAll(/^=== (.*) \| (.*)\n((?:(?!===).*\n)*)/gm)) {
    const document = parseDocument(yaml!);
    // What is wrong with the spelling of a YAML alone has no counterpart in JSON.
    let isSpelling = /E10\d/.test(reasons!) || document.errors.length > 0;
    visit(document, { Scalar: (_, { value, source }) => void (isSpelling ||= typeof value === 'number' && String(value) !== source) });
    if (isSpelling) continue;
    const answer = await engine.calc(document.toJS() ?? null, 'en');
    expect(isRefused(answer), story).toBe(true);
    const expected = reasons!.split(/ +/).map((reason) => reason.split('@')[0]).sort();
    expect(answer.diagnostics!.filter(({ severity }) => severity === 'error').map(({ code }) => code).sort(), story).toEqual(expected);
    for (const { name } of answer.diagnostics!) expect(caseProblems, story).toContain(name);
    refused += 1;
  }
  expect(refused).toBeGreaterThan(80);
});

test('after the end of an instance the next question is answered by a new one', async () => {
  const { EngineServer } = await import('../../dist/server.js');
  const { EngineModule: Instance } = await import('../../dist/module.js');
  let created = 0;
  const { create } = Instance;
  Instance.create = (module) => {
    created += 1;
    return create.call(Instance, module);
  };
  const server = new EngineServer(async (name) => file(name));
  const question = { request: figures, text: JSON.stringify(good) };
  const before = await server.answer(question);
  const { ask } = Instance.prototype;
  Instance.prototype.ask = () => {
    throw new WebAssembly.RuntimeError('unreachable');
  };
  await expect(server.answer(question)).rejects.toThrow('unreachable');
  Instance.prototype.ask = ask;
  expect(await server.answer(question)).toEqual(before);
  expect(created).toBe(2);
});

test.each(['full.wasm', 'engine.wasm'])('damaged rules are refused by %s', async (module) => {
  const engine = await EngineModule.create(await WebAssembly.compile(file(module)));
  const core = file('core.bin');
  core[core.length >> 1]! ^= 0x55;
  for (const parts of [[core], [new Uint8Array(0)], [file('en.bin')], [file('core.bin').subarray(0, 1000)]]) {
    const refusal = engine.load(parts);
    if (module === 'engine.wasm') expect(refusal).toBe('');
    else expect(JSON.parse(refusal!).diagnostics[0].code).toMatch(/^E\d+$/);
  }
});

test.each(['full.wasm', 'engine.wasm'])('memory of %s does not grow over 10,000 calls', { timeout: 300_000 }, async (module) => {
  const engine = await loaded(module);
  const texts = [...randomCases(7, 200), '{', JSON.stringify({ ...good, municipality: 'Nowhere' })];
  for (const text of texts) engine.ask(figures, text);
  for (const text of texts) engine.ask(figures, text);
  const size = engine.memorySize;
  for (let index = 0; index < 10_000; index += 1) engine.ask(figures, texts[index % texts.length]);
  expect(engine.memorySize).toBe(size);
});

test('what the first module passes on, the full one answers, and everything after it', async () => {
  const { EngineServer } = await import('../../dist/server.js');
  const fetched: string[] = [];
  const server = new EngineServer(async (name) => {
    fetched.push(name);
    return file(name);
  });
  const about = (request: Request, household: object = good) => server.answer({ request, text: JSON.stringify(household) });
  const before = await about(figures);
  expect(JSON.parse(before.text).scenarios).toHaveLength(1);
  expect(fetched).not.toContain('full.wasm');
  expect(fetched).not.toContain('en-rest.bin');
  expect(JSON.parse((await about(figures, { ...good, municipality: 'Nowhere' })).text)).toHaveProperty('diagnostics');
  expect(fetched).toContain('full.wasm');
  expect(await about(figures)).toEqual(before);
  const why: Request = { do: 'explain', language: 'en', variable: 'disposable_income' };
  const whole = await EngineModule.create(await WebAssembly.compile(file('full.wasm')));
  expect(whole.load(imageParts.map(file))).toBeUndefined();
  expect((await about(why)).text).toBe(whole.ask(why, JSON.stringify(good)));
  expect(fetched.length).toBe(new Set(fetched).size);
});

test('in Node the client answers, and a newer question of a channel replaces an older one', async () => {
  const engine = startEngine();
  let older = false;
  void engine.calc(good, 'fi', 'one').then(() => (older = true));
  const newer = await engine.calc(good, 'fi', 'one');
  expect('scenarios' in newer && newer.scenarios[0]?.figures.length).toBeGreaterThan(10);
  expect(older).toBe(false);
  const sweep = await engine.sweep(good, { vary: 'client.wage', from: 0, to: 100, step: 50, get: ['disposable_income'] });
  expect([...sweep!.points]).toEqual([0, 50, 100]);
  expect(await engine.sweep(good, { vary: 'client.nothing', from: 0, to: 1, step: 1, get: [] })).toBeUndefined();
  const edges = await engine.edges(good, { vary: 'client.wage', from: 0, to: 100 }, 'fi');
  expect('curves' in edges && edges.curves[0]).toMatchObject({ variable: 'disposable_income', month: '2026-01' });
  expect('axis' in edges && edges.axis.step).toBe(0.01);
  const most = await engine.solve(good, { vary: 'client.wage', from: 0, to: 3000, most: 'wage <= 1234.56 EUR/month' }, 'fi');
  expect('stretches' in most && most).toMatchObject({ value: 1234.56, depends: true, stretches: [{ from: 0, to: 1234.56 }] });
  const plan = await engine.calc({ ...good, months: 2 }, 'fi', undefined, ['disposable_income'], true);
  expect('scenarios' in plan && Object.keys(plan.scenarios[0]?.carry?.client.before ?? {}).length).toBeGreaterThan(5);
  const why = await engine.explain(good, { variable: 'client.tax.total' }, 'sv');
  expect('figure' in why && why.figure.variable).toBe('tax.total');
});
