// The client in Debian's Chromium, from a sub-path and under the strictest policy a page can have.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { opened, serve, startChromium } from '../served.mjs';

const page_script = `
  import { startEngine } from './index.js';
  import { loadAuthoring } from './authoring.js';
  Object.assign(globalThis, { startEngine, loadAuthoring, engine: startEngine() });
  document.title = 'ready';`;

let server: Awaited<ReturnType<typeof serve>>;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  server = await serve({ 'page.js': page_script });
  browser = await startChromium();
  page = await opened(browser, server.address, complaints);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

const household = { ansiopolku: 1, start: '2026-01', months: 1, municipality: 'Tampere', tenure: 'rented', rent: 620, client: { age: 35, on_kela_disability_pension: true }, scenarios: [{ name: 'now' }, { name: 'work', client: { wage: 800 } }] };

test('answers, explains and sweeps in a worker', async () => {
  const told = await page.evaluate(async (file) => {
    const engine = (globalThis as any).engine;
    const answer = await engine.calc(file, 'fi');
    const why = await engine.explain(file, { variable: 'disposable_income', scenario: 'work' }, 'fi');
    const sweep = await engine.sweep(file, { scenario: 'work', vary: 'client.wage', from: 0, to: 6000, step: 10, get: ['disposable_income'] });
    const refused = await engine.calc({ ...file, municipality: 'Nowhere' }, 'sv');
    return {
      figure: answer.scenarios[1].figures.find((one: any) => one.variable === 'disposable_income').values[0],
      explained: why.figure.value,
      points: sweep.points.length,
      at800: sweep.columns.get('disposable_income')[80],
      refused: refused.diagnostics.length,
    };
  }, household);
  expect(told.explained).toBe(told.figure);
  expect(told.at800).toBe(told.figure);
  expect(told.points).toBe(601);
  expect(told.refused).toBe(1);
  expect(complaints).toEqual([]);
});

test('finds every edge of a curve, and answers only the newest of several questions about edges', async () => {
  const told = await page.evaluate(async (file) => {
    const engine = (globalThis as any).engine;
    const range = { scenario: 'work', vary: 'client.wage', from: 0, to: 3000 };
    let older = false;
    void engine.edges(file, range, 'en', 'edges').then(() => (older = true));
    const answer = await engine.edges({ ...file, rent: 600 }, range, 'en', 'edges');
    const falls = answer.curves[0].edges.filter((edge: any) => edge.change < -100);
    const points = await engine.sweep({ ...file, rent: 600 }, { ...range, from: falls[0].at, to: falls[0].break_even, step: 0.01, get: ['disposable_income'] });
    return { older, falls, left: [...points.columns.get('disposable_income')] };
  }, household);
  expect(told.older).toBe(false);
  expect(told.falls).toHaveLength(1);
  const { at, next, from, to, break_even, causes } = told.falls[0];
  expect([at, next]).toEqual([990.9, 990.91]);
  expect(causes[0]).toMatchObject({ title: 'Earnings of the month exceed the limit', condition: 'earnings > kela_earnings_limit' });
  expect(causes[0].parameters.at(-1)).toMatchObject({ value: 990.9, valid_from: '2026-01', citations: [{ statute: '703/2010', section: '8 §' }] });
  // Cent by cent: as far as the figure does not come back, and no further.
  expect([told.left[0], told.left[1]]).toEqual([from, to]);
  expect(told.left.findIndex((left, index) => index > 0 && left >= from)).toBe(Math.round((break_even - at) * 100));
  expect(complaints).toEqual([]);
});

test('of twenty questions in one channel asked at once only few are computed, and the last is answered', async () => {
  const answered = await page.evaluate(async (file) => {
    const engine = (globalThis as any).engine;
    const seen: number[] = [];
    let last: Promise<unknown> = Promise.resolve();
    for (let index = 0; index < 20; index += 1) {
      last = engine.calc({ ...file, rent: 500 + index }, 'fi', 'slider');
      void last.then(() => seen.push(index));
    }
    await last;
    return seen;
  }, household);
  expect(answered).toEqual([19]);
});

test('a quick question does not wait for a long one, which ends when a newer one replaces it', async () => {
  const told = await page.evaluate(async (file) => {
    const { startEngine } = globalThis as any;
    let workers = 0;
    const plain = globalThis.Worker;
    globalThis.Worker = class extends plain {
      constructor(...how: ConstructorParameters<typeof Worker>) {
        super(...how);
        workers += 1;
      }
    };
    const engine = startEngine();
    const range = { scenario: 'work', vary: 'client.wage', from: 0, to: 6000 };
    const order: string[] = [];
    const plan = { ...file, months: 24 };
    // 600,001 plans, one by one.
    void engine.sweep(plan, { ...range, step: 0.01, get: ['disposable_income'] }, 'curve').then(() => order.push('a sweep of plans'));
    await engine.figures(plan, 'en').then(() => order.push('figures'));
    await engine.calc(plan, 'en').then(() => order.push('results'));
    const { curves } = await engine.edges(file, range, 'en', 'curve');
    order.push('edges of a month');
    engine.close();
    globalThis.Worker = plain;
    return { order, workers, edges: curves[0].edges.length };
  }, household);
  expect(told.order).toEqual(['figures', 'results', 'edges of a month']);
  expect(told.edges).toBeGreaterThan(5);
  // One for what is quick; one for what is long, and the one after it.
  expect(told.workers).toBe(3);
  expect(complaints).toEqual([]);
});

test('a reform opened on the page is checked there and answered beside the law', async () => {
  const overlay = (parameter: string) => ({
    path: 'reform.yaml',
    text: `overlay: reform\ntitle: {fi: a, sv: b, en: c, fi-simple: d}\nmodules:\n  general_housing_allowance:\n    parameters:\n      ${parameter}: {values: {2026-01: 100}}\n`,
  });
  const told = await page.evaluate(
    async ([file, right, wrong]) => {
      const { engine, startEngine, loadAuthoring } = globalThis as any;
      const authoring = await loadAuthoring();
      const refused = await authoring.applyOverlay(wrong);
      const { answer, image } = await authoring.applyOverlay(right);
      const reformed = startEngine(image);
      const allowance = (results: any) => results.scenarios[0].figures.find((one: any) => one.variable === 'general_housing_allowance.amount').values[0];
      const figures = [allowance(await reformed.calc(file, 'fi')), allowance(await engine.calc(file, 'fi'))];
      reformed.close();
      authoring.close();
      return { figures, version: answer.rules.version, refused: refused.answer.diagnostics, image: refused.image };
    },
    [{ ...household, client: { age: 35, wage: 900 } }, overlay('compensation_rate'), overlay('no_such_rate')] as const,
  );
  expect(told.figures[0]).toBeGreaterThan(told.figures[1]);
  expect(told.version).toMatch(/\+reform$/);
  expect(told.refused).toHaveLength(1);
  expect(told.refused[0]).toMatchObject({ file: 'reform.yaml', line: 6 });
  expect(told.image).toBeUndefined();
  expect(complaints).toEqual([]);
});
