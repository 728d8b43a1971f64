// A case file in YAML, read as the command reads it: no tags, no references, no key twice, and a number only where one is
// written plainly. Fetched when such a file is opened.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { Json } from './case';

class Misplaced extends Error {
  constructor(readonly offset: number) {
    super();
  }
}

/** The text's value, or the line of its first mistake. */
export function readYaml(text: string): { value: Json } | { line: number } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: true, strict: true, lineCounter });
  const lineOf = (offset: number) => ({ line: Math.max(1, lineCounter.linePos(offset).line) });
  const [error] = document.errors;
  if (error !== undefined) return lineOf(error.pos[0]);
  try {
    return { value: valueOf(document.contents) };
  } catch (misplaced) {
    if (misplaced instanceof Misplaced) return lineOf(misplaced.offset);
    throw misplaced;
  }
}

export const numberWord = /^-?(0|[1-9]\d*)(\.\d+)?$/;

export function valueOf(node: unknown): Json {
  if (node === null) return null;
  if (isAlias(node) || (isNode(node) && (node.tag !== undefined || node.anchor !== undefined)))
    throw new Misplaced(offsetOf(node));
  if (isSeq(node)) return node.items.map(valueOf);
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map((pair) => {
        if (!isScalar(pair.key)) throw new Misplaced(offsetOf(pair.key));
        return [String(pair.key.value), valueOf(pair.value)];
      }),
    );
  }
  if (!isScalar(node)) throw new Misplaced(offsetOf(node));
  const written = typeof node.value === 'string' ? node.value : '';
  if (node.type !== 'PLAIN') return written;
  if (numberWord.test(written)) return Number(written);
  if (written === 'true' || written === 'false') return written === 'true';
  return written === '' || written === 'null' || written === '~' ? null : written;
}

const offsetOf = (node: unknown): number => (node as Partial<Node> | null)?.range?.[0] ?? 0;

const isNode = (value: unknown): value is Node & { anchor?: string; tag?: string } =>
  isScalar(value) || isMap(value) || isSeq(value);
