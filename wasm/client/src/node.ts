// The engine in Node: the same questions and answers, in the calling thread.
//
//   const engine = startEngine();
//   const answer = await engine.calc(file, 'fi');
import { engineOver, type Engine } from './engine.js';
import type { RuleImage } from './image.js';
import { readBeside } from './node_files.js';
import { EngineServer } from './server.js';

export * from './answers.js';
export type * from './case.js';
export type { EdgesQuestion, Engine, FigureQuestion, SolveQuestion, SweepQuestion } from './engine.js';
export type { RuleImage } from './image.js';

/** `image`: other rules than this package's. */
export function startEngine(image?: RuleImage): Engine {
  const server = new EngineServer(readBeside, image);
  const newest = new Map<string, number>();
  let count = 0;
  return engineOver({
    async ask(question, channel) {
      const id = count++;
      if (channel !== undefined) newest.set(channel, id);
      await new Promise((resolve) => setImmediate(resolve));
      if (channel !== undefined && newest.get(channel) !== id) return new Promise(() => undefined);
      return server.answer(question);
    },
    close: () => undefined,
  });
}
