// The work on a case survives a reload: it is kept in this tab's own memory, which ends with the tab.
import { isCase, isObject, type CaseFile } from '../case/case';
import type { Answers } from './interview/questions';

const place = 'ansiopolku-case';

export interface Kept {
  base: CaseFile | undefined;
  answers: Answers;
  opened: boolean;
}

const nothing: Kept = { base: undefined, answers: {}, opened: false };

export function readKept(): Kept {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null');
    if (!isObject(kept) || !isCase(kept['base']) || !isObject(kept['answers'])) return nothing;
    return { base: kept['base'], answers: kept['answers'], opened: kept['opened'] === true };
  } catch {
    // A browser that keeps nothing loses the work with a reload.
    return nothing;
  }
}

export function keep({ base, answers, opened }: Kept): void {
  try {
    if (base === undefined) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify({ base, answers, opened }));
  } catch {
    // as above
  }
}
