// Rules checked in the authoring module are judged as `ansio check` judges them, and compiled to the same bytes.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadAuthoring, type Authoring, type RuleFile } from '../../dist/authoring_node.js';
import { startEngine } from '../../dist/node.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const ansio = process.env['ANSIO'] ?? join(root, 'build/ansio');
const dist = join(root, 'wasm/dist');
const work = mkdtempSync(join(tmpdir(), 'ansiopolku-authoring-'));
const small = ['ruleset.yaml', 'support.yaml'].map((name): RuleFile => ({ path: name, text: readFileSync(join(root, 'tests/fixtures/small', name), 'utf8') }));
const smallText = (name: string) => small.find((file) => file.path === name)!.text as string;

let authoring: Authoring;
beforeAll(async () => (authoring = await loadAuthoring()));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** What the command says of the same files in a folder of the same name. */
function natively(files: readonly RuleFile[], overlays: readonly RuleFile[] = []): unknown {
  const folder = join(work, 'rules');
  rmSync(folder, { recursive: true, force: true });
  for (const { path, text } of [...files, ...overlays]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const overlay = overlays.flatMap(({ path }) => ['--overlay', join(folder, path)]);
  const { stdout } = spawnSync(ansio, ['check', folder, ...overlay, '--format', 'json', '--language', 'en'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}
const inFolder = (files: readonly RuleFile[]) => files.map(({ path, text }) => ({ path: join(work, 'rules', path), text }));

async function expectSameJudgement(files: readonly RuleFile[], overlays: readonly RuleFile[] = []): Promise<unknown> {
  const { answer, image } = await authoring.checkRules(inFolder(files), inFolder(overlays));
  expect(answer).toEqual(natively(files, overlays));
  const refused = (answer.diagnostics ?? []).some(({ severity }) => severity === 'error');
  expect(image === undefined).toBe(refused);
  return answer;
}

test("this package's rules compile to the image that the command writes", async () => {
  const { answer, image } = await authoring.checkRules(await authoring.ownRules());
  expect(answer).toEqual(JSON.parse(execFileSync(ansio, ['check', '--format', 'json', '--language', 'en'], { encoding: 'utf8' })));
  for (const [name, bytes] of Object.entries(image!)) expect(Buffer.compare(bytes, readFileSync(join(dist, name))), name).toBe(0);
});

test('what is wrong with rules is said as the command says it', async () => {
  const module = smallText('support.yaml');
  const spoiled: Record<string, string> = {
    'an unknown key': module.replace(/^parameters:/m, 'paramters:'),
    'an unknown name in a formula': module.replace('formula: ', 'formula: nobody_knows + '),
    'a unit that does not fit': module.replace('formula: ', 'formula: 1 EUR/year + '),
    'a key twice': `${module}\nmodule: support\n`,
    'an alias': `${module}\nanchored: &a 1\nagain: *a\n`,
    'an open quote': `${module}\ntitle: "open\n`,
    'tabs': module.replace(/\n {2}/g, '\n\t'),
    'nothing': '',
    'a list': '- 1\n- 2\n',
    'the middle of it cut out': module.slice(0, module.length / 3) + module.slice(module.length / 2),
    'a parameter nobody reads': `${module.trimEnd()}\n`.replace(/^parameters:\n/m, 'parameters:\n  idle: {title: {fi: a, sv: b, en: c, fi-simple: d}, unit: "1", values: {2024-01: 1}}\n'),
  };
  let errors = 0;
  for (const [story, text] of Object.entries(spoiled)) {
    expect(text, story).not.toBe(module);
    const answer = (await expectSameJudgement([small[0]!, { path: 'support.yaml', text }])) as { diagnostics?: unknown[] };
    errors += answer.diagnostics?.length ?? 0;
  }
  expect(errors).toBeGreaterThan(Object.keys(spoiled).length);
  await expectSameJudgement([{ path: 'support.yaml', text: module }]);
  await expectSameJudgement([...small, { path: 'below/ruleset.yaml', text: smallText('ruleset.yaml') }]);
  await expectSameJudgement(small);
});

test('every malformed text is refused as the command refuses it, and harms nothing after it', async () => {
  const texts = join(root, 'tests/fixtures/texts');
  const names = readdirSync(texts).filter((name) => name.endsWith('.yaml'));
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    const overlay = { path: `overlays/${name}`, text: new Uint8Array(readFileSync(join(texts, name))) };
    await expectSameJudgement(small, [overlay]);
  }
  await expectSameJudgement(small);
});

test('what yaml-cpp asks of a stream it has from ours', async () => {
  const body = 'overlay: nothing\ntitle: {fi: a, sv: b, en: c, fi-simple: d}\nmodules: {}\n';
  const texts: (string | Uint8Array)[] = [
    `%YAML 1.2\n---\n${body}`, `%YAML 1.x\n---\n${body}`, `%YAML 2.0\n---\n${body}`, `%YAML 1.2.3\n---\n${body}`, `%YAML\n---\n${body}`,
    `%YAML 1\n---\n${body}`, `%YAML 1.1\n%YAML 1.2\n---\n${body}`, '%TAG ! a\n--- 1\n', 'a: "\\ud800"\n', 'a: "\\U00110000"\n', 'a: "\\q"\n', 'a: "\\x4z"\n', `\uFEFF${body}`,
    new Uint8Array([0xef, 0xbb]), new Uint8Array([0xef]), new Uint8Array([0xfe, 0xff, 0, 0x61]), new Uint8Array([0xff, 0xfe, 0, 0]), new Uint8Array([0]), '\n', ' ', '#', '-', '?', ':',
    `${body}#${'x'.repeat(5000)}`, `${body}extra: "${'y'.repeat(9000)}"\n`, `${body}${Array.from({ length: 3000 }, (_, index) => `key_${index}: ${index}\n`).join('')}`,
  ];
  for (const text of texts) await expectSameJudgement(small, [{ path: 'overlays/one.yaml', text }]);
});

const reform = `overlay: higher_rate
title: {fi: Korkeampi prosentti, sv: Högre procent, en: A higher rate, fi-simple: Korkeampi prosentti}
modules:
  general_housing_allowance:
    parameters:
      compensation_rate: {values: {2026-01: 100}}
`;
const file = { ansiopolku: 1, start: '2026-02', months: 1, municipality: 'Tampere', tenure: 'rented', rent: 620, client: { age: 35, wage: 900 } };

test('a reform over the law gives an engine of its own, with the figures of the command', async () => {
  const path = join(work, 'reform.yaml');
  writeFileSync(path, reform);
  writeFileSync(join(work, 'case.json'), JSON.stringify(file));
  const { answer, image } = await authoring.applyOverlay({ path, text: reform });
  expect(answer).toEqual(JSON.parse(execFileSync(ansio, ['check', '--overlay', path, '--format', 'json', '--language', 'en'], { encoding: 'utf8' })));
  const engine = startEngine(image);
  const reformed = await engine.calc(file, 'en');
  expect(reformed).toEqual(JSON.parse(execFileSync(ansio, ['calc', join(work, 'case.json'), '--overlay', path, '--format', 'json', '--language', 'en'], { encoding: 'utf8', maxBuffer: 1 << 26 })));
  const lawful = await startEngine().calc(file, 'en');
  const allowance = (results: typeof lawful) => 'scenarios' in results && results.scenarios[0]!.figures.find(({ variable }) => variable === 'general_housing_allowance.amount')!.values[0];
  expect(allowance(reformed)).toBeGreaterThan(Number(allowance(lawful)));
  const broken = await authoring.applyOverlay({ path, text: reform.replace('compensation_rate', 'no_such_rate') });
  expect(broken.image).toBeUndefined();
  expect(broken.answer.diagnostics).toHaveLength(1);
});

test('a new law year: rules that know more months than this package', async () => {
  const own = await authoring.ownRules();
  const manifest = own.find(({ path }) => path.endsWith('ruleset.yaml'))!;
  const text = (manifest.text as string).replace(/^(law_until: ).*$/m, (_, key) => `${key}${Number(/law_until: (\d{4})/.exec(manifest.text as string)![1]) + 1}-12`);
  expect(text).not.toBe(manifest.text);
  const changed = own.map((one) => (one === manifest ? { ...one, text } : one));
  const { answer } = await authoring.checkRules(changed);
  const folder = join(work, 'year');
  for (const one of changed) {
    mkdirSync(dirname(join(folder, one.path)), { recursive: true });
    writeFileSync(join(folder, one.path), one.text);
  }
  const { stdout } = spawnSync(ansio, ['check', 'rules', '--format', 'json', '--language', 'en'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
  expect(answer).toEqual(JSON.parse(stdout));
});

test('memory does not grow over many checks', { timeout: 120_000 }, async () => {
  const { AuthoringModule } = await import('../src/authoring_module');
  const module = await AuthoringModule.create(await WebAssembly.compile(new Uint8Array(readFileSync(join(dist, 'authoring.wasm')))));
  const broken = [{ path: 'broken.yaml', text: 'overlay: [' }];
  const round = () => {
    expect(module.check(small, []).image).toBeDefined();
    expect(module.check(small, broken).image).toBeUndefined();
  };
  for (let index = 0; index < 20; index += 1) round();
  const size = module.memorySize;
  for (let index = 0; index < 300; index += 1) round();
  expect(module.memorySize).toBe(size);
});
