// node scripts/sizes.mjs [--check] [FOLDER]: what the first visit downloads, gzipped, against the budget. With --check it
// ends with 1 above the limit: a debt of the engine module over the budget, which keeps the size from growing meanwhile.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const words = process.argv.slice(2);
const check = words.includes('--check');
const folder = words.find((word) => !word.startsWith('--')) ?? 'dist';
const budget = 200_000;
const aim = 160_000;
const limit = 265_000;

// Fetched only when asked for: the YAML module, the other languages, what keeps the page offline.
const later = /authoring|^assets\/(sv|en|fi-simple)-|^sw\.js$|icon\.svg$|webmanifest$/;

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  .map((name) => ({ name, size: gzipSync(readFileSync(join(folder, name)), { level: 9 }).length }))
  .sort((a, b) => b.size - a.size);

const line = ({ name, size }) => `${(size / 1000).toFixed(1).padStart(8)} kB  ${name}`;
const first = files.filter(({ name }) => !later.test(name));
const total = first.reduce((sum, { size }) => sum + size, 0);
console.log('First visit, gzipped:');
for (const file of first) console.log(line(file));
console.log(line({ name: `in all (budget ${budget / 1000} kB, aim ${aim / 1000} kB)`, size: total }));
console.log('Later:');
for (const file of files.filter(({ name }) => later.test(name))) console.log(line(file));
if (total > budget) console.log(`MISSED: ${((total - budget) / 1000).toFixed(1)} kB over the budget.`);
if (total > limit) {
  console.error(`The first visit is ${((total - limit) / 1000).toFixed(1)} kB over its limit of ${limit / 1000} kB.`);
  if (check) process.exit(1);
}
