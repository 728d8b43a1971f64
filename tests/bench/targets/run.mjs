// Measures what we set ourselves as targets, natively and in WebAssembly, in turns; prints them with their targets and
// writes its part of docs/benchmarks.md. It fails nothing: times depend on the machine.
//
//   node tests/bench/targets/run.mjs build-release build-wasm
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { machine, milliseconds, number, writeSection } from "../document.mjs";

const [native, wasm] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "ansio-targets-"));
process.on("exit", () => rmSync(work, { recursive: true }));
const image = join(work, "core.bin");
execFileSync(join(native, "ansio_targets"), ["write", image]);

const run = (command, ...words) => JSON.parse(execFileSync(command, words, { encoding: "utf8" }));
const here = {};
const browser = {};
const keepBest = (best, found) => {
  for (const [name, value] of Object.entries(found)) best[name] = Math.min(best[name] ?? Infinity, value);
};
const module = wasm && join(wasm, "ansio_targets.js");
const hasModule = module && existsSync(module);
for (let round = 0; round < 5; round += 1) {
  keepBest(here, run(join(native, "ansio_targets"), "measure", image));
  if (hasModule) keepBest(browser, run(process.execPath, "--no-experimental-fetch", module, "measure", image));
}

// Columns of the processor's best instruction set, and of the one whose vectors are as long as WebAssembly's.
const sets = ["baseline", "x86-64-v2", "x86-64-v3", "x86-64-v4"];
const best = (figures, what) => figures[`${what}_columns_${sets.findLast((set) => `${what}_columns_${set}` in figures)}`];
const asLong = (what) => here[`${what}_columns_x86-64-v2`] ?? here[`${what}_columns_baseline`];
const rate = (seconds) => (seconds === undefined ? "–" : `${number(1 / seconds)}/s`);
const times = (ratio) => (Number.isFinite(ratio) ? `${number(ratio)} times` : "–");

const rows = [];
// A figure against the most it may be, or the least.
function row(what, measured, target, text, targetText, isAtLeast = false) {
  const verdict = !Number.isFinite(measured) ? "not measured" : (isAtLeast ? measured >= target : measured <= target) ? "ok" : "MISSED";
  rows.push([what, targetText, text, verdict]);
}
const atMostTimes = (what, ratio, target) => row(what, ratio, target, times(ratio), `at most ${target} times`);
const atLeastRate = (what, seconds, target) => row(what, 1 / seconds, target, rate(seconds), `at least ${number(target)}/s`, true);
const atMost = (what, seconds, target) => row(what, seconds, target, milliseconds(seconds), `at most ${milliseconds(target)}`);

const graph = `graph of ${here.graph_instructions} instructions`;
atMostTimes(`${graph}, scalar ÷ straight-line C++`, here.graph_scalar / here.graph_straight_line, 12);
for (const [set, target] of [["x86-64-v2", 2], ["x86-64-v3", 1.3], ["x86-64-v4", 1.3]])
  atMostTimes(`${graph}, columns on ${set} ÷ straight-line C++`, here[`graph_columns_${set}`] / here.graph_straight_line, target);
atMostTimes(`${graph}, columns in Wasm ÷ native with vectors as long`, best(browser, "graph") / asLong("graph"), 3);
atLeastRate(`household (${here.household_instructions} instructions), scalar`, here.household_scalar, 1e5);
for (const set of sets.slice(1)) atLeastRate(`household, columns on ${set}`, here[`household_columns_${set}`], 1e6);
atMostTimes("household, columns in Wasm ÷ native with vectors as long", best(browser, "household") / asLong("household"), 3);
atMostTimes("household, columns in Wasm ÷ the best native", best(browser, "household") / best(here, "household"), 3);
atMostTimes(
  `household with all ${here.figures_explained} figures of its explanation ÷ without`,
  here.household_scalar_explained / here.household_scalar,
  2,
);
atMost("601 wages × 24 months", here.sweep_again, 0.03);
atMost("601 wages × 24 months, compiling included", here.sweep_first, 0.03);
atMost("601 wages × 24 months, in Wasm", browser.sweep_again, 0.06);
atMost("601 wages × 24 months, compiling included, in Wasm", browser.sweep_first, 0.06);
atMost("every edge of the disposable income over wages of 0–6,000 € by the cent, a month", here.edges, 0.05);
atMost("from YAML to the first answer", here.start_yaml, 0.2);
atMost("from the image to the first answer", here.start_image, 0.005);
atMost("from the image to the first answer, in Wasm", browser.start_image, 0.005);

