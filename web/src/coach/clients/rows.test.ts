import { expect, it } from 'vitest';
import { emptySheet } from '../../case/file';
import type { CaseFile } from '../../case/case';
import type { Variable } from '../../engine/answers';
import { csvOf } from '../files/csv';
import { freeId, type OpenClient } from '../files/store';
import { factsUnder, ownerOf, pathOf, placeFor, searchInputs, withValue } from '../facts/places';
import { copyOffer, removeOffer } from '../offers/changes';
import { calendarOf } from '../todo/calendar';
import { weekOf } from '../today';
import { codeWarning } from './NewClient';
import { dutiesOf } from './rows';

const variable = (name: string, title: string, rest: Partial<Variable> = {}): Variable => ({
  name,
  kind: 'input',
  module: 'm',
  title,
  entity: 'person',
  type: 'number',
  ...rest,
});

const file: CaseFile = {
  ansiopolku: 1,
  start: '2026-03',
  housing: { rent: 640 },
  client: { wage: { '2026-03': 0 }, established_earnings: { between: [2000, 3500] } },
  children: [{ age: 4 }],
  decisions: { pensioner_housing_allowance: { decided: '2025-09', amount: 306 } },
  scenarios: [{ name: 'now' }, { name: 'A', client: { wage: 880 } }, { name: 'B' }],
};

it('finds every fact in its place, with groups, children and decisions', () => {
  expect(factsUnder(file as never, [], new Map()).map(({ place, name }) => [pathOf(place), name])).toEqual([
    ['housing.rent', 'rent'],
    ['client.wage', 'wage'],
    ['client.established_earnings', 'established_earnings'],
    ['children.0.age', 'age'],
    ['decisions.pensioner_housing_allowance.decided', 'pensioner_housing_allowance_decided'],
    ['decisions.pensioner_housing_allowance.amount', 'pensioner_housing_allowance_decided_amount'],
  ]);
  expect(ownerOf(['scenarios', 1, 'children', 0, 'age'])).toBe('child1');
  expect(placeFor(variable('age', 'Ikä'), 'child1')).toEqual(['children', 0, 'age']);
});

it('changes one fact and leaves the rest as it was', () => {
  const changed = withValue(file, ['scenarios', 1, 'client', 'wage'], 900);
  expect(changed.scenarios?.[1]).toEqual({ name: 'A', client: { wage: 900 } });
  expect(changed.client).toBe(file.client);
  expect(withValue(file, ['housing', 'rent'], undefined)['housing']).toEqual({});
});

it('finds inputs in the reader’s words, whatever their letters', () => {
  const inputs = [
    variable('rent', 'Vuokra tai vastike', { question: 'Paljonko maksat vuokraa?' }),
    variable('work_home_rent', 'Työasunnon vuokra'),
    variable('wage', 'Palkka', { why: 'Vuokraa ei kysytä.' }),
  ];
  expect(searchInputs(inputs, 'VUOKRA').map(({ name }) => name)).toEqual(['rent', 'work_home_rent', 'wage']);
  expect(searchInputs(inputs, 'tyoasunto')).toEqual([]);
  expect(searchInputs(inputs, 'tyoasunnon')).toHaveLength(1);
  expect(searchInputs(inputs, ' ')).toEqual([]);
});

it('moves the notes of an offer with its column', () => {
  const told = {
    case: file,
    sheet: { ...emptySheet(), facts: { 'scenarios.2.client.wage': { status: 'told' as const } } },
  };
  expect(Object.keys(removeOffer(told, 1).sheet.facts)).toEqual(['scenarios.1.client.wage']);
  const copied = copyOffer(told, 2, 'B rests', true);
  expect(copied.case.scenarios?.[3]).toEqual({ name: 'B rests', client: { pension_resting: true } });
  expect(Object.keys(copied.sheet.facts)).toEqual(['scenarios.2.client.wage', 'scenarios.3.client.wage']);
  expect(removeOffer(told, 2).sheet.facts).toEqual({});
});

it('keeps a name away from formulas and separators of a spreadsheet', () => {
  expect(csvOf([['=1+1', '-12.50', 'a;b', 'say "x"', '-cmd']])).toBe(
    '\uFEFF\'=1+1;-12.50;"a;b";"say ""x""";\'-cmd\r\n',
  );
});

it('warns about names and identity numbers, not about codes', () => {
  expect(codeWarning('131052-308T')).toBe('identity');
  expect(codeWarning('Maija Meikäläinen')).toBe('name');
  expect(codeWarning('K-07')).toBeUndefined();
  expect(codeWarning('MM')).toBeUndefined();
});

it('knows the week of a day, Sunday last', () => {
  expect(weekOf('2026-12-06')).toEqual({ from: '2026-11-30', to: '2026-12-06' });
  expect(weekOf('2026-11-30')).toEqual({ from: '2026-11-30', to: '2026-12-06' });
});

it('tells which duty is late, and puts the open ones in a calendar', () => {
  const sheet = { ...emptySheet('K-07'), duties: [{ id: 'a.b/client/2026-04', done: '2026-04-02' }] };
  const client = { id: 'K-07', file: { case: file, sheet } } as unknown as OpenClient;
  const task = (notice: string, due: string) => ({
    notice,
    person: 'client',
    month: '2026-04',
    due,
    title: notice,
    to: 'kela',
  });
  const results = { scenarios: [{}, { to_do: [task('c.d', '2026-04-10'), task('a.b', '2026-04-01')] }] } as never;
  const duties = dutiesOf(client, results, '2026-05-01', 1);
  expect(duties.map(({ id, overdue }) => [id, overdue])).toEqual([
    ['a.b/client/2026-04', false],
    ['c.d/client/2026-04', true],
  ]);
  const calendar = calendarOf('K-07', duties, '2026-05-01');
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(calendar).toContain('DTSTART;VALUE=DATE:20260410\r\n');
  expect(calendar.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
});

it('names a client by the file, in letters an address takes', () => {
  expect(freeId('K 07 (vanha).yaml')).toBe('K-07-vanha-');
});
