import { expect, it } from 'vitest';
import type { CaseFile } from '../../case/case';
import type { Variable } from '../../engine/answers';
import { factsOf } from './facts';
import { openedValue, stakeQuestion } from './stake_question';

const input = (name: string, more: Partial<Variable>): [string, Variable] => [
  name,
  {
    name,
    kind: 'input',
    module: 'test',
    title: name,
    entity: 'person',
    type: 'number',
    bounds: [0, 20000],
    decimals: 2,
    ...more,
  },
];
const variables = new Map<string, Variable>([
  input('rent', {}),
  input('tenure', {
    type: 'enum',
    members: [
      { name: 'rented', title: '' },
      { name: 'owned', title: '' },
    ],
  }),
  input('church_member', { type: 'boolean' }),
  input('established_earnings', {}),
  input('age', {}),
  input('pensioner_housing_allowance_decided', { type: 'month' }),
  input('wage', {}),
]);
const file: CaseFile = {
  ansiopolku: 1,
  start: '2026-03',
  months: 12,
  housing: { tenure: 'rented', rent: 640 },
  decisions: { pensioner_housing_allowance: { decided: '2025-09' } },
  client: { established_earnings: { between: [2000, 3500] }, wage: { '2026-04': 900 } },
  children: [{ age: 4 }],
  scenarios: [{ name: 'now' }, { name: 'work', client: { wage: 900 } }],
};

it('finds facts in groups, decisions and persons, and those that the case leaves to the rules', () => {
  expect(factsOf(file, variables).map(({ path, variable, person }) => [path, variable, person])).toEqual([
    ['housing.tenure', 'tenure', null],
    ['housing.rent', 'rent', null],
    ['decisions.pensioner_housing_allowance.decided', 'pensioner_housing_allowance_decided', null],
    ['client.established_earnings', 'established_earnings', 'client'],
    ['client.wage', 'wage', 'client'],
    ['children.0.age', 'age', 'child1'],
    ['client.church_member', 'church_member', 'client'],
  ]);
});

it('opens each fact with the same value still computed with', () => {
  const rent = variables.get('rent');
  if (rent === undefined) throw new Error('no rent');
  expect(openedValue(640, rent)).toEqual({ between: [576, 704], assumed: 640 });
  expect(openedValue(19000, rent)).toEqual({ between: [17100, 20000], assumed: 19000 });
  expect(openedValue(0, rent)).toBeUndefined();
});

it('asks what hangs on all of them, and leaves alone what is open already or differs by month', () => {
  const used = new Map<string, boolean>([['client.church_member', false]]);
  const asked = stakeQuestion(file, factsOf(file, variables), used, variables);
  expect(asked['housing']).toEqual({
    tenure: { one_of: ['rented', 'owned'] },
    rent: { between: [576, 704], assumed: 640 },
  });
  expect(asked.client).toEqual({
    established_earnings: { between: [2000, 3500] },
    wage: { '2026-04': 900 },
    church_member: { one_of: [false, true] },
  });
});
