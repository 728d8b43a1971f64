// The engine in a browser's worker.
//
//   const engine = startEngine();
//   const answer = await engine.calc(file, 'fi');
import { engineOver, type Engine } from './engine.js';
import type { Told, Ask, Reply } from './protocol.js';

export * from './answers.js';
export type * from './case.js';
export type { Engine, FigureQuestion, SweepQuestion } from './engine.js';

interface Waiting {
  channel: string | undefined;
  resolve(told: Told): void;
  reject(error: Error): void;
}

/** Starts at once and fetches in the background; questions asked meanwhile wait. */
export function startEngine(): Engine {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let count = 0;
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (asked === undefined) return;
    if ('failure' in data) asked.reject(new Error(data.failure));
    else asked.resolve(data);
  };
  worker.onerror = (event) => {
    for (const asked of waiting.values()) asked.reject(new Error(event.message || 'The engine could not be started.'));
    waiting.clear();
  };
  return engineOver({
    carry(request, text, channel) {
      return new Promise<Told>((resolve, reject) => {
        const id = count++;
        if (channel !== undefined) for (const [older, asked] of waiting) if (asked.channel === channel) waiting.delete(older);
        waiting.set(id, { channel, resolve, reject });
        const ask: Ask = channel === undefined ? { id, request, text } : { id, request, text, channel };
        worker.postMessage(ask);
      });
    },
    close: () => worker.terminate(),
  });
}
