// How a detail is known: told, seen on paper, assumed, or not known and said so.
import { isObject, type CaseFile } from '../../case/case';
import type { Detail } from '../details/details';

export type KnownAs = 'told' | 'paper' | 'assumed' | 'unknown';

/** What the case's own notes say comes before what the interview knows. */
export function statusOf(file: CaseFile, { key, status }: Pick<Detail, 'key' | 'status'>): KnownAs {
  const sheet = file['file'];
  const facts = isObject(sheet) && isObject(sheet['facts']) ? sheet['facts'] : {};
  const note = facts[key];
  const noted = isObject(note) ? note['status'] : undefined;
  if (noted === 'on_paper') return 'paper';
  if (noted === 'told' || noted === 'assumed' || noted === 'unknown') return noted;
  const [person = '', name = ''] = key.split('.');
  const owner = name === '' ? file : file[person];
  if (isObject(owner) && owner[name === '' ? person : name] === 'unknown') return 'unknown';
  return status;
}
