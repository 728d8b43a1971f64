// Proofs of worked examples are accepted; the same with one thing changed are refused, a thousand of them.
//
//   EXAMPLES=all node --test test/      every example, every scenario, and not a sample
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { check } from '../dist/check.js';
import { Fraction, rounded } from '../dist/fraction.js';
import { Rules } from '../dist/rules.js';

const root = join(import.meta.dirname, '../..');
const ansio = process.env.ANSIO ?? join(root, 'build/ansio');
const rules = new Rules(join(root, 'rules'));
const folder = join(root, 'rules/fi/examples');
const all = readdirSync(folder).filter((file) => /^[^.]+\.yaml$/.test(file));
const sample = ['pensioner-couple.yaml', 'single-parent-with-day-care.yaml', 'bonus-in-april.yaml', 'open-shifts.yaml'];

function proofOf(example, figure, scenario, month) {
  const options = [...(scenario ? ['--scenario', scenario] : []), ...(month ? ['--month', month] : [])];
  const args = ['--rules', join(root, 'rules'), 'prove', join(folder, example), figure, ...options];
  const { status, stdout, stderr } = spawnSync(ansio, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(status, 0, `${example}: ${stderr}`);
  return JSON.parse(stdout);
}

function lastMonth({ start, months = 1 }) {
  const [year, month] = String(start).split('-').map(Number);
  const last = year * 12 + month - 1 + Number(months) - 1;
  return `${Math.floor(last / 12)}-${String((last % 12) + 1).padStart(2, '0')}`;
}

const scenariosOf = ({ scenarios }) => (scenarios ? scenarios.map(({ name }) => String(name)) : [undefined]);

for (const example of process.env.EXAMPLES === 'all' ? all : sample)
  test(`what is left follows from the rules: ${example}`, () => {
    const situation = parse(readFileSync(join(folder, example), 'utf8'), { schema: 'failsafe' });
    const scenarios = scenariosOf(situation);
    for (const scenario of process.env.EXAMPLES === 'all' ? scenarios : scenarios.slice(-1))
      check(rules, proofOf(example, 'disposable_income', scenario, lastMonth(situation)));
  });

// Park and Miller: the same damage every time.
let state = 20261201;
const below = (count) => (state = (state * 48271) % 2147483647) % count;

// One change of what a step says, or of what is given to it, in the hundreds that a proof has.
const damages = [
  ['another value', (proof, step) => {
    step.value = /^-?[\d./]+$/.test(step.value) && !step.value.includes('-') ? `${Fraction.parse(step.value).plus(new Fraction(1n, 100n))}` : step.value === 'true' ? 'false' : 'true';
  }],
  ['another origin', (proof, step) => {
    step.origin = ['computed', 'given', 'default', 'override', 'initial'].find((one, i) => one !== step.origin && i >= below(4));
  }],
  ['a month later', (proof, step) => {
    step.at = step.at.length === 4 ? String(Number(step.at) + 1) : step.at.replace(/..$/, (month) => (month === '12' ? '11' : '12'));
  }],
  ['a read less', (proof, step) => (step.reads ?? step.cells)?.pop() ?? (step.origin = 'initial')],
  ['a read more', (proof, step, place) => (step.reads = [...(step.reads ?? []), place])],
  ['another cell', (proof, step) => {
    const cell = step.cells?.[0];
    if (cell?.value) cell.value = `${Fraction.parse(cell.value).plus(Fraction.of(1))}`;
    else step.cells = [{ parameter: rules.parameters.keys().next().value, from: '2024-01', value: '1' }];
  }],
  ['another law', (proof, step) => (step.from = step.from === '2020-01' ? '2019-01' : '2020-01')],
  ['another person', (proof, step) => (step.person = step.person === 'child9' ? null : 'child9')],
  ['another figure', (proof, step) => (step.of += '_more')],
  ['a step less', (proof, step, place) => proof.steps.splice(place, 1)],
  ['a step twice', (proof, step, place) => proof.steps.splice(place, 0, structuredClone(step))],
  ['what was given is not', (proof) => {
    const read = proof.steps.filter(({ origin }) => origin === 'given' || origin === 'override');
    const { of, person } = read[below(read.length)];
    proof.given = proof.given.filter((given) => given.of !== of || given.person !== person);
  }],
  ['another case', (proof) => (proof.case.text += ' ')],
];

test('a thousand proofs with one thing changed are refused', () => {
  const [couple, plan] = [proofOf('pensioner-couple.yaml', 'disposable_income'), proofOf('open-shifts.yaml', 'client.net_income')];
  for (const proof of [couple, plan]) check(rules, proof);
  for (let i = 0; i < 1000; ++i) {
    const [name, damage] = damages[i % damages.length];
    const proof = structuredClone(i % 3 === 0 ? plan : couple);
    const place = below(proof.steps.length);
    damage(proof, proof.steps[place], place);
    assert.throws(() => check(rules, proof), `${name}, step ${place}`);
  }
});

test('numbers are rounded to the nearest with halves away from zero, down and up', () => {
  const cent = Fraction.parse('0.01');
  const cases = [['1.005', '1.01', '1', '1.01'], ['-1.005', '-1.01', '-1.01', '-1'], ['2.0049', '2', '2', '2.01'], ['3', '3', '3', '3']];
  for (const [value, ...expected] of cases)
    ['nearest', 'down', 'up'].forEach((how, i) =>
      assert.equal(`${rounded(Fraction.parse(value), cent, how)}`, `${Fraction.parse(expected[i])}`, `${value} ${how}`));
});
