// What the command says about the file that the page saved.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Edge, Edges, Results, Solution } from '../src/engine/answers';
import { root } from './browser';

export function asked(words: readonly string[]): unknown {
  const command = process.env['ANSIO'] ?? join(root, 'build/ansio');
  return JSON.parse(
    execFileSync(command, [...words, '--format', 'json', '--language', 'en'], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    }),
  );
}

/** What is left now and at work in the first month, in whole cents. */
export function leftByCommand(path: string): [number, number] {
  const results = asked(['calc', path]) as Results;
  const left = results.scenarios.map((scenario) =>
    Number(scenario.figures.find((figure) => figure.variable === 'income_after_costs')?.values[0]),
  );
  const inCents = (value = NaN) => Math.round(value * 100) / 100;
  return [inCents(left[0]), inCents(left[1])];
}

/** Of an ordinary month, or of all months of a plan together. */
export function edgesByCommand(path: string, scenario: string, vary: string): readonly Edge[] {
  const { curves } = asked([
    'edges',
    path,
    '--scenario',
    scenario,
    '--vary',
    vary,
    '--get',
    'income_after_costs',
  ]) as Edges;
  return (curves.find(({ total }) => total) ?? curves[0])?.edges ?? [];
}

export function solvedByCommand(
  path: string,
  scenario: string,
  vary: string,
  goal: 'most' | 'least',
  condition: string,
): Solution {
  const wanted = [`--${goal}-such-that`, condition];
  return asked(['solve', path, '--scenario', scenario, '--vary', vary, ...wanted]) as Solution;
}

const folder = () => mkdtempSync(join(tmpdir(), 'ansiopolku-'));

/** What the page saves when `press` presses its button. */
export async function save(page: Page, press: () => Promise<unknown>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const path = join(folder(), 'case.json');
  await download.saveAs(path);
  return path;
}

export async function open(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(path);
}

/** A file on the disk with this text. */
export function fileOf(name: string, text: string): string {
  const path = join(folder(), name);
  writeFileSync(path, text);
  return path;
}
