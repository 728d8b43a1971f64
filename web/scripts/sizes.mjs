// node scripts/sizes.mjs [--check] [FOLDER]: what the page downloads, gzipped, part by part, against the budget of the first
// visit: everything up to the first answer in Finnish. What is fetched after it (the whole engine, for the slider and the
// curve) or only when it is asked for (why a figure is what it is, another language, a file in YAML) is listed beside it.
// With --check it ends with 1 above the limit.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const words = process.argv.slice(2);
const check = words.includes('--check');
const folder = words.find((word) => !word.startsWith('--')) ?? 'dist';
const budget = 200_000;
const aim = 160_000;
const limit = 160_000;

const groups = [
  {
    title: 'The first page and the engine',
    first: true,
    files: /^index\.html$|^assets\/(index|page|worker|engine|core|fi)-(?!simple|rest)/,
  },
  { title: 'The answer', first: true, files: /^assets\/(AnswerPage|answer)-/ },
  {
    title: 'Below the answer: moving it, what to do, its curve, what it rests on',
    first: false,
    files: /^assets\/(full|rest|fi-rest|fi_later|CurveSection|AnswerMore|CheckPage|later)-/,
  },
  { title: 'Why a figure is what it is', first: false, files: /^assets\/(WhyDialog|formulas)-/ },
  { title: 'Other languages', first: false, files: /^assets\/(sv|en|fi-simple)-/ },
  { title: 'Whom the page cannot answer for', first: false, files: /^assets\/OtherPage-/ },
  { title: 'In place of an answer', first: false, files: /^assets\/(Refused|Held)Answer-/ },
  { title: 'The other rooms', first: false, files: /^assets\/(rooms|CoachRoom|SessionRoom)-/ },
  {
    title: 'Another law',
    first: false,
    files:
      /^assets\/(rules|authoring|authoring_worker|flexible-model|linear-disability-pension|higher-earnings-limit)-/,
  },
  { title: 'Files in YAML', first: false, files: /yaml/ },
  { title: 'Installing and offline', first: false, files: /^sw\.js$|icon|webmanifest$/ },
  // Whatever is in no group counts, so that nothing escapes the budget.
  { title: 'Shared', first: true, files: /./ },
];

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .map((name) => ({ name, size: gzipSync(readFileSync(join(folder, name)), { level: 9 }).length }))
  .sort((a, b) => b.size - a.size);

const sum = (some) => some.reduce((total, { size }) => total + size, 0);
const line = (size, name) => console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${name}`);
let total = 0;
for (const group of groups) {
  const own = files.filter(({ name }) => groups.find((one) => one.files.test(name)) === group);
  if (own.length === 0) continue;
  console.log(`${group.title}${group.first ? '' : ' (only when asked for)'}:`);
  for (const { name, size } of own) line(size, name);
  if (own.length > 1) line(sum(own), 'together');
  if (group.first) total += sum(own);
}
line(total, `The first visit, gzipped (budget ${budget / 1000} kB, aim ${aim / 1000} kB)`);
if (total > budget) console.log(`MISSED: ${((total - budget) / 1000).toFixed(1)} kB over the budget.`);
if (total > limit) {
  console.error(`The first visit is ${((total - limit) / 1000).toFixed(1)} kB over its limit of ${limit / 1000} kB.`);
  if (check) process.exit(1);
}
