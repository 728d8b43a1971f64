// The answer: its figures are the command's, whatever one does on the page, and what it cannot answer it says.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile } from '../src/case/case';
import { languages, type Language } from '../src/catalogue/languages';
import { formats } from '../src/catalogue/formats';
import { fill } from '../src/catalogue/messages';
import { artifacts, openSite, overflow, picture, root, violations, visit, type Site } from './browser';
import type { Edge } from '../src/engine/answers';
import { family, fragmentOf, pensioner } from './cases';
import { edgesByCommand, fileOf, leftByCommand, open, save, solvedByCommand } from './command';
import { mouse } from './hands';
import { amount, answerAll, catalogues, choose, leftInTable } from './walk';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const saved = (page: Page, language: Language = 'fi') =>
  save(page, () => page.getByRole('button', { name: catalogues[language]['actions.save'], exact: true }).click());

async function atAnswer(options: Parameters<typeof visit>[1] = {}, file: CaseFile = pensioner) {
  const visited = await visit(site, options, await fragmentOf(file));
  await visited.page.locator('.slider').waitFor();
  return visited;
}

it('moves everything in the same frame as the slider', async () => {
  const { page, close } = await atAnswer();
  const frames = await page.evaluate(async () => {
    const range = document.querySelector<HTMLInputElement>('input[type=range]');
    const heading = document.querySelector('h1');
    const total = document.querySelector('.compare-table tfoot td:nth-of-type(2)');
    if (range === null || heading === null || total === null) throw new Error('no slider');
    const late: number[] = [];
    const times: number[] = [];
    for (let hours = 1; hours <= 40; hours += 1) {
      const before = [heading.textContent, total.textContent];
      const begun = performance.now();
      range.value = String(hours);
      range.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      times.push(performance.now() - begun);
      if (heading.textContent === before[0] || total.textContent === before[1]) late.push(hours);
    }
    times.sort((a, b) => a - b);
    return { late, slowest: times.at(-1) ?? 0, usual: times[times.length >> 1] ?? 0 };
  });
  expect(frames.late).toEqual([]);
  console.log(
    `from the slider to the next frame: ${frames.usual.toFixed(1)} ms, at worst ${frames.slowest.toFixed(1)} ms`,
  );
  // Where it rests, the engine's full answer says the same.
  await page.locator('.answer-page[aria-busy=false]').waitFor();
  const path = await saved(page);
  expect(await leftInTable(page)).toEqual(leftByCommand(path));
  await close();
});

