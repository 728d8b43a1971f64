// npm run sizes: what a page fetches, after gzip, against its budgets. A size above its limit ends it with 1. A limit
// above the budget is a debt: it keeps the size from growing until the budget is met, and is printed as MISSED.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const size = (names) => names.reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, dist)), { level: 9 }).length, 0);
const parts = readdirSync(dist).filter((name) => name.endsWith('.bin'));
// what, budget, limit, files
const budgets = [
  ['engine module, up to the first answer', 40_000, 45_000, ['engine.wasm']],
  ['full module, loaded for everything after it', 200_000, 245_000, ['full.wasm']],
  ['authoring module, loaded for rules opened by the user', 130_000, 130_000, ['authoring.wasm']],
  ['rules as text, loaded for overlays', 220_000, 260_000, ['rules.json']],
  ['image of the rules, four languages', 35_000, 196_000, parts],
  ['  of it to compute with', 35_000, 43_500, ['core.bin']],
  ['  of it first texts of the largest language', 15_000, 17_200, ['sv.bin']],
  ['  of it formulas, for explanations', 30_000, 41_000, ['formulas.bin']],
  ['scripts', 10_000, 10_000, ['index.js', 'engine.js', 'image.js', 'protocol.js', 'worker.js', 'server.js', 'module.js']],
];
let broken = 0;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
for (const [what, budget, limit, names] of budgets) {
  const bytes = size(names);
  if (bytes > limit) broken += 1;
  const verdict = bytes > limit ? `BROKEN, above ${kilobytes(limit)}` : bytes > budget ? `MISSED, kept below ${kilobytes(limit)}` : 'ok';
  console.log(`${what}: ${kilobytes(bytes)}, budget ${kilobytes(budget)}: ${verdict}`);
}
process.exitCode = broken === 0 ? 0 : 1;
