// Text of a file that someone opens: a case in JSON, as the page saves it, or in YAML, as the command's examples are.
import { isCase, type CaseFile } from './case';

export type Opened = { file: CaseFile } | { problem: 'no case' } | { problem: 'mistake'; line: number };

export async function openCase(text: string): Promise<Opened> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { readYaml } = await import('./yaml_case');
    const read = readYaml(text);
    // What is in JSON but broken has a mistake, too: JSON is YAML.
    if ('line' in read) return { problem: 'mistake', line: read.line };
    ({ value } = read);
  }
  return isCase(value) ? { file: value } : { problem: 'no case' };
}
