import { expect, it } from 'vitest';
import { placeInCase } from './place_in_case';

const file = {
  name: 'Ägä 😀',
  months: undefined,
  client: { wage: -5, 'x.y': [1, 22] },
  children: [{ age: 3 }, { age: 'old' }],
};
const text = JSON.stringify(file);
const columnOf = (part: string) => Array.from(text.slice(0, text.indexOf(part))).length + 1;

it.each([
  ['"client"', ['client']],
  ['"wage"', ['client', 'wage']],
  ['-5', ['client', 'wage']],
  ['22', ['client', 'x.y', 1]],
  ['"old"', ['children', 1, 'age']],
  ['{"age":"old"', ['children', 1]],
])('finds %s', (part, place) => {
  expect(placeInCase(file, columnOf(part))).toEqual(place);
});

it('finds nothing outside', () => {
  expect(placeInCase(file, 10_000)).toEqual([]);
  expect(placeInCase(null, 1)).toEqual([]);
});
