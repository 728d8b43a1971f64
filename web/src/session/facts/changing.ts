// What is written down of a fact, and the case with another value of it.
import { useCallback } from 'react';
import type { Json } from '../../case/case';
import type { FactNote } from '../../case/file';
import { withValue } from '../case_places';
import { useSession } from '../room';
import type { Change, SessionWork } from '../session_work';

function withNote(work: SessionWork, path: string, note: Partial<FactNote>): SessionWork {
  const { sheet } = work.file;
  const facts = { ...sheet.facts, [path]: { ...sheet.facts[path], ...note } };
  return { ...work, file: { ...work.file, sheet: { ...sheet, facts } } };
}

export function useNoteFact(): (path: string, note: Partial<FactNote>) => void {
  const { change } = useSession();
  return useCallback((path, note) => change((work) => withNote(work, path, note)), [change]);
}

/** The case as it is at Kela; a fact changed twice is one change, from what it was first. */
export function changed(work: SessionWork, made: Change): SessionWork {
  const before = work.changes.find(({ path }) => path === made.path);
  const first = before === undefined ? made : { ...made, from: before.from, fromText: before.fromText };
  const noted = withNote(work, made.path, { kela: 'other' });
  return {
    ...noted,
    file: { ...noted.file, case: withValue(work.file.case, made.keys, made.to) },
    changes: [...work.changes.filter(({ path }) => path !== made.path), first],
  };
}

export function useChangeFact(): (made: Change) => void {
  const { change } = useSession();
  return useCallback((made) => change((work) => changed(work, made)), [change]);
}

/** What the case says of it; nothing is null. */
export const saidOf = (given: Json | undefined): Json => given ?? null;
