// The page's end of the talk with a worker, against a worker that says what the test has it say.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Correspondence, type Message, type Reply } from '../src/protocol';

class TestWorker {
  onmessage: (event: { data: Reply<string> }) => void = () => undefined;
  onerror: (event: { message: string }) => void = () => undefined;
  readonly heard: Message<string>[] = [];
  ended = false;
  postMessage(message: Message<string>) {
    this.heard.push(message);
  }
  terminate() {
    this.ended = true;
  }
  /** Says something about the question it heard last. */
  says(what: { begun: true } | { told: string } | { failure: string }) {
    this.onmessage({ data: { id: this.heard.at(-1)!.id, ...what } });
  }
}

let workers: TestWorker[];
/** In order: what became of each question. */
let known: string[];
const heard = (worker: number) => workers[worker]?.heard.map(({ question }) => question);

function correspondence(patience?: number) {
  const start = () => {
    workers.push(new TestWorker());
    return workers.at(-1) as unknown as Worker;
  };
  const talk = new Correspondence<string, string>(start, patience);
  return {
    talk,
    ask: (question: string, channel?: string) =>
      talk.ask(question, channel).then(
        (told) => void known.push(`${question}: ${told}`),
        (error: Error) => void known.push(`${question} failed: ${error.message}`),
      ),
  };
}

/** All that promises have still to do. */
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  known = [];
});
afterEach(() => void vi.useRealTimers());

test('the first question starts the worker, which hears one at a time', async () => {
  const { ask } = correspondence();
  expect(workers).toHaveLength(0);
  void ask('a');
  void ask('b');
  expect(heard(0)).toEqual(['a']);
  workers[0]!.says({ begun: true });
  workers[0]!.says({ told: '1' });
  expect(heard(0)).toEqual(['a', 'b']);
  workers[0]!.says({ failure: 'no' });
  await settled();
  expect(known).toEqual(['a: 1', 'b failed: no']);
  expect(workers).toHaveLength(1);
});

test('a waiting question that a newer one of its channel replaces is never heard of; others keep their turn', async () => {
  const { ask } = correspondence();
  for (const [question, channel] of [['a', 'x'], ['b', 'x'], ['c', 'y'], ['d', 'x'], ['e', undefined]] as const) void ask(question, channel);
  for (const told of ['1', '2', '3', '4']) workers[0]!.says({ told });
  await settled();
  expect(heard(0)).toEqual(['a', 'c', 'd', 'e']);
  expect(known).toEqual(['c: 2', 'd: 3', 'e: 4']);
});

test('the worker computes on, whatever is replaced, when nothing is said of patience', async () => {
  const { ask } = correspondence();
  void ask('a', 'x');
  workers[0]!.says({ begun: true });
  void ask('b', 'x');
  await vi.advanceTimersByTimeAsync(1_000_000);
  expect(workers[0]!.ended).toBe(false);
});

test('a worker that computes what nobody waits for is ended in time, and another one goes on with what waits', async () => {
  const { ask } = correspondence(200);
  void ask('a', 'x');
  void ask('b', 'y');
  // Files are still being fetched: starting anew would fetch them again.
  void ask('c', 'x');
  await vi.advanceTimersByTimeAsync(5000);
  expect(workers[0]!.ended).toBe(false);
  workers[0]!.says({ begun: true });
  await vi.advanceTimersByTimeAsync(199);
  expect(workers[0]!.ended).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(workers[0]!.ended).toBe(true);
  expect(heard(1)).toEqual(['b']);
  // What the ended one had still to say is nobody's answer.
  workers[0]!.says({ told: 'late' });
  workers[1]!.says({ told: '1' });
  workers[1]!.says({ begun: true });
  workers[1]!.says({ told: '2' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(known).toEqual(['b: 1', 'c: 2']);
  expect(workers).toHaveLength(2);
});

test('an answer that comes in time saves the worker', async () => {
  const { ask } = correspondence(200);
  void ask('a', 'x');
  workers[0]!.says({ begun: true });
  void ask('b', 'x');
  await vi.advanceTimersByTimeAsync(150);
  workers[0]!.says({ told: '1' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(heard(0)).toEqual(['a', 'b']);
  expect(workers[0]!.ended).toBe(false);
  workers[0]!.says({ told: '2' });
  await settled();
  expect(known).toEqual(['b: 2']);
});

test('what has computed for long is ended as soon as nobody waits for it', async () => {
  const { ask, talk } = correspondence(200);
  void ask('a', 'x');
  workers[0]!.says({ begun: true });
  await vi.advanceTimersByTimeAsync(3000);
  talk.drop('x');
  await settled();
  expect(workers[0]!.ended).toBe(true);
  // No other one is started before there is something to ask.
  expect(workers).toHaveLength(1);
  void ask('b', 'x');
  expect(heard(1)).toEqual(['b']);
});

test('a worker that cannot be had fails all that waits, and the next question starts another one', async () => {
  const { ask } = correspondence();
  void ask('a');
  void ask('b');
  workers[0]!.onerror({ message: '' });
  await settled();
  expect(known).toEqual(['a failed: The worker could not be started.', 'b failed: The worker could not be started.']);
  void ask('c');
  workers[1]!.says({ told: '1' });
  await settled();
  expect(known.at(-1)).toBe('c: 1');
});
