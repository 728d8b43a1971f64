// Where in a case something stands that the engine tells of by its column: a case is handed over as JSON on one line.

export type Key = string | number;

/**
 * The keys that lead to the key or value at a column of JSON.stringify(value): ["client", "wage"], ["children", 0]. Columns
 * count characters, from 1.
 */
export function placeInCase(value: unknown, column: number): Key[] {
  const keys: Key[] = [];
  let start = 1;
  let inside = value;
  while (typeof inside === 'object' && inside !== null) {
    // Behind the opening bracket.
    start += 1;
    const isList = Array.isArray(inside);
    const entry = Object.entries(inside)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => {
        const name = isList ? 0 : lengthOf(JSON.stringify(key)) + 1;
        const own = { key, inner: inner as unknown, from: start, value: start + name };
        start += name + lengthOf(JSON.stringify(inner)) + 1;
        return { ...own, to: start };
      })
      .find(({ from, to }) => column >= from && column < to);
    if (entry === undefined) return keys;
    keys.push(isList ? Number(entry.key) : entry.key);
    if (column < entry.value) return keys;
    start = entry.value;
    inside = entry.inner;
    if (column === start) return keys;
  }
  return keys;
}

const lengthOf = (text: string): number => Array.from(text).length;
