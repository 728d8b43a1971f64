// What a page and its workers say to each other, and both ends of it. Of the messages waiting in one channel only the
// newest is answered.

export interface Message<Question> {
  id: number;
  channel?: string;
  question: Question;
}

export type Reply<Told> = { id: number; told: Told } | { id: number; failure: string };

/** The page's end. */
export class Correspondence<Question, Told> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { channel: string | undefined; resolve(told: Told): void; reject(error: Error): void }>();
  #count = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<Reply<Told>>) => {
      const asked = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (asked === undefined) return;
      if ('failure' in data) asked.reject(new Error(data.failure));
      else asked.resolve(data.told);
    };
    worker.onerror = (event) => {
      for (const asked of this.#waiting.values()) asked.reject(new Error(event.message || 'The worker could not be started.'));
      this.#waiting.clear();
    };
  }

  /** The promise of a question that a newer one of its channel replaces never settles. */
  ask(question: Question, channel?: string): Promise<Told> {
    return new Promise((resolve, reject) => {
      const id = this.#count++;
      if (channel !== undefined) for (const [older, asked] of this.#waiting) if (asked.channel === channel) this.#waiting.delete(older);
      this.#waiting.set(id, { channel, resolve, reject });
      this.#worker.postMessage(channel === undefined ? { id, question } : { id, question, channel });
    });
  }

  close(): void {
    this.#worker.terminate();
  }
}

/** The worker's end: answers one by one, and skips what a newer message of its channel has replaced. */
export function serve<Question, Told>(answer: (question: Question) => Promise<Told>, handedOver: (told: Told) => Transferable[]): void {
  const newest = new Map<string, number>();
  let last: Promise<void> = Promise.resolve();
  const answered = async ({ id, channel, question }: Message<Question>): Promise<void> => {
    // The messages that wait already come first: a newer question among them replaces this one.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (channel !== undefined && newest.get(channel) !== id) return;
    try {
      const told = await answer(question);
      self.postMessage({ id, told } satisfies Reply<Told>, { transfer: handedOver(told) });
    } catch (error) {
      self.postMessage({ id, failure: error instanceof Error ? error.message : String(error) } satisfies Reply<Told>);
    }
  };
  self.onmessage = ({ data }: MessageEvent<Message<Question>>) => {
    if (data.channel !== undefined) newest.set(data.channel, data.id);
    last = last.then(() => answered(data));
  };
}
