// npm run sizes: what a page fetches, after gzip, against its budgets. Ends with 1 when one is broken.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const size = (...names) => names.reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, dist)), { level: 9 }).length, 0);
// The engine's budget is the size reached; its aim is 40 kB.
const budgets = [
  ['engine module', 110_000, ['engine.wasm']],
  ['rules to compute with', 35_000, ['core.bin']],
  ['texts, largest language', 25_000, ['sv.bin']],
  ['formulas, for explanations', 30_000, ['formulas.bin']],
  ['scripts', 10_000, ['index.js', 'engine.js', 'worker.js', 'server.js', 'module.js']],
];
let broken = 0;
for (const [what, budget, names] of budgets) {
  const bytes = size(...names);
  const kept = bytes <= budget;
  if (!kept) broken += 1;
  console.log(`${kept ? 'ok    ' : 'BROKEN'} ${what}: ${(bytes / 1000).toFixed(1)} kB of ${(budget / 1000).toFixed(0)} kB`);
}
process.exitCode = broken === 0 ? 0 : 1;
