// The engine in a browser's workers: one for what is answered soon, and once it is asked for, one for what may take long.
//
//   const engine = startEngine();
//   const answer = await engine.calc(file, 'fi');
import { engineOver, longCalls, type Engine } from './engine.js';
import type { RuleImage } from './image.js';
import { Correspondence } from './protocol.js';
import type { Ask, Told } from './server.js';

export * from './answers.js';
export type * from './case.js';
export type { EdgesQuestion, Engine, FigureQuestion, SolveQuestion, SweepQuestion } from './engine.js';
export type { RuleImage } from './image.js';

/**
 * How long (ms) a question may go on along its axis when nobody waits for it any more: longer than another worker takes to
 * start and to load the rules.
 */
const patience = 200;

/** Starts at once and fetches in the background; questions asked meanwhile wait. `image`: other rules than this package's. */
export function startEngine(image?: RuleImage): Engine {
  const start = (full: boolean): Worker => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    worker.postMessage({ image, full });
    return worker;
  };
  const short = new Correspondence<Ask, Told>(() => start(false));
  const long = new Correspondence<Ask, Told>(() => start(true), patience);
  short.begin();
  return engineOver({
    ask(question, channel) {
      const [asked, other] = longCalls.includes(question.request.do) ? [long, short] : [short, long];
      if (channel !== undefined) other.drop(channel);
      return asked.ask(question, channel);
    },
    close() {
      short.close();
      long.close();
    },
  });
}
