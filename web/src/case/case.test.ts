import { expect, it } from 'vitest';
import { emptyCase, readCase, withTwoScenarios, withWork, workInput, writeCase } from './case';
import { packCase, unpackCase } from './case_link';

it('opens what it saved', () => {
  const file = { ...emptyCase('2026-11'), municipality: 'Tampere' };
  expect(readCase(writeCase(file))).toEqual(file);
});

it.each(['', '[]', '{}', '{"ansiopolku": 2, "start": "2026-01", "client": {}}', 'ansiopolku: 1'])(
  'takes %j for no case',
  (text) => {
    expect(readCase(text)).toBeUndefined();
  },
);

it('adds work to a case of one situation', () => {
  const file = { ansiopolku: 1 as const, start: '2026-01', client: {} };
  expect(withTwoScenarios(file).scenarios?.map(({ name }) => name)).toEqual(['now', 'work']);
});

it('moves the hours when they earn the wage, else the wage', () => {
  const file = emptyCase('2026-11');
  expect(workInput(withWork(file, { name: 'hours_per_week', value: 12 }))).toEqual({
    name: 'hours_per_week',
    value: 12,
  });
  const wage = { ...file, scenarios: [{ name: 'now' }, { name: 'work', client: { wage: 500 } }] };
  expect(workInput(wage)).toEqual({ name: 'wage', value: 500 });
});

it('has no slider for a wage that differs from month to month', () => {
  const file = {
    ...emptyCase('2026-01'),
    scenarios: [{ name: 'now' }, { name: 'work', client: { wage: { '2026-03': 780 } } }],
  };
  expect(workInput(file)).toBeUndefined();
});

it('travels in a link that holds letters, digits, - and _ only', async () => {
  const file = { ...emptyCase('2026-11'), municipality: 'Hämeenlinna', client: { on_kela_disability_pension: true } };
  const packed = await packCase(file);
  expect(packed).toMatch(/^[\w-]+$/);
  expect(await unpackCase(packed)).toEqual(file);
});

it.each(['', 'abc', '%%%', 'eyJ4IjoxfQ'])('finds no case in a broken link: %j', async (text) => {
  expect(await unpackCase(text)).toBeUndefined();
});
