// A new version of the page on a host that lets browsers keep index.html: whoever was here before sees the new version, and
// never an empty page; a page that is open goes on with the version it began with.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fi } from '../src/catalogue/fi';
import { openSite, root, type Site } from './browser';

const dist = join(root, 'web/dist');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** The built page as the next build would have it: its scripts under other names, those of before gone. */
function nextBuild(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'ansiopolku-')), 'next');
  cpSync(dist, folder, { recursive: true });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|html)$/.test(name));
  const renamed = files.filter((name) => /^assets.(page|answer)-.*\.js$/.test(name));
  const next = (name: string) => name.replace(/-(?=[^-]*\.js$)/, '-next');
  const base = (name: string) => name.split(/[\\/]/).at(-1) ?? '';
  for (const file of files) {
    let text = readFileSync(join(folder, file), 'utf8');
    for (const name of renamed) text = text.replaceAll(base(name), next(base(name)));
    if (file === 'sw.js') text = text.replace(/ansiopolku-[0-9a-f]{16}/, 'ansiopolku-next');
    writeFileSync(join(folder, file), text);
  }
  for (const name of renamed) renameSync(join(folder, name), join(folder, next(name)));
  return folder;
}

/** Serves a folder that may change, and lets browsers keep everything for an hour. */
async function keepingHost(): Promise<{ server: Server; address: string; serve: (folder: string) => void }> {
  let folder = dist;
  const server = createServer((request, response) => {
    const path = join(folder, new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://localhost:${String(port)}/`, serve: (next) => (folder = next) };
}

let site: Site;
let host: Awaited<ReturnType<typeof keepingHost>>;
let context: BrowserContext;
beforeAll(async () => {
  [site, host] = await Promise.all([openSite(), keepingHost()]);
  context = await site.browser.newContext({ locale: 'fi-FI' });
});
afterAll(async () => {
  await site.close();
  host.server.close();
});

const entry = (page: Page) => page.locator('script[src*=page-]').first().getAttribute('src');
const waiting = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    for (let tries = 0; tries < 200 && registration.waiting === null; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return registration.waiting !== null;
  });

it('keeps an open page whole, tells it of the new version, and opens that one next time', async () => {
  const page = await context.newPage();
  await page.goto(host.address);
  await page.locator('.start-page').waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  const before = await entry(page);
  host.serve(nextBuild());
  expect(await waiting(page)).toBe(true);

  // The parts of the old version are no longer at the host.
  const part = readdirSync(join(dist, 'assets')).find((name) => name.startsWith('answer-') && name.endsWith('.js'));
  expect(await page.evaluate(async (name) => (await fetch(`./assets/${String(name)}`)).status, part)).toBe(200);

  await page.getByRole('button', { name: fi['app.version.take'] }).click();
  await page.waitForFunction(
    (old) => document.querySelector('script[src*=page-]')?.getAttribute('src') !== old,
    before,
  );
  await page.locator('.start-page').waitFor();
  expect(await entry(page)).toContain('next');

  await page.close();
  const again = await context.newPage();
  await again.goto(host.address);
  await again.locator('.start-page').waitFor();
  expect(await entry(again)).toContain('next');
});
