// @vitest-environment jsdom
import { expect, it } from 'vitest';
import type { CaseFile } from '../../case/case';
import { fiSimple } from '../../catalogue/fi-simple';
import { languages } from '../../catalogue/languages';
import type { Diagnostic, Variable } from '../../engine/answers';
import { show, violations } from '../../testing/render';
import { Problems } from './Problems';

const file: CaseFile = {
  ansiopolku: 1,
  start: '2026-06',
  rent: -620,
  client: { agee: 3 },
  spouse: { wage: 'much' },
};
const text = JSON.stringify(file);
const at = (part: string) => text.indexOf(part) + 1;
const input = (name: string, title: string, bounds?: [number, number]): [string, Variable] => [
  name,
  {
    name,
    title,
    kind: 'input',
    module: 'm',
    entity: 'person',
    type: 'number',
    ...(bounds === undefined ? {} : { bounds }),
  },
];
const variables = new Map([input('rent', 'Rent', [0, 20000]), input('wage', 'Wage'), input('age', 'Age')]);
const error = (name: string, rest: Partial<Diagnostic>): Diagnostic => ({
  code: 'E',
  name,
  severity: 'error',
  message: 'in English',
  line: 1,
  ...rest,
});
const diagnostics: Diagnostic[] = [
  error('out_of_bounds', { column: at('-620'), found: '-620' }),
  error('unknown_variable', { column: at('"agee"'), found: 'agee', hint: 'age' }),
  error('bad_value', { column: at('"much"'), found: 'much' }),
  error('unsupported', { message: 'The rules do not know Åland.' }),
  error('unsupported', { message: 'The rules do not know Åland.' }),
  { ...error('date_out_of_range', {}), severity: 'warning' },
];

it('says of which detail, what is wrong and what would be right, each once', async () => {
  const { container } = await show(<Problems diagnostics={diagnostics} file={file} variables={variables} />);
  expect([...container.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
    'Rent (-620): The number is too small or too large. Enter a number between 0 and 20,000.',
    'agee: We do not know such a detail. Did you mean: Age?',
    'Wage (partner) (much): This will not do. Write a number, for example 1.',
    'The rules do not know Åland.',
  ]);
});

it.each(languages)('is in %s, without faults', async (language) => {
  const { container } = await show(<Problems diagnostics={diagnostics} file={file} variables={variables} />, {
    language,
  });
  expect(await violations(container)).toEqual([]);
  expect(container.textContent).not.toContain('in English');
  if (language === 'fi-simple') expect(container.textContent).toContain(fiSimple['person.spouse']);
});