// Growth: what ten times as much costs.
const growth = new Map();
for (let round = 0; round < 2; round += 1)
  for (const [what, count, seconds] of run(join(native, "ansio_targets"), "growth", image).filter((entry) => entry.length > 0)) {
    const name = `${what} ${count}`;
    growth.set(name, { what, count, seconds: Math.min(growth.get(name)?.seconds ?? Infinity, seconds) });
  }

// The most memory a batch ever held, read while it runs.
async function peakOfBatch(households) {
  const input = join(work, "households.csv");
  execFileSync(join(native, "ansio"), ["--rules", "rules", "population", "--seed", "1", "--size", String(households)], {
    stdio: ["ignore", openSync(input, "w"), "ignore"],
  });
  const start = process.hrtime.bigint();
  const batch = spawn(
    join(native, "ansio"),
    ["--rules", "rules", "batch", "--date", "2026-01", "--get", "disposable_income", "--input", input, "--output", join(work, "out.csv")],
    { stdio: "ignore" },
  );
  let peak = 0;
  const look = () => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${batch.pid}/status`, "utf8"))?.[1] ?? 0));
    } catch {
      // It has ended.
    }
  };
  const watch = setInterval(look, 5);
  await new Promise((resolve) => batch.on("exit", resolve));
  clearInterval(watch);
  return { households, megabytes: peak / 1024, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
}
const batches = [];
for (const households of [10_000, 100_000, 1_000_000]) batches.push(await peakOfBatch(households));
const fullest = batches.at(-1);
row("peak memory of a batch of 1,000,000 households ÷ of 100,000", fullest.megabytes / batches.at(-2).megabytes, 1.1,
  times(fullest.megabytes / batches.at(-2).megabytes), "at most 1.1 times");

const table = (head, lines) => [`| ${head.join(" | ")} |`, `|${head.map((_, i) => (i === 0 ? "---" : "--:")).join("|")}|`, ...lines.map((line) => `| ${line.join(" | ")} |`)].join("\n");
const targets = table(["", "target", "measured", ""], rows);
const growing = table(
  ["", "number", "time", "time of one"],
  [...growth.values()].map(({ what, count, seconds }) => [what, number(count, 8), milliseconds(seconds), `${number((seconds / count) * 1e6)} µs`]),
);
const memory = table(
  ["households", "peak memory", "time, rules from YAML included"],
  batches.map(({ households, megabytes, seconds }) => [number(households, 8), `${number(megabytes)} MB`, `${number(seconds)} s`]),
);

writeSection(
  "Against our targets",
  `The rules of \`rules/fi\`, measured by \`node tests/bench/targets/run.mjs build-release build-wasm\`; WebAssembly runs under Node, compiled as the
browser's engine is. Times are the processor's, in WebAssembly the clock's, which other work of the machine makes longer.

${targets}

- *Graph*: deductions, brackets, tapers and roundings (\`calc/program/testing/bench_graph.h\`). Straight-line C++ has every constant a literal and checks nothing.
- *Household*: a couple with two children, everything given, every output asked for a month, which takes the year's tax.
- *Vectors as long*: those of WebAssembly are of 128 bits, as those of x86-64-v2.
- *Explanation*: the amounts of every figure that a rule computes on the way; the formulas and sentences of one figure (${milliseconds(here.explain)}) are
  written when somebody asks for them, of the figures that are opened.
- *601 wages × 24 months*: a plan of the couple at each wage from 0 to 6,000 €, all headline figures.

${machine()}.`,
);
writeSection(
  "Growth",
  `Cost grows with the number of cases, points of a sweep and months of a plan, and no faster.

${growing}

- *Cases*: a couple whose wages move, all headline figures. *Points*: one figure along a wage. *Months*: one plan, compiling included.

Memory of \`ansio batch\` does not grow with its rows once a block of each core is full:

${memory}`,
);
console.log(`${targets}\n\n${growing}\n\n${memory}`);
