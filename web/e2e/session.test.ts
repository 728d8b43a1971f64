// A session from the opened file to the record, by keyboard alone: the facts as Kela has them, what is left, the months, what is
// agreed; the record's figures are those of the command, the receipt is the one that is printed, and the computer is cleared.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { formats } from '../src/catalogue/formats';
import type { Results } from '../src/engine/answers';
import { fi } from '../src/session/texts/fi';
import { sv } from '../src/session/texts/sv';
import { artifacts, openSite, visit, violations, type Site } from './browser';
import { asked, fileOf, open, save } from './command';
import { tabTo } from './hands';

const file = `ansiopolku: 1
start: 2026-03
months: 12
municipality: Tampere
applies_for_social_assistance: false
housing: {tenure: rented, rent: 640, water: separate, heating: included}
client:
  birth_month: 1988-05
  on_kela_disability_pension: true
  earnings_related_pension: 1250
  earnings_related_pension_kind: full_disability
  established_earnings: 2950
scenarios:
  - name: now
  - name: 14 h
    client: {hours_per_week: 14, hourly_wage: 14.5, commuting_cost: 708}
file: {version: 1, code: K-07, state: meeting}
`;
/** What the wasm engine may take on a slow machine. */
const patience = 90_000;
const month = 3;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const press = (page: Page, keys: string) => page.keyboard.press(keys);

/** The fact that is open now. */
const current = (page: Page) => page.locator('.session-facts tr[aria-current]').getAttribute('data-fact');

async function goToRent(page: Page): Promise<void> {
  for (let step = 0; step < 20 && (await current(page)) !== 'housing.rent'; step += 1) {
    await press(page, 'v');
    await press(page, 'n');
  }
  expect(await current(page)).toBe('housing.rent');
}

const printed = (page: Page) => page.locator('.record [data-exact] tr[data-figure=left] td').allTextContents();

describe.each([
  ['fi-FI', fi, 'fi'],
  ['sv-FI', sv, 'sv'],
] as const)('a session in %s', (locale, texts, language) => {
  it('is walked by keyboard, and its record says what the command says', { timeout: 600_000 }, async () => {
    const { page, faults, requests, close } = await visit(
      site,
      { locale, viewport: { width: 1366, height: 768 } },
      '#/session',
    );
    page.setDefaultTimeout(patience);
    await open(page, fileOf('K-07.yaml', file));
    await page.locator('.session-facts tr[aria-current]').waitFor();
    expect(await violations(page)).toEqual([]);

    await goToRent(page);
    await press(page, 'm');
    await tabTo(page, page.locator('.kela-value input'));
    await page.keyboard.type('660');
    await press(page, 'Enter');
    await page.locator('.session-box.changed tbody tr').first().waitFor();
    await tabTo(page, page.locator('.session-step').nth(1));
    await press(page, 'Enter');
    await page.locator('.columns-table').waitFor();
    await press(page, 'n');
    await page.locator('.months-table').waitFor();
    await press(page, '4');
    await page.getByText(texts['agreed.recompute']).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await tabTo(page, page.getByRole('button', { name: texts['agreed.record'], exact: true }));
    await press(page, 'Enter');
    await page.locator('.record[data-ready=true]').waitFor();

    const button = (name: string) => async () => {
      await tabTo(page, page.getByRole('button', { name, exact: true }));
      await press(page, 'Enter');
    };
    const saved = await save(page, button(texts['record.file']));
    expect(await page.locator('.record code').first().textContent()).toBe(
      `ansio calc K-07.yaml --language ${language}`,
    );
    const results = asked(['calc', saved]) as Results;
    const left = results.scenarios.map(({ figures }) =>
      figures.find(({ variable }) => variable === 'income_after_costs'),
    );
    expect(await printed(page)).toEqual(left.map((figure) => formats(language).euros(Number(figure?.values[month]))));

    const receipt = JSON.parse(readFileSync(await save(page, button(texts['record.receipt'])), 'utf8')) as {
      code: string;
    };
    expect(await page.locator('[data-receipt]').textContent()).toBe(receipt.code);

    await button(texts.clear)();
    const cleared = Date.now();
    await page.waitForFunction(() => document.querySelector('.session') === null && location.hash === '');
    expect(Date.now() - cleared).toBeLessThan(2000);
    const kept = await page.evaluate(() => `${JSON.stringify(sessionStorage)} ${JSON.stringify(localStorage)}`);
    expect(kept).not.toMatch(/K-07|660|case|session/);
    expect(await page.title()).not.toContain('K-07');
    expect(requests.some((address) => address.includes('K-07'))).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });
});

it(
  'prints in four languages: no table is clipped, no type is under 11 pt, easy Finnish 14',
  { timeout: 600_000 },
  async () => {
    const { page, close } = await visit(site, { viewport: { width: 1366, height: 900 } }, '#/session');
    page.setDefaultTimeout(patience);
    await open(page, fileOf('K-07.yaml', file));
    await page.locator('.session-facts tr[aria-current]').waitFor();
    await press(page, '4');
    await page.getByText(fi['agreed.recompute']).first().waitFor();
    await page.getByRole('button', { name: fi['agreed.record'], exact: true }).click();
    for (const language of ['fi', 'sv', 'en', 'fi-simple']) {
      await page.locator('.session-title-row select').selectOption(language);
      await page.locator(`[data-edition][data-language=${language}] .record[data-ready=true]`).waitFor();
      await page.emulateMedia({ media: 'print' });
      // The paper's width within its margins: 178 mm.
      await page.setViewportSize({ width: Math.floor((178 / 25.4) * 96), height: 900 });
      const found = await page.evaluate(() => {
        const record = document.querySelector<HTMLElement>('.record');
        if (record === null) return { wide: ['no record'], small: 0 };
        const edge = record.getBoundingClientRect().right + 1;
        const wide = [...record.querySelectorAll('table, p, dl, td, th')]
          .filter((element) => element.getBoundingClientRect().right > edge)
          .map((element) => element.textContent.slice(0, 60));
        const sizes = [...record.querySelectorAll('*')].map((element) =>
          parseFloat(getComputedStyle(element).fontSize),
        );
        // A tick's cross is a mark, no text.
        return {
          wide,
          small: Math.min(...sizes.filter((_, index) => !record.querySelectorAll('*')[index]?.matches('.tick'))),
        };
      });
      expect([language, found.wide]).toEqual([language, []]);
      const points = (found.small * 72) / 96;
      expect([language, points >= (language === 'fi-simple' ? 13.9 : 10.9)]).toEqual([language, true]);
      const pdf = await page.pdf({
        path: `${artifacts}/record-${language}.pdf`,
        preferCSSPageSize: true,
        printBackground: true,
      });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect([language, pages >= (language === 'fi-simple' ? 2 : 3)]).toEqual([language, true]);
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width: 1366, height: 900 });
    }
    await close();
  },
);
