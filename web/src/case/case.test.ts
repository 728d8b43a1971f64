import { expect, it } from 'vitest';
import { emptyCase, withTwoScenarios, withWork, workInput, writeCase } from './case';
import { openCase } from './open_case';
import { packCase, unpackCase } from './case_link';

it('opens what it saved', async () => {
  const file = { ...emptyCase('2026-11'), municipality: 'Tampere' };
  expect(await openCase(writeCase(file))).toEqual({ file });
});

it.each(['', '[]', '{}', '{"ansiopolku": 2, "start": "2026-01", "client": {}}', 'ansiopolku: 1', 'hello'])(
  'takes %j for no case',
  async (text) => {
    expect(await openCase(text)).toEqual({ problem: 'no case' });
  },
);

it('says in which line a broken file has its mistake', async () => {
  expect(await openCase('{"ansiopolku": 1,\n "start": "2026-01",\n "client": {}')).toEqual({
    problem: 'mistake',
    line: 3,
  });
  expect(await openCase('ansiopolku: 1\nclient: {}\nclient: {}')).toEqual({ problem: 'mistake', line: 3 });
});

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

it('takes a link that unpacks into more than a case can be for broken, without unpacking it', async () => {
  const large = { ...emptyCase('2026-11'), note: 'x'.repeat(30_000_000) };
  const bomb = await new Response(
    new Blob([JSON.stringify(large)]).stream().pipeThrough(new CompressionStream('deflate-raw')),
  ).arrayBuffer();
  const link = Buffer.from(bomb).toString('base64url');
  expect(link.length).toBeLessThan(256 * 1024);
  expect(await unpackCase(link)).toBeUndefined();
});
