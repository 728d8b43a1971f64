// The text of a case file: what is in it with the line of every place, and the same text with other values in it.
//
// Idea: the text is read into a tree that keeps comments, order and the way numbers are written. Writing walks the tree
// beside the new value and replaces only what differs, so a coach's own remarks and another program's keys live on.
import { isMap, isScalar, isSeq, LineCounter, Pair, parseDocument, Scalar, YAMLMap, YAMLSeq, type Node } from 'yaml';
import { isObject, type Json } from '../case';
import { numberWord, readYaml, valueOf } from '../yaml_case';

export type Path = readonly (string | number)[];

export interface FileText {
  value: Json;
  /** The line of a place, or of the nearest place around it that is there. */
  lineOf(path: Path): number;
}

/** The contents of a text, or the line of its first mistake. */
export function readText(text: string): FileText | { line: number } {
  const read = readYaml(text);
  if ('line' in read) return read;
  const lineCounter = new LineCounter();
  const root = parseDocument(text, { schema: 'failsafe', lineCounter }).contents;
  return {
    value: read.value,
    lineOf: (path) => Math.max(1, lineCounter.linePos(offsetAt(root, path)).line),
  };
}

function offsetAt(root: unknown, path: Path): number {
  let node: unknown = root;
  let offset = startOf(node);
  for (const step of path) {
    if (isMap(node)) {
      const pair = pairOf(node, String(step));
      if (pair === undefined) break;
      offset = startOf(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = node === undefined ? offset : startOf(node);
    } else break;
  }
  return offset;
}

const startOf = (node: unknown): number => (node as Partial<Node> | null)?.range?.[0] ?? 0;

const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);

/** The value as YAML; where `before` is a text, as little of it changed as possible. */
export function writeText(value: Json, before = ''): string {
  const document = parseDocument(before, { schema: 'failsafe' });
  document.contents = (
    document.errors.length > 0 ? made(value) : mended(document.contents, value)
  ) as typeof document.contents;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function mended(node: unknown, value: Json): Node {
  if (isThere(node) && isSame(valueOf(node), value)) return node;
  if (isMap(node) && isObject(value)) {
    node.items = node.items.filter((pair) => isScalar(pair.key) && String(pair.key.value) in value);
    for (const [key, inner] of Object.entries(value)) {
      const pair = pairOf(node, key);
      if (pair === undefined) node.items.push(new Pair(new Scalar(key), made(inner)));
      else pair.value = mended(pair.value, inner);
    }
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    node.items = mendedItems(node.items, value);
    return node;
  }
  const fresh = made(value);
  if (isThere(node)) {
    if (node.comment != null) fresh.comment = node.comment;
    if (node.commentBefore != null) fresh.commentBefore = node.commentBefore;
    if (node.spaceBefore === true) fresh.spaceBefore = true;
  }
  return fresh;
}

/** An item that is still there keeps its own node, wherever it stands now; others change in their place. */
function mendedItems(nodes: readonly unknown[], values: readonly Json[]): Node[] {
  const kept = new Map<number, unknown>();
  const free = new Set(nodes);
  values.forEach((value, index) => {
    const node = [...free].find((one) => isSame(valueOf(one), value));
    if (node === undefined) return;
    kept.set(index, node);
    free.delete(node);
  });
  return values.map((value, index) => {
    const own = kept.get(index);
    if (own !== undefined) return own as Node;
    const inPlace = free.has(nodes[index]) ? nodes[index] : undefined;
    free.delete(inPlace);
    return mended(inPlace, value);
  });
}

const isThere = (node: unknown): node is Node => isScalar(node) || isMap(node) || isSeq(node);

export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  if (isObject(one) && isObject(other)) {
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length && keys.every((key) => key in other && isSame(one[key], other[key]))
    );
  }
  return one === other;
}

function made(value: Json): Node {
  if (Array.isArray(value)) {
    const list = new YAMLSeq();
    list.items = value.map(made);
    list.flow = value.length === 0;
    return list;
  }
  if (isObject(value)) {
    const map = new YAMLMap();
    map.items = Object.entries(value).map(([key, inner]) => new Pair(new Scalar(key), made(inner)));
    map.flow = map.items.length === 0;
    return map;
  }
  const scalar = new Scalar<string>(String(value));
  // A text that would be read as something else is quoted; everything else the library quotes where it must.
  if (typeof value === 'string' && isWordOfItsOwn(value)) scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

const isWordOfItsOwn = (text: string): boolean =>
  numberWord.test(text) || ['', '~', 'null', 'true', 'false'].includes(text);
