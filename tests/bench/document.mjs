// docs/benchmarks.md in sections, each written by what measures it.
//
//   writeSection("Against peers", "One model of …\n");
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("../../docs/benchmarks.md", import.meta.url));
const opening = `# Measured

Written by \`make bench\`. Times are the best of several runs on one core, of a machine that may do other things: look at ratios.
`;

export function writeSection(title, text) {
  const sections = existsSync(file) ? readFileSync(file, "utf8").split(/^(?=## )/m).slice(1) : [];
  const section = `## ${title}\n\n${text.trim()}\n`;
  const place = sections.findIndex((other) => other.startsWith(`## ${title}\n`));
  if (place >= 0) sections[place] = section;
  else sections.push(section);
  writeFileSync(file, [opening, ...sections.map((one) => one.trim() + "\n")].join("\n"));
}

export const number = (value, digits = 3) =>
  value === undefined ? "–" : Number(value.toPrecision(digits)).toLocaleString("en", { maximumSignificantDigits: digits });
export const milliseconds = (seconds) => (seconds === undefined ? "–" : `${number(seconds * 1000)} ms`);

export function machine() {
  const compiler = execFileSync("c++", ["--version"], { encoding: "utf8" }).split("\n")[0];
  return `Machine: ${cpus()[0].model}, ${cpus().length} cores; ${compiler}; Node.js ${process.version}`;
}
