// The page for everyone, in each language: small windows, large type, forced colours, no motion, no network.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../src/catalogue/languages';
import { artifacts, moving, openSite, overflow, picture, violations, visit, type Site } from './browser';
import { fragmentOf, pensioner } from './cases';
import { mouse } from './hands';
import { answerAll, catalogues, choose, mostInteractions } from './walk';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

// 320 pixels, and a window of 1280 by 900 at 200 per cent.
const narrow = { width: 320, height: 640 };
const zoomed = { width: 640, height: 450 };
const sizes = { zoomed, narrow };

describe.each(languages)('the page in %s', (language) => {
  const texts = catalogues[language];

  it('fits 320 pixels and 200 per cent without scrolling sideways', async () => {
    const { page, faults, close } = await visit(site, { viewport: narrow });
    const fits = async (name: string) => {
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport);
        expect(await overflow(page), `${size}: ${await page.locator('h1').innerText()}`).toBe(0);
      }
      await picture(page, `narrow-${language}-${name}`);
    };
    const hands = mouse(page);
    await choose(page, language, hands);
    await fits('0');
    await answerAll(page, language, hands, { each: (screen) => fits(String(screen)) });
    await page.locator('.slider').waitFor();
    await page.locator('.fall-list').waitFor();
    for (const summary of await page.locator('section:has(> .curve) > .disclosure > summary').all())
      await summary.click();
    await page.locator('.turns-table .because').first().waitFor();
    await fits('answer');
    await page.getByRole('button', { name: texts['app.large'] }).click();
    await fits('answer-large');
    await page.locator('.compare-table .why-button').last().click();
    await page.locator('.why-figure').waitFor();
    expect(await overflow(page)).toBe(0);
    await page.screenshot({ path: join(artifacts, `narrow-${language}-why.png`) });
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('respects forced colours and reduced motion', async () => {
    const { page, faults, close } = await visit(site, { forcedColors: 'active', reducedMotion: 'reduce' });
    const respects = async (name: string) => {
      expect(await violations(page)).toEqual([]);
      expect(await moving(page)).toBe(0);
      await picture(page, `forced-colours-${language}-${name}`);
    };
    const hands = mouse(page);
    await choose(page, language, hands);
    await answerAll(page, language, hands, { soon: true, each: (screen) => respects(String(screen)) });
    await page.locator('.fall-list').waitFor();
    await page.locator('section:has(> .curve) > .disclosure.no-print > summary').click();
    await page.locator('.turns-table .because').first().waitFor();
    await respects('answer');
    expect(faults).toEqual([]);
    await close();
  });

  it('has a large type and a simple view', async () => {
    const { page, faults, close } = await visit(site, {}, await fragmentOf(pensioner));
    await page.locator('.slider').waitFor();
    await choose(page, language, mouse(page));
    await page.getByRole('button', { name: texts['app.large'] }).click();
    await page.getByRole('button', { name: texts['app.simple'] }).click();
    expect(await page.locator('.curve').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await picture(page, `large-and-simple-${language}`);
    expect(faults).toEqual([]);
    await close();
  });

  it('asks nothing of the network once it is there, and opens again without one', async () => {
    const { page, faults, fetched, close } = await visit(site);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    const loaded = fetched.length;
    await page.context().setOffline(true);
    await page.reload();
    await page.locator('h1').waitFor();
    const hands = mouse(page);
    await choose(page, language, hands);
    await answerAll(page, language, hands, { soon: true });
    expect(hands.interactions()).toBeLessThanOrEqual(mostInteractions);
    await page.locator('.slider').waitFor();
    await page.locator('.fall-list').waitFor();
    await page.locator('.compare-table .why-button').last().click();
    await page.locator('.why-figure').waitFor();
    // What the worker reads later comes from the device, through the service worker.
    expect(fetched.slice(loaded)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });
});
