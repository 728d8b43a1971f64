// The engine in a browser's worker.
//
//   const engine = startEngine();
//   const answer = await engine.calc(file, 'fi');
import { engineOver, type Engine } from './engine.js';
import type { RuleImage } from './image.js';
import { Correspondence } from './protocol.js';
import type { Ask, Told } from './server.js';

export * from './answers.js';
export type * from './case.js';
export type { EdgesQuestion, Engine, FigureQuestion, SolveQuestion, SweepQuestion } from './engine.js';
export type { RuleImage } from './image.js';

/** Starts at once and fetches in the background; questions asked meanwhile wait. `image`: other rules than this package's. */
export function startEngine(image?: RuleImage): Engine {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  const correspondence = new Correspondence<Ask, Told>(worker);
  worker.postMessage({ image });
  return engineOver(correspondence);
}
