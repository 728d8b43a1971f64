// node tests/receipts.mjs
//
// A receipt of every worked example in every language: the command writes it, the program that docs/receipt.md shows
// comes to the same digest and code from the answer alone, and the command computes it again. In Finnish every output,
// in the other languages the figures that matter most. Prints what differs, and "N passed, N failed".
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const ansio = process.env.ANSIO ?? join(root, 'build/ansio');
const examples = readdirSync(join(root, 'rules/fi/examples')).filter((file) => /^[^.]+\.yaml$/.test(file));
const shown = readFileSync(join(root, 'docs/receipt.md'), 'utf8').match(/```js\n([\s\S]*?)```/)[1];
const AsyncFunction = (async () => {}).constructor;
const sealed = new AsyncFunction('answer', 'text', 'made', `${shown}; return { digest, code };`);

const run = (args) =>
  new Promise((resolve) => {
    execFile(ansio, ['--rules', join(root, 'rules'), ...args], { maxBuffer: 1 << 28 }, (error, out, err) =>
      resolve({ status: error?.code ?? 0, out, err }),
    );
  });

async function check(example, language, folder) {
  const file = join(root, 'rules/fi/examples', example);
  const receipt = join(folder, `${example}.${language}.json`);
  const get = language === 'fi' ? [] : ['--get', 'net_income,disposable_income,tax.total'];
  const calc = await run(['calc', file, '--format', 'json', '--language', language, '--receipt', receipt, ...get]);
  if (calc.status !== 0) return `calc: ${calc.err || calc.out}`;
  const written = JSON.parse(readFileSync(receipt, 'utf8'));
  const { digest, code } = await sealed(JSON.parse(calc.out), readFileSync(file, 'utf8'));
  if (digest !== written.digest || code !== written.code) return `the page would seal it as ${code}, not ${written.code}`;
  const verify = await run(['verify', receipt, '--format', 'json']);
  return verify.status === 0 && JSON.parse(verify.out).same ? '' : `verify: ${verify.out || verify.err}`;
}

const folder = mkdtempSync(join(tmpdir(), 'receipts-'));
const waiting = examples.flatMap((example) => ['fi', 'sv', 'en', 'fi-simple'].map((language) => [example, language]));
let [passed, failed] = [0, 0];
await Promise.all(
  cpus().map(async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const problem = await check(...next, folder);
      if (problem === '') ++passed;
      else {
        ++failed;
        console.log(`${next.join(', ')}: ${problem}`);
      }
    }
  }),
);
rmSync(folder, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
