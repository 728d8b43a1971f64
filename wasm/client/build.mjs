// npm run build: types of cases from the rules' JSON Schema, the scripts, and beside them the module and the image.
//   ANSIO_WASM   the folder with engine.wasm (build-wasm)
//   ANSIO        the command that writes the image (build/ansio)
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
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
copyFileSync(join(modules, 'engine.wasm'), join(dist, 'engine.wasm'));
