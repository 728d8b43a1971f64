// The built page in Debian's Chromium, served by the project's own little server from a sub-path, watched for anything it
// must not do: errors, breaches of its policy, requests to others.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const web = join(import.meta.dirname, '..');
export const root = join(web, '..');
export const artifacts = join(web, 'artifacts');

export interface Site {
  address: string;
  browser: Browser;
  close: () => Promise<void>;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

export async function openSite(): Promise<Site> {
  const dist = join(web, 'dist');
  if (!existsSync(join(dist, 'index.html'))) throw new Error('web/dist is missing: make web');
  mkdirSync(artifacts, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'ansiopolku-'));
  symlinkSync(dist, join(folder, 'some-path'));
  const port = await freePort();
  const server: ChildProcess = spawn(process.execPath, [join(root, 'setup/serve.mjs'), folder, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => server.stdout?.once('data', resolve));
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-sync',
      '--no-first-run',
      '--no-proxy-server',
    ],
  });
  return {
    address: `http://localhost:${String(port)}/some-path/`,
    browser,
    close: async () => {
      await browser.close();
      server.kill();
    },
  };
}

export interface Visit {
  page: Page;
  /** What the page did that it must not do. */
  faults: string[];
  /** Every address it asked for. */
  requests: string[];
  /** Those of them that went beyond the device. */
  fetched: string[];
  close: () => Promise<void>;
}

export async function visit(site: Site, options: BrowserContextOptions = {}, fragment = ''): Promise<Visit> {
  const context = await site.browser.newContext({
    viewport: { width: 1000, height: 900 },
    locale: 'fi-FI',
    ...options,
  });
  // Nothing on the page takes this long: a test that waits longer has found a fault.
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  const fetched: string[] = [];
  // A page on a disk owns its one file, not the disk.
  const own = site.address.startsWith('file:') ? site.address : new URL(site.address).origin;
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  context.on('request', (request) => {
    requests.push(request.url());
    if (![own, 'blob:', 'data:'].some((start) => request.url().startsWith(start))) {
      faults.push(`asked ${request.url()}`);
    }
  });
  context.on('response', (response) => {
    if (!response.fromServiceWorker() && !response.url().startsWith('blob:')) fetched.push(response.url());
  });
  await page.goto(site.address + fragment);
  await page.locator('h1').waitFor();
  return { page, faults, requests, fetched, close: () => context.close() };
}

/** axe's findings in the state the page is in. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
  });
}

/** How many things on the page are made to move. */
export async function moving(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return animationName !== 'none' || transitionDuration.split(',').some((duration) => parseFloat(duration) > 0);
      }).length,
  );
}

/** How far the page is wider than its window. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(artifacts, `${name}.png`), fullPage: true });
}
