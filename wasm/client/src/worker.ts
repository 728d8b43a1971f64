// The script of the engine's workers. The first message says under which rules, and what kind of questions, it answers.
import type { RuleImage } from './image.js';
import { serve } from './protocol.js';
import { EngineServer, type Ask, type FileName, type Told } from './server.js';

// Spelled out, so that a bundler finds the files and names them by their contents.
const addresses: Record<FileName, URL> = {
  'engine.wasm': new URL('./engine.wasm', import.meta.url),
  'full.wasm': new URL('./full.wasm', import.meta.url),
  'core.bin': new URL('./core.bin', import.meta.url),
  'formulas.bin': new URL('./formulas.bin', import.meta.url),
  'rest.bin': new URL('./rest.bin', import.meta.url),
  'fi.bin': new URL('./fi.bin', import.meta.url),
  'sv.bin': new URL('./sv.bin', import.meta.url),
  'en.bin': new URL('./en.bin', import.meta.url),
  'fi-simple.bin': new URL('./fi-simple.bin', import.meta.url),
  'fi-rest.bin': new URL('./fi-rest.bin', import.meta.url),
  'sv-rest.bin': new URL('./sv-rest.bin', import.meta.url),
  'en-rest.bin': new URL('./en-rest.bin', import.meta.url),
  'fi-simple-rest.bin': new URL('./fi-simple-rest.bin', import.meta.url),
};

async function read(name: FileName): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(addresses[name]);
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

self.onmessage = ({ data }: MessageEvent<{ image: RuleImage | undefined; full: boolean }>) => {
  const server = new EngineServer(read, data.image, data.full);
  serve<Ask, Told>(
    (ask, begins) => server.answer(ask, begins),
    ({ numbers }) => (numbers === undefined ? [] : [numbers.buffer]),
  );
};
