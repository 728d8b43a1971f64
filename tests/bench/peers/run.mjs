// The peer model computed by every peer, side by side: measures, compares cent by cent, writes its part of
// docs/benchmarks.md.
//
//   node tests/bench/peers/run.mjs build-release/ansio_peers
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Engine from "publicodes";
import { parse } from "yaml";
import { machine, milliseconds, number, writeSection } from "../document.mjs";
import { disposableIncome } from "./model.mjs";

const folder = dirname(fileURLToPath(import.meta.url));
const native = JSON.parse(
  execFileSync(process.argv[2], [join(folder, "rules")], { encoding: "utf8", maxBuffer: 1 << 26 }),
);
const wageOf = (number) => ((number * 50) % 400050) / 100;
const rent = 600;

// The best of several runs, in seconds.
function secondsOf(run, repeats = 7) {
  let best = Infinity;
  for (let i = 0; i < repeats; i++) {
    const start = process.hrtime.bigint();
    run();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
  }
  return best;
}

const wrongCents = (compute) =>
  native.right.filter((cents, number) => Math.round(compute(wageOf(number)) * 100) !== cents).length;

function measurePlain() {
  let sum = 0;
  const households = (count) => () => {
    for (let i = 0; i < count; i++) sum += disposableIncome(wageOf(i), rent).disposableIncome;
  };
  return {
    wrong: wrongCents((wage) => disposableIncome(wage, rent).disposableIncome),
    single: secondsOf(households(200000)) / 200000,
    sweep: secondsOf(households(300)),
    households: secondsOf(households(100000)),
  };
}

function measurePublicodes() {
  const text = readFileSync(join(folder, "model.publicodes.yaml"), "utf8");
  const start = secondsOf(() => new Engine(parse(text)).evaluate("disposable income").nodeValue, 3);
  const engine = new Engine(parse(text));
  const compute = (wage) => engine.setSituation({ wage, rent }).evaluate("disposable income").nodeValue;
  const sweep = secondsOf(() => {
    for (let i = 0; i < 300; i++) compute(wageOf(i));
  }, 3);
  return { start, wrong: wrongCents(compute), single: sweep / 300, sweep };
}

const publicodes = measurePublicodes();
const plain = measurePlain();
const rows = [
  ["Ansiopolku, exact", native.start_from_yaml, native.wrong_cents_engine + native.wrong_cents_columns, native.single_engine, native.sweep_columns, native.households_columns],
  ["publicodes", publicodes.start, publicodes.wrong, publicodes.single, publicodes.sweep, undefined],
  ["JavaScript, doubles", undefined, plain.wrong, plain.single, plain.sweep, plain.households],
  ["C++ by hand, doubles", undefined, native.wrong_cents_doubles, native.single_doubles, native.sweep_doubles, native.households_doubles],
  ["C++ by hand, exact", undefined, native.wrong_cents_exact, native.single_exact, native.sweep_exact, native.households_exact],
];
const table = rows.map(
  ([name, start, wrong, single, sweep, households]) =>
    `| ${name} | ${milliseconds(start)} | ${wrong} | ${number(1 / single)} | ${number(native.single_engine / single)} | ${milliseconds(sweep)} | ${milliseconds(households)} |`,
);

const version = JSON.parse(readFileSync(join(folder, "node_modules/publicodes/package.json"), "utf8")).version;
writeSection(
  "Against peers",
  `One model of 67 rules (tax on a wage, housing allowance, basic assistance; \`tests/bench/peers/\`), written for each peer, measured by
\`node tests/bench/peers/run.mjs build-release/ansio_peers\`.

| | start-up | wrong cents of 8,001 | evaluations/s | Ansiopolku's time ÷ its time | 300-point sweep | 100,000 households |
|---|--:|--:|--:|--:|--:|--:|
${table.join("\n")}

- *Start-up*: from the text of the rules to the first answer. From the image Ansiopolku needs ${milliseconds(native.start_from_image)}.
- *Wrong cents*: wages from 0 to 4,000 € by 50 cents, against the definition in fractions of unlimited size; Ansiopolku's scalar machine and its columns together.
- *Evaluations/s*: one household at a time, of Ansiopolku the compiled program of ${native.instructions} instructions; a whole question with its answer is ${number(1 / native.single_question)} a second. Sweep and households run in columns. The wage moves, the rent is the same for all: what hangs on it alone the columns compute once.

${machine()}; publicodes ${version}.`,
);
console.log(table.join("\n"));