it('explains a figure down to the section of the law, opened by the reader only', async () => {
  const { page, requests, close } = await atAnswer();
  await page
    .getByRole('button', { name: /^Miksi\? Eläkkeensaajan asumistuki/ })
    .first()
    .click();
  await page.locator('.why-figure').waitFor();
  const link = page.locator('.why-figure .citations a').first();
  expect(await link.getAttribute('href')).toMatch(/^https:\/\/www\.finlex\.fi\//);
  expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  await page.locator('.why-nested > summary').first().click();
  await page.locator('.why-nested[open] .why-nested .why-value').first().waitFor();
  await picture(page, 'why-open');
  expect(await violations(page)).toEqual([]);
  expect(requests.filter((address) => address.includes('finlex'))).toEqual([]);
  await close();
});

/** The falls among the edges, the largest first. */
const fallsIn = (edges: readonly Edge[]) =>
  edges
    .filter(({ change = 0, kind }) => kind === 'jump' && change < 0)
    .sort((one, other) => (one.change ?? 0) - (other.change ?? 0));

it('says how many hours are safe, and where the money falls to the cent', async () => {
  const { page, faults, close } = await atAnswer();
  const limit = amount((await page.locator('.limit-gauge text').first().textContent()) ?? '');
  const wage = (hours: number) => Math.round(hours * 12.5 * (52 / 12) * 100) / 100;
  const last = Math.floor((limit / ((12.5 * 52) / 12)) * 100) / 100;
  await page.locator('.fall-list > li').first().waitFor();
  const large = await page.locator('.fall-list > li').count();
  await page.locator('.small-falls > summary').click();
  await page.locator('.small-falls .fall-list > li').first().waitFor();
  const falls = (await page.locator('.fall-list > li').allInnerTexts()).map((text) =>
    text.replace(/[\s\u00a0]+/g, ' '),
  );
  const atLimit = falls.findIndex((text) => text.includes(`yli ${formats('fi').number(last)} tuntia viikossa`));
  const fall = falls[atLimit] ?? '';
  expect(amount(/palkka (.*?) €/.exec(fall)?.[1] ?? '')).toBe(wage(last));
  expect(wage(last)).toBeLessThanOrEqual(limit);
  expect(wage(Math.round(last * 100 + 1) / 100)).toBeGreaterThan(limit);
  expect(fall).toContain('Kansaneläke: vähemmän.');
  expect(fall).toContain('Kuukauden ansiot ovat rajaa suuremmat');
  expect(fall).toContain('Täysi takuueläke 990,90 €/kk, voimassa tammikuusta 2026 alkaen');
  const links = page.locator('.fall-list > li').nth(atLimit).locator('.citations a');
  expect(await links.allInnerTexts()).toContainEqual(expect.stringContaining('703/2010 8 §'));

  // The command says the same, at the same place.
  const path = await saved(page);
  const answers = page.locator('.work-answer');
  const solved = (vary: string, goal: 'most' | 'least', condition: string) =>
    solvedByCommand(path, 'work', vary, goal, condition);
  const words = formats('fi');
  const keepsLimit = solved('client.hours_per_week=0:40', 'most', 'disability_pension.margin >= 0 EUR/month');
  expect(keepsLimit.value).toBe(last);
  expect(await answers.first().innerText()).toBe(`Enintään ${words.number(last)} tuntia viikossa.`);
  const losesNothing = solved('client.hours_per_week=0:40', 'most', 'income_after_costs >= base.income_after_costs');
  const [first, second] = losesNothing.stretches;
  await page.locator('.work-question select').selectOption('keep');
  await page.getByText(catalogues.fi['safe.also'].split('{')[0] ?? '').waitFor();
  expect(await answers.first().innerText()).toBe(
    `Enintään ${words.number(Number(first?.to))} tuntia viikossa. Myös tämä käy: ${words.number(Number(second?.from))}–40 tuntia viikossa.`,
  );
  await page.locator('.work-question .number-field input').fill('250');
  const more = 'income_after_costs >= base.income_after_costs + 250 EUR/month';
  const wageEnough = solved('client.wage=0:6000', 'least', more).value;
  const hoursEnough = solved('client.hours_per_week=0:40', 'least', more).value;
  await page.getByText(`vähintään ${words.number(Number(hoursEnough))} tuntia`).waitFor();
  expect(await answers.last().innerText()).toContain(`vähintään ${words.euros(Number(wageEnough))} kuukaudessa`);
  await page.locator('.work-question .number-field input').fill('9000');
  await page.getByText(fill(catalogues.fi['enough.none'], { wage: words.wholeEuros(6000) })).waitFor();

  const edges = edgesByCommand(path, 'work', 'client.hours_per_week=0:40');
  // The largest first; what is below 20 € a month stands apart.
  const jumps = fallsIn(edges);
  expect(falls).toHaveLength(jumps.length);
  expect(large).toBe(jumps.filter(({ change = 0 }) => change <= -20).length);
  expect(await page.locator('.curve-fall').count()).toBe(large);
  jumps.forEach(({ at, next, change = 0, break_even }, index) => {
    expect(falls[index]).toContain(`yli ${words.number(at)} tuntia viikossa`);
    expect(falls[index]).toContain(`sinulle jää ${words.euros(-change)} vähemmän`.replace(/\u00a0/g, ' '));
    expect(falls[index]).toContain(`${words.number(next)}–${words.number(Number(break_even))} tuntia viikossa`);
  });
  expect(await page.locator('.curve-bend').count()).toBe(edges.length - large);
  await page.locator('section:has(> .curve) > .disclosure.no-print > summary').click();
  const turning = page.locator('.turns-table tr:has(.because)');
  await turning.first().waitFor();
  expect(await turning.count()).toBe(edges.length);
  expect(await turning.locator('th').allInnerTexts()).toEqual(edges.map(({ at }) => formats('fi').number(at)));
  expect(await violations(page)).toEqual([]);
  await picture(page, 'turns');

  await page.locator('.fall-list > li').nth(atLimit).getByRole('button').click();
  await page.locator('.why-figure').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

it('corrects an assumption on the answer page', async () => {
  const { page, close } = await visit(site);
  await answerAll(page, 'fi', mouse(page), { soon: true });
  await page.locator('.slider').waitFor();
  const rent = page.locator('.assumed-list li', { hasText: 'Vuokra' });
  await rent.locator('.assumed-mark').waitFor();
  const [, before] = await leftInTable(page);
  await page.getByRole('button', { name: 'Korjaa: Vuokra' }).click();
  await page.locator('label.fi-checkbox_label').click();
  await page.locator('.number-field input').fill('450');
  await page.getByRole('button', { name: 'Jatka', exact: true }).click();
  await rent.locator('.assumed-mark').waitFor({ state: 'detached' });
  await page.locator('.slider').waitFor();
  const [, after] = await leftInTable(page);
  expect(after).not.toBe(before);
  await close();
});

it('opens what it saved, and what a link carries', async () => {
  const { page, close } = await atAnswer({ permissions: ['clipboard-read', 'clipboard-write'] });
  const left = await leftInTable(page);
  const path = await saved(page);
  await page.getByRole('button', { name: catalogues.fi['actions.link'] }).click();
  await page
    .getByRole('status')
    .filter({ hasText: /Linkki/ })
    .waitFor();
  const carried = new URL(await page.evaluate(() => navigator.clipboard.readText())).hash;
  await close();

  const other = await visit(site);
  await open(other.page, path);
  await other.page.locator('.slider').waitFor();
  expect(await leftInTable(other.page)).toEqual(left);
  expect(await violations(other.page)).toEqual([]);
  await other.close();

  expect(carried).toMatch(/^#case=[\w-]+$/);
  const third = await visit(site, {}, carried);
  await third.page.locator('.slider').waitFor();
  expect(await leftInTable(third.page)).toEqual(left);
  expect(new URL(third.page.url()).hash).toBe('#/answer');
  await third.close();
});

// A broken case, a file that is none, and a situation that the rules do not answer.
describe.each(languages)('what cannot be calculated, in %s', (language) => {
  const aland = { ...family, children: [], municipality: 'Maarianhamina' };
  const broken = { ...family, rent: -620, client: { hourly_wagee: 12, age: 'old' } };
  it.each([
    ['no-case.txt', 'hello', 1],
    ['broken.json', JSON.stringify(broken), 3],
    ['unsupported.json', JSON.stringify(aland), 3],
  ])('is told in words: %s', async (name, text, problems) => {
    const { page, faults, close } = await visit(site, { viewport: { width: 320, height: 640 } });
    await choose(page, language, mouse(page));
    await open(page, fileOf(name, text));
    const texts = catalogues[language];
    if (problems === 1) {
      await page.getByText(texts['file.no_case']).waitFor();
    } else {
      await page.locator('.problems > li').first().waitFor();
      expect(await page.locator('h1').innerText()).toBe(texts['file.refused']);
      const told = await page.locator('.problems > li').allInnerTexts();
      expect(told).toHaveLength(problems);
      // No word of the engine's own: names with underscores are its alone.
      if (name === 'unsupported.json') expect(told.join(' ')).not.toMatch(/[a-z]_[a-z]|municipality/);
      else expect(told.filter((one) => one.includes('hourly_wagee'))).toHaveLength(1);
    }
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await picture(page, `refused-${language}-${name}`);
    expect(faults).toEqual([]);
    await close();
  });
});

/** How many pages the answer takes on A4. */
async function printed(page: Page, name: string): Promise<number> {
  await page.emulateMedia({ media: 'print' });
  await picture(page, `print-${name}`);
  const path = join(artifacts, `print-${name}.pdf`);
  const pdf = await page.pdf({ path, preferCSSPageSize: true, printBackground: false });
  await page.emulateMedia({ media: 'screen' });
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
}

it('prints one page', async () => {
  const { page, close } = await atAnswer();
  await page.locator('.unverified').waitFor();
  expect(await printed(page, 'first')).toBe(1);
  await close();
});

it.each(languages)('prints one page of a couple with children in %s', async (language) => {
  const { page, faults, close } = await visit(site);
  await choose(page, language, mouse(page));
  const path = fileOf('family.json', JSON.stringify(family));
  await open(page, path);
  await page.locator('.compare-table').waitFor();
  await page.locator('.unverified').waitFor();
  expect(await page.locator('.todo-list > li').count()).toBeGreaterThan(2);
  expect(await leftInTable(page)).toEqual(leftByCommand(path));
  expect(await violations(page)).toEqual([]);
  expect(await printed(page, `family-${language}`)).toBe(1);
  await page.getByRole('button', { name: catalogues[language]['app.large'] }).click();
  expect(await printed(page, `family-large-${language}`)).toBe(1);
  expect(faults).toEqual([]);
  await close();
});

const examples = join(root, 'rules/fi/examples');

// Seven months, with a bonus in April that goes over the limit at another wage than the rest of the time.
it.each(languages)('works out what all months of a plan leave together in %s, to the cent', async (language) => {
  const { page, faults, close } = await visit(site, { viewport: { width: 320, height: 640 } });
  const texts = catalogues[language];
  const words = formats(language);
  await choose(page, language, mouse(page));
  const path = join(examples, 'bonus-in-april.yaml');
  await open(page, path);
  await page.locator('.compare-table').waitFor();
  await page.getByRole('button', { name: texts['curve.plan.ask'], exact: true }).click();
  await page.locator('.fall-list').first().waitFor();
  const edges = edgesByCommand(path, '120 in April', 'client.wage=0:4000');
  const large = fallsIn(edges).filter(({ change = 0 }) => change <= -20 * 7);
  const told = (await page.locator('section:has(> .curve) > .fall-list > li').allInnerTexts()).map((text) =>
    text.replace(/[\s\u00a0]+/g, ' '),
  );
  expect(told).toHaveLength(large.length);
  expect(large.length).toBeGreaterThan(1);
  large.forEach(({ at, change = 0 }, index) => {
    for (const amount of [at, -change]) expect(told[index]).toContain(words.euros(amount).replace(/[\s\u00a0]+/g, ' '));
  });
  expect(await page.locator('.curve-bend').count()).toBe(edges.length - large.length);
  // The limit binds in April, and the answer has to hold in every month.
  const most = solvedByCommand(
    path,
    '120 in April',
    'client.wage=0:4000',
    'most',
    'disability_pension.margin >= 0 EUR/month',
  );
  await page
    .locator('.work-answer', { hasText: words.euros(Number(most.value)) })
    .first()
    .waitFor();
  expect(await overflow(page)).toBe(0);
  expect(await violations(page)).toEqual([]);
  await picture(page, `plan-${language}`);
  expect(faults).toEqual([]);
  await close();
});

it.each(readdirSync(examples).filter((name) => /(?<!\.test)\.yaml$/.test(name)))(
  'shows the command’s figures for the example %s',
  async (name) => {
    const { page, faults, close } = await visit(site);
    const path = join(examples, name);
    await open(page, path);
    await page.locator('.compare-table').waitFor();
    expect(await leftInTable(page)).toEqual(leftByCommand(path));
    // Nothing that the page cannot name.
    expect(await page.getByText(catalogues.fi['compare.other'], { exact: true }).count()).toBe(0);
    const cells = await page
      .locator('.compare-table tbody tr:not(.subtotal)')
      .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)));
    const sums = [0, 1].map((column) => cells.reduce((sum, row) => sum + amount(row[column] ?? ''), 0));
    const left = await leftInTable(page);
    expect(Math.abs((sums[0] ?? 0) - left[0])).toBeLessThan(0.06);
    expect(Math.abs((sums[1] ?? 0) - left[1])).toBeLessThan(0.06);
    // Not every example rests on something unconfirmed.
    await page
      .locator('.unverified')
      .waitFor({ timeout: 2000 })
      .catch(() => undefined);
    expect(await printed(page, name)).toBe(1);
    expect(faults).toEqual([]);
    await close();
  },
);
