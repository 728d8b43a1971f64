// The script of the authoring module's worker.
import { AuthoringServer, type AuthoringAsk, type AuthoringFile, type AuthoringTold } from './authoring_server.js';
import { serve } from './protocol.js';

const addresses: Record<AuthoringFile, URL> = {
  'authoring.wasm': new URL('./authoring.wasm', import.meta.url),
  'rules.json': new URL('./rules.json', import.meta.url),
};

const server = new AuthoringServer(async (name) => {
  const response = await fetch(addresses[name]);
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
});

serve<AuthoringAsk, AuthoringTold>(
  (asked) => server.answer(asked),
  ({ checked }) => Object.values(checked?.image ?? {}).map(({ buffer }) => buffer),
);
