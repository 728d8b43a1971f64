// The engine in Node: the same questions and answers, in the calling thread.
//
//   const engine = startEngine();
//   const answer = await engine.calc(file, 'fi');
import { readFile } from 'node:fs/promises';
import { engineOver, type Engine } from './engine.js';
import { EngineServer, type FileName } from './server.js';

export * from './answers.js';
export type * from './case.js';
export type { Engine, FigureQuestion, SweepQuestion } from './engine.js';

async function read(name: FileName): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(new URL(`./${name}`, import.meta.url)));
}

export function startEngine(): Engine {
  const server = new EngineServer(read);
  const newest = new Map<string, number>();
  let count = 0;
  return engineOver({
    async carry(request, text, channel) {
      const id = count++;
      if (channel !== undefined) newest.set(channel, id);
      await new Promise((resolve) => setImmediate(resolve));
      if (channel !== undefined && newest.get(channel) !== id) return new Promise(() => undefined);
      return server.answer({ request, text });
    },
    close: () => undefined,
  });
}
