import { expect, it } from 'vitest';
import type { CaseFile } from '../case/case';
import { valueAt, withBoth, withValue } from './case_places';

const file: CaseFile = {
  ansiopolku: 1,
  start: '2026-03',
  housing: { tenure: 'rented', rent: 640 },
  client: { wage: 0 },
  children: [{ age: 4 }, { age: 7 }],
  scenarios: [{ name: 'now' }, { name: 'work', client: { wage: 900 } }],
};

it('puts another value where the keys lead, and changes nothing in place', () => {
  const moved = withValue(file, ['housing', 'rent'], 660);
  expect(valueAt(moved, ['housing', 'rent'])).toBe(660);
  expect(valueAt(moved, ['housing', 'tenure'])).toBe('rented');
  expect(valueAt(file, ['housing', 'rent'])).toBe(640);
  expect(valueAt(withValue(file, ['children', 1, 'age'], 8), ['children', 1])).toEqual({ age: 8 });
});

it('takes a value out of a case that says nothing of it any more', () => {
  expect(withValue(file, ['housing', 'rent'], undefined)['housing']).toEqual({ tenure: 'rented' });
});

it('holds a scenario twice, with each of two values', () => {
  const both = withBoth(file, 1, ['housing', 'rent'], [640, 660]);
  expect(both.scenarios?.map(({ name }) => name)).toEqual(['before', 'after']);
  expect(both.scenarios?.map((scenario) => valueAt(scenario, ['housing', 'rent']))).toEqual([640, 660]);
  expect(both.scenarios?.map((scenario) => scenario.client)).toEqual([{ wage: 900 }, { wage: 900 }]);
});

it('lists every child of a scenario in which one of them changes', () => {
  const both = withBoth(file, 0, ['children', 1, 'age'], [7, 8]);
  expect(both.scenarios?.[1]?.['children']).toEqual([{}, { age: 8 }]);
});

it('does not move a scenario that gives the value itself', () => {
  const both = withBoth(file, 1, ['client', 'wage'], [0, 100]);
  expect(both.scenarios?.map(({ client }) => client?.['wage'])).toEqual([900, 900]);
});
