// What a page and its workers say to each other, and both ends of it. A worker is asked one question at a time. Those that
// wait lie at the page's end, where a newer one takes the place of the older one of its channel.

export interface Message<Question> {
  id: number;
  question: Question;
}

/** `begun`: all that the answer needs has been fetched, now it is computed. */
export type Reply<Told> = { id: number; begun: true } | { id: number; told: Told } | { id: number; failure: string };

interface Asked<Question, Told> {
  readonly question: Question;
  readonly channel: string | undefined;
  resolve(told: Told): void;
  reject(error: Error): void;
  /** Nobody waits for the answer any more. */
  dropped?: true;
  /** When the worker said that it computes, in ms. */
  begun?: number;
}

/** The page's end. */
export class Correspondence<Question, Told> {
  readonly #start: () => Worker;
  readonly #patience: number;
  #worker: Worker | undefined;
  #asked: Asked<Question, Told> | undefined;
  #waiting: Asked<Question, Told>[] = [];
  #count = 0;

  /**
   * `patience`: how long (ms) the worker may compute what nobody waits for any more, before it is ended and another one
   * started for the next question; for as long as it likes when left out.
   */
  constructor(start: () => Worker, patience = Infinity) {
    this.#start = start;
    this.#patience = patience;
  }

  /** Starts the worker, which the first question does otherwise. */
  begin(): void {
    this.#worker ??= this.#started();
  }

  /** The promise of a question that a newer one of its channel replaces never settles. */
  ask(question: Question, channel?: string): Promise<Told> {
    if (channel !== undefined) this.drop(channel);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, channel, resolve, reject });
      this.#askNext();
    });
  }

  /** The questions of this channel need no answer any more. */
  drop(channel: string): void {
    this.#waiting = this.#waiting.filter((waiting) => waiting.channel !== channel);
    if (this.#asked?.channel !== channel) return;
    this.#asked.dropped = true;
    this.#endInTime(this.#asked);
  }

  close(): void {
    this.#worker?.terminate();
  }

  #started(): Worker {
    const worker = this.#start();
    worker.onmessage = ({ data }: MessageEvent<Reply<Told>>) => this.#hear(data);
    worker.onerror = (event) => {
      const error = new Error(event.message || 'The worker could not be started.');
      const unanswered = this.#asked === undefined ? this.#waiting : [this.#asked, ...this.#waiting];
      this.#waiting = [];
      this.#end();
      for (const asked of unanswered) if (asked.dropped === undefined) asked.reject(error);
    };
    return worker;
  }

  #askNext(): void {
    if (this.#asked !== undefined) return;
    this.#asked = this.#waiting.shift();
    if (this.#asked === undefined) return;
    this.begin();
    this.#count += 1;
    this.#worker?.postMessage({ id: this.#count, question: this.#asked.question } satisfies Message<Question>);
  }

  #hear(reply: Reply<Told>): void {
    const asked = this.#asked;
    // The last words of a worker that was ended.
    if (asked === undefined || reply.id !== this.#count) return;
    if ('begun' in reply) {
      asked.begun = performance.now();
      if (asked.dropped) this.#endInTime(asked);
      return;
    }
    this.#asked = undefined;
    // The worker goes on while this answer is read.
    this.#askNext();
    if (asked.dropped) return;
    if ('failure' in reply) asked.reject(new Error(reply.failure));
    else asked.resolve(reply.told);
  }

  #endInTime(asked: Asked<Question, Told>): void {
    if (asked.begun === undefined || this.#patience === Infinity) return;
    setTimeout(
      () => {
        if (this.#asked !== asked) return;
        this.#end();
        this.#askNext();
      },
      Math.max(0, asked.begun + this.#patience - performance.now()),
    );
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#asked = undefined;
  }
}

/** The worker's end. `answer` calls `begins` when it has all it needs. */
export function serve<Question, Told>(
  answer: (question: Question, begins: () => void) => Promise<Told>,
  handedOver: (told: Told) => Transferable[],
): void {
  self.onmessage = async ({ data: { id, question } }: MessageEvent<Message<Question>>) => {
    try {
      const told = await answer(question, () => self.postMessage({ id, begun: true } satisfies Reply<Told>));
      self.postMessage({ id, told } satisfies Reply<Told>, { transfer: handedOver(told) });
    } catch (error) {
      self.postMessage({ id, failure: error instanceof Error ? error.message : String(error) } satisfies Reply<Told>);
    }
  };
}
