// How far the facts have been gone through: those that the list shows, with how they stand at Kela.
import { useSession } from '../room';

export interface Progress {
  gone: number;
  all: number;
  open: number;
}

export function useFactProgress(): Progress {
  const { work } = useSession();
  const notes = work.order.map((path) => work.file.sheet.facts[path]?.kela);
  return {
    gone: notes.filter((kela) => kela !== undefined).length,
    all: notes.length,
    open: notes.filter((kela) => kela === 'open').length,
  };
}
