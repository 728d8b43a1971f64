// The package on a server of its own, under the strictest policy a page can have, and Debian's Chromium to open it: for
// tests and measurements.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { chromium } from 'playwright-core';

const dist = new URL('../dist/', import.meta.url);
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
const types = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html' };

/** Serves the package and `scripts` (text by file name) at /some/path/, where page.js is the page's script. */
export async function serve(scripts) {
  const server = createServer((request, response) => {
    const name = (request.url ?? '').replace('/some/path/', '');
    const file = new URL(name, dist);
    const body =
      name === '' ? '<!doctype html><script type="module" src="page.js"></script>'
      : name in scripts ? scripts[name]
      : /^[\w.-]+$/.test(name) && existsSync(file) ? readFileSync(file)
      : undefined;
    if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': types[extname(name || 'x.html')] ?? 'application/octet-stream', 'content-security-policy': policy }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  return { address: `http://127.0.0.1:${server.address().port}/some/path/`, close: () => server.close() };
}

export function startChromium() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--headless', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
}

/** A page once its script has set the title "ready". */
export async function opened(browser, address, complaints = []) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
  await page.goto(address);
  await page.waitForFunction("document.title === 'ready'");
  return page;
}
