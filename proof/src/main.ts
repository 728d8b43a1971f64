// The command: node dist/main.js --rules FOLDER PROOF …; a line a proof, status 1 when one is refused.
import { readFileSync } from 'node:fs';
import { check, type Proof } from './check.js';
import { Rules } from './rules.js';
const [, , , folder, ...files] = process.argv;
const rules = new Rules(folder!);
for (const file of files)
  try {
    const proof = JSON.parse(readFileSync(file, 'utf8')) as Proof;
    check(rules, proof);
    console.log(`${file}: ${proof.figure.of} = ${proof.figure.value} follows, in ${proof.steps.length} steps`);
  } catch (error) {
    console.log(`${file}: refused: ${(error as Error).message}`);
    process.exitCode = 1;
  }
