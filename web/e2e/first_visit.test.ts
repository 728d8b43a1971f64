// A new user, in each language, with a mouse or with the keyboard alone: from opening the page to the command's own figures.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formats } from '../src/catalogue/formats';
import { languages, type Language } from '../src/catalogue/languages';
import { mostQuestions } from '../src/client/interview/questions';
import { openSite, picture, root, violations, visit, type Site } from './browser';
import { leftByCommand, save } from './command';
import { focused, keyboard, mouse, tabTo, type Hands } from './hands';
import { answerAll, catalogues, choose, leftInTable, mostInteractions } from './walk';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const twoMinutes = 120_000;

/** The page says what the command says about the file that the page saves. */
async function saysWhatTheCommandSays(page: Page, language: Language, hands: Hands): Promise<void> {
  await page.locator('.slider').waitFor();
  const path = await save(page, () => hands.press(catalogues[language]['actions.save']));
  const [now, work] = await leftInTable(page);
  expect([now, work]).toEqual(leftByCommand(path));
  expect((await page.locator('h1').innerText()).replace(/\s/g, '')).toContain(String(Math.round(work - now)));
}

describe.each(languages)('a first visit in %s', (language) => {
  const texts = catalogues[language];

  it('answers every question with a mouse, and each state breaks none of axe’s rules', async () => {
    const begun = Date.now();
    const { page, faults, close } = await visit(site);
    const hands = mouse(page);
    await choose(page, language, hands);
    expect(await violations(page)).toEqual([]);
    await picture(page, `${language}-0`);
    const questions = await answerAll(page, language, hands, {
      each: async (screen) => {
        expect(await violations(page), await page.locator('h1').innerText()).toEqual([]);
        await picture(page, `${language}-${String(screen)}`);
        // Going on without an answer says what is missing; nobody has to.
        await page.getByRole('button', { name: texts['question.next'], exact: true }).click();
        await page.locator('.fi-status-text--error:visible, .field-error:visible').first().waitFor();
        expect(await violations(page), `without an answer: ${await page.locator('h1').innerText()}`).toEqual([]);
        await picture(page, `${language}-${String(screen)}-missing`);
      },
    });
    expect(questions).toBeLessThanOrEqual(mostQuestions);
    // The language, the beginning, and of each question the answer and its button; no work now is one button.
    expect(hands.interactions()).toBe(1 + 2 * questions);
    expect(Date.now() - begun).toBeLessThan(twoMinutes);
    await page.locator('.slider').waitFor();
    await page.locator('.limit-gauge').waitFor();
    await page.locator('.fall-list').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, `${language}-answer`);
    await saysWhatTheCommandSays(page, language, hands);

    await page.locator('.compare-table .why-button').last().click();
    await page.locator('.why-figure').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, `${language}-why`);
    expect(faults).toEqual([]);
    await close();
  });

  it('has an answer within ten interactions with the keyboard alone', async () => {
    const begun = Date.now();
    const { page, faults, close } = await visit(site);
    const hands = keyboard(page);
    await choose(page, language, hands);
    await answerAll(page, language, hands, { soon: true });
    await page.locator('.compare-table').waitFor();
    expect(hands.interactions()).toBeLessThanOrEqual(mostInteractions);
    expect(Date.now() - begun).toBeLessThan(twoMinutes);
    await saysWhatTheCommandSays(page, language, hands);
    // What was not asked is assumed, and the page says so.
    expect(await page.locator('.assumed-mark').count()).toBeGreaterThan(2);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('does everything by keyboard alone, and the focus is always seen', async () => {
    const { page, faults, close } = await visit(site);
    const hands = keyboard(page);
    await choose(page, language, hands);
    await page.reload();
    await page.locator('h1').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toContain(texts['app.skip']);
    await page.keyboard.press('Enter');
    await answerAll(page, language, hands, {
      // Each step begins at its heading.
      each: async () => expect(await focused(page)).toMatch(/^H1/),
    });
    await saysWhatTheCommandSays(page, language, hands);

    const slider = page.getByRole('slider');
    const sentence = await page.locator('h1').innerText();
    await page.locator('h1').focus();
    await tabTo(page, slider);
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('h1').innerText()).not.toBe(sentence);
    expect(await slider.getAttribute('aria-valuetext')).toContain(
      `${formats(language).number(15.5)} ${texts['unit.hours_per_week']}`,
    );
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
    expect(outline).not.toBe('none');
    // What one may do, and what is enough.
    await page.locator('.fall-list').waitFor();
    await tabTo(page, page.locator('.work-question select'));
    await page.keyboard.press('ArrowDown');
    await page.getByText(texts['safe.also'].split('{')[0] ?? '').waitFor();
    await tabTo(page, page.locator('.work-question input'));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('9000');
    await page.getByText(texts['enough.none'].split('{')[0] ?? '').waitFor();
    await slider.focus();
    await tabTo(page, page.locator('.compare-table .why-button'));
    const asked = await focused(page);
    await page.keyboard.press('Enter');
    await page.locator('.why-figure').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.why-dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe(asked);
    expect(faults).toEqual([]);
    await close();
  });
});

it('keeps its first visit below its limit', () => {
  const script = join(root, 'web/scripts/sizes.mjs');
  const sizes = spawnSync(process.execPath, [script, '--check', join(root, 'web/dist')], { encoding: 'utf8' });
  expect(sizes.stderr + (sizes.status === 0 ? '' : sizes.stdout)).toBe('');
});
