// The worker's script: answers questions one by one, and skips those that a newer one of their channel has replaced.
import type { Ask, Reply } from './protocol.js';
import { EngineServer, type FileName } from './server.js';

// Spelled out, so that a bundler finds the files and names them by their contents.
const addresses: Record<FileName, URL> = {
  'engine.wasm': new URL('./engine.wasm', import.meta.url),
  'core.bin': new URL('./core.bin', import.meta.url),
  'formulas.bin': new URL('./formulas.bin', import.meta.url),
  'fi.bin': new URL('./fi.bin', import.meta.url),
  'sv.bin': new URL('./sv.bin', import.meta.url),
  'en.bin': new URL('./en.bin', import.meta.url),
  'fi-simple.bin': new URL('./fi-simple.bin', import.meta.url),
};

async function read(name: FileName): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(addresses[name]);
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

const server = new EngineServer(read);
const newest = new Map<string, number>();

function post(reply: Reply): void {
  const numbers = 'numbers' in reply ? reply.numbers : undefined;
  self.postMessage(reply, { transfer: numbers === undefined ? [] : [numbers.buffer] });
}

async function answer(ask: Ask): Promise<void> {
  // The messages that wait already come first: a newer question among them replaces this one.
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (ask.channel !== undefined && newest.get(ask.channel) !== ask.id) return;
  try {
    post({ id: ask.id, ...(await server.answer(ask)) });
  } catch (error) {
    post({ id: ask.id, failure: error instanceof Error ? error.message : String(error) });
  }
}

let last: Promise<void> = Promise.resolve();
self.onmessage = ({ data }: MessageEvent<Ask>) => {
  if (data.channel !== undefined) newest.set(data.channel, data.id);
  last = last.then(() => answer(data));
};
