import { examplesOf } from '../../gallery/examples';
import { Problems } from './Problems';

const problem = { severity: 'error' as const, code: 'E501', message: 'out of bounds' };
export const examples = examplesOf(Problems, {
  'two at once': {
    file: { ansiopolku: 1, start: '2026-06', client: {} },
    variables: new Map(),
    diagnostics: [
      { ...problem, name: 'bad_date', found: '2026-13' },
      { ...problem, name: 'bad_case' },
    ],
  },
});
