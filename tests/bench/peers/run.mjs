// The peer model computed by every peer, side by side: measures, compares cent by cent, writes docs/benchmarks.md.
//
//   node tests/bench/peers/run.mjs build-release/ansio_peers
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Engine from "publicodes";
import { parse } from "yaml";
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

const compiler = execFileSync("c++", ["--version"], { encoding: "utf8" }).split("\n")[0];
const number = (value, digits = 3) =>
  value === undefined ? "–" : Number(value.toPrecision(digits)).toLocaleString("en", { maximumSignificantDigits: digits });
const milliseconds = (seconds) => (seconds === undefined ? "–" : `${number(seconds * 1000)} ms`);

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

writeFileSync(
  join(folder, "../../../docs/benchmarks.md"),
  `# Measured against peers

One model of 67 rules (tax on a wage, housing allowance, basic assistance; \`tests/bench/peers/\`), written for each peer. Written by
\`make bench\`, which runs \`node tests/bench/peers/run.mjs build-release/ansio_peers\`; times are the best of several runs on one core, of a machine
that may do other things: look at ratios.

| | start-up | wrong cents of 8,001 | evaluations/s | Ansiopolku's time ÷ its time | 300-point sweep | 100,000 households |
|---|--:|--:|--:|--:|--:|--:|
${table.join("\n")}

- *Start-up*: from the text of the rules to the first answer. From the image Ansiopolku needs ${milliseconds(native.start_from_image)}.
- *Wrong cents*: wages from 0 to 4,000 € by 50 cents, against the definition in fractions of unlimited size; Ansiopolku's scalar machine and its columns together.
- *Evaluations/s*: one household at a time, of Ansiopolku the compiled program of ${native.instructions} instructions; a whole question with its answer is ${number(1 / native.single_question)} a second. Sweep and households run in columns. The wage moves, the rent is the same for all: what hangs on it alone the columns compute once.

Machine: ${cpus()[0].model}, ${cpus().length} cores; ${compiler}; Node.js ${process.version}; publicodes ${JSON.parse(readFileSync(join(folder, "node_modules/publicodes/package.json"), "utf8")).version}.
`,
);
console.log(table.join("\n"));
