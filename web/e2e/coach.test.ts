// A coach's work from the first file to the last: what is opened, changed and saved is what the command then computes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFile } from '../src/case/file';
import { openSite, root, violations, visit, type Site } from './browser';
import { leftByCommand, save } from './command';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const example = 'disability-pension-part-time.yaml';

it('opens a client, adds a fact with its paper, saves it for the command, and leaves nothing', async () => {
  const { page, faults, close } = await visit(site, { viewport: { width: 1280, height: 900 } }, '#/clients');
  const text = readFileSync(join(root, 'rules/fi/examples', example), 'utf8');
  await page.locator('input[type=file]').setInputFiles([
    { name: 'K-01.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) },
    { name: 'broken.yaml', mimeType: 'text/yaml', buffer: Buffer.from('ansiopolku: 1\nstart: [\n') },
  ]);
  await page.getByRole('alert').getByText('broken.yaml').waitFor();
  await page.getByRole('link', { name: 'K-01', exact: true }).click();
  await page.locator('.offers[aria-busy=false]').waitFor({ timeout: 60_000 });
  expect(await violations(page)).toEqual([]);

  await page.getByRole('searchbox').first().fill('kirkon jäsen');
  await page.getByRole('button', { name: 'Kirkon jäsen', exact: true }).first().click();
  await page.getByRole('button', { name: 'Muuta Kirkon jäsen' }).click();
  await page.getByLabel('Arvo', { exact: true }).selectOption('true');
  await page.getByLabel('Miten tiedetään').selectOption('on_paper');
  await page.getByRole('button', { name: 'Pidä' }).click();
  await page.locator('.offers[aria-busy=false]').waitFor({ timeout: 60_000 });

  const path = await save(page, () => page.getByRole('button', { name: 'Tallenna', exact: true }).click());
  const saved = readFile(readFileSync(path, 'utf8'));
  const before = readFile(text);
  if ('problems' in saved || 'problems' in before) throw new Error('not read');
  expect(saved.read.case.scenarios).toEqual(before.read.case.scenarios);
  expect(saved.read.case.client).toMatchObject({ ...before.read.case.client, church_member: true });
  expect(saved.read.sheet.facts['client.church_member']).toEqual({ status: 'on_paper' });
  const [now] = leftByCommand(path);
  expect(await page.locator('.offers tbody tr').first().locator('td').first().textContent()).toContain(
    now.toLocaleString('fi-FI', { minimumFractionDigits: 2 }),
  );

  await page.getByRole('button', { name: 'Sulje kaikki' }).click();
  await page.getByText('Yhtään asiakasta ei ole auki.').waitFor();
  expect(await page.evaluate(() => [sessionStorage.length, location.hash])).toEqual([0, '#/clients']);
  expect(faults).toEqual([]);
  await close();
}, 300_000);
