// What is agreed: rows that people may change, filled in from the duties of the first work and from the facts that are open or
// other at Kela. A row that was taken out or changed is not filled in again.
import { dutyId, type Agreed, type FileSheet } from '../../case/file';
import type { Task } from '../../engine/answers';

export interface AgreedWords {
  /** The work begins. */
  begins: string;
  check: (title: string) => string;
  correct: (title: string, value: string) => string;
  recompute: string;
}

export interface Found {
  begins: string;
  tasks: readonly Task[];
  /** Facts that are open at Kela, by path. */
  open: readonly { path: string; title: string }[];
  /** Facts with another value at Kela. */
  other: readonly { path: string; title: string; value: string }[];
  today: string;
}

/** A row's own key says what filled it in, so that it is filled in once. */
const from = (id: string, row: Agreed): Agreed => ({ ...row, from: id });

/** Empty of a row that people wrote themselves. */
export const filledFrom = ({ from: id }: Agreed): string => (typeof id === 'string' ? id : '');

/** Within two weeks, when nobody has said another day. */
const daysToCheck = 14;

export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export function filledIn({ begins, tasks, open, other, today }: Found, words: AgreedWords): Agreed[] {
  const soon = dayAfter(today, daysToCheck);
  const rows = [
    from('begins', { what: words.begins, who: 'client', by: begins, if_fails: words.recompute }),
    ...other.map(({ path, title, value }) =>
      from(`other ${path}`, { what: words.correct(title, value), who: 'kela', by: soon }),
    ),
    ...open.map(({ path, title }) =>
      from(`open ${path}`, { what: words.check(title), who: 'client', by: soon, open: true }),
    ),
    ...tasks.map((task) =>
      from(`duty ${dutyId(task)}`, { what: task.title, who: 'client', by: task.due ?? `${task.month}-01` }),
    ),
  ];
  return rows.sort((a, b) => (a.by ?? '').localeCompare(b.by ?? ''));
}

/** The sheet with the rows that it has not had before. */
export function withFilledIn(sheet: FileSheet, rows: readonly Agreed[]): FileSheet {
  const had = new Set(Array.isArray(sheet['agreed_before']) ? (sheet['agreed_before'] as string[]) : []);
  const fresh = rows.filter((row) => !had.has(filledFrom(row)));
  if (fresh.length === 0) return sheet;
  return {
    ...sheet,
    agreed: [...sheet.agreed, ...fresh].sort((a, b) => (a.by ?? '').localeCompare(b.by ?? '')),
    agreed_before: [...had, ...fresh.map(filledFrom)],
  };
}

/** A row says who and by when. */
export const isWhole = ({ what, who, by }: Agreed): boolean =>
  what.trim() !== '' && who !== undefined && by !== undefined;
