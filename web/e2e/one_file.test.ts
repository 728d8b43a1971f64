// The page as one file, opened from a disk with no network: as from a memory stick in an office. It must answer as the page
// of a host does, under a policy that lets nothing else run and asks nobody for anything.
import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../src/catalogue/languages';
import { openSite, root, visit, type Site } from './browser';
import { leftByCommand, save } from './command';
import { mouse } from './hands';
import { answerAll, catalogues, choose, leftInTable } from './walk';

const built = join(root, 'web/build-one-file/index.html');

let site: Site;
beforeAll(async () => {
  // Alone in a folder, under a name that nobody foresaw: nothing beside it can help it.
  const file = join(mkdtempSync(join(tmpdir(), 'ansio polku ')), 'käsikirja 1.html');
  copyFileSync(built, file);
  site = { ...(await openSite()), address: pathToFileURL(file).href };
});
afterAll(() => site.close());

describe.each(languages)('the page from a disk in %s', (language) => {
  const texts = catalogues[language];

  it('answers as the command does, moves, and says why, without a network', async () => {
    const { page, faults, requests, close } = await visit(site, { offline: true });
    const hands = mouse(page);
    await choose(page, language, hands);
    await answerAll(page, language, hands);
    await page.locator('.fall-list').waitFor();
    const path = await save(page, () => hands.press(texts['actions.save']));
    expect(await leftInTable(page)).toEqual(leftByCommand(path));
    await page.locator('.compare-table .why-button').last().click();
    await page.locator('.why-figure').waitFor();
    expect(faults).toEqual([]);
    expect(requests.filter((url) => !/^(blob|data):/.test(url))).toEqual([site.address]);
    await close();
  });
});

it('remembers the language, and comes back to where one was', async () => {
  const { page, faults, close } = await visit(site, { offline: true });
  await choose(page, 'sv', mouse(page));
  await page.reload();
  await page.getByText(catalogues.sv['app.footer']).waitFor();
  await page.getByRole('button', { name: catalogues.sv['start.begin'], exact: true }).click();
  await page.locator('.question-page').waitFor();
  await page.goBack();
  await page.locator('.start-page').waitFor();
  expect(faults).toEqual([]);
  await close();
});

it('allows nothing but what lies in it', () => {
  const html = readFileSync(built, 'utf8');
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html)?.[1] ?? '';
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-[^']+'; /,
  );
  expect(policy).not.toMatch(/unsafe-inline|'self'|https?:|\*/);
});

it('runs no script that was put into it', async () => {
  const { page, close } = await visit(site, { offline: true });
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return 'ran' in window;
  });
  expect(ran).toBe(false);
  await close();
});
