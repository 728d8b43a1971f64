// npm run build: types of cases from the rules' JSON Schema, the scripts, and beside them the modules, the image
// and the rules as text.
//   ANSIO_WASM   the folder with engine.wasm, full.wasm and authoring.wasm (build-wasm)
//   ANSIO        the command that writes the image (build/ansio)
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { caseTypes } from './case_types.mjs';

const here = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const root = resolve(here, '..');
const modules = process.env.ANSIO_WASM ?? join(root, 'build-wasm');
const ansio = process.env.ANSIO ?? join(root, 'build/ansio');
const dist = join(here, 'dist');
const command = (...args) => execFileSync(ansio, args, { encoding: 'utf8', maxBuffer: 1 << 26 });

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
writeFileSync(join(here, 'client/src/case.ts'), caseTypes(JSON.parse(command('list', 'inputs', '--format', 'json-schema', '--language', 'en'))));
execFileSync(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), '-p', here], { stdio: 'inherit' });
command('check', '--image-parts', dist);
for (const module of ['engine.wasm', 'full.wasm', 'authoring.wasm']) copyFileSync(join(modules, module), join(dist, module));

// The rules as text, for overlays: manifest, modules and the tables they name; what else lies there is no part of a rule
// set (calc/ruleset/read/sources.h).
const isElsewhere = /\.test\.yaml$|(^|\/)(examples|overlays|analysis)\//;
const files = readdirSync(join(root, 'rules'), { recursive: true })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(yaml|csv)$/.test(path) && !isElsewhere.test(path))
  .sort()
  .map((path) => ({ path: `rules/${path}`, text: readFileSync(join(root, 'rules', path), 'utf8') }));
const modulesText = files.filter(({ path }) => path.endsWith('.yaml')).map(({ text }) => text).join();
const rules = files.filter(({ path }) => path.endsWith('.yaml') || modulesText.includes(path.split('/').at(-1)));
writeFileSync(join(dist, 'rules.json'), JSON.stringify(rules));
