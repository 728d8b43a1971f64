// Writes dist/sw.js: a service worker that keeps all of the page's files on the device, named one by one with a hash over
// their contents, so that a new build replaces the old as a whole.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

export function offline(): Plugin {
  let folder = 'dist';
  return {
    name: 'offline',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'sw.js')
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
        .sort();
      const hash = createHash('sha256');
      for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
      const names = files.map((file) => (file === 'index.html' ? './' : `./${file}`));
      writeFileSync(join(folder, 'sw.js'), worker(hash.digest('hex').slice(0, 16), names));
    },
  };
}

const worker = (version: string, files: readonly string[]): string => `const kept = 'ansiopolku-${version}';
const files = ${JSON.stringify(files)};

// Past the browser's own cache, which may still hold the index.html of the version before. That one names scripts which
// are no longer there: with it the page would stay empty, so this version is not taken until the host sends its own.
async function keep() {
  const cache = await caches.open(kept);
  await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })));
  const page = await (await cache.match('./')).text();
  const scripts = [...page.matchAll(/(?:src|href)="([^"]*assets[^"]*)"/g)].map((found) => found[1]);
  if (scripts.every((script) => files.includes(script))) return;
  await caches.delete(kept);
  throw new Error('index.html belongs to another version');
}

// A new version waits until the last page of the old one is closed, or a page asks for it.
self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting());
});

// Pages of an older version keep their parts until they are closed.
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
async function takeOver() {
  const pages = await self.clients.matchAll({ type: 'window' });
  const others = (await ours()).filter((name) => name !== kept);
  if (pages.length === 0) await Promise.all(others.map((name) => caches.delete(name)));
  await self.clients.claim();
}
const ours = async () => (await caches.keys()).filter((name) => name.startsWith('ansiopolku-'));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(answer(request));
});

async function answer(request) {
  const wanted = request.mode === 'navigate' ? './' : request;
  for (const name of [kept, ...(await ours())]) {
    const found = await (await caches.open(name)).match(wanted, { ignoreSearch: true });
    if (found) return found;
  }
  return fetch(request);
}
`;
