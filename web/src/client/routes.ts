// The pages of the client's room and the paths they stand at.
import { questionIds, type QuestionId } from './interview/questions';

export type Page =
  | { page: 'start' }
  | { page: 'question'; id: QuestionId; correcting: boolean }
  | { page: 'answer' }
  | { page: 'other' };

export const answerPath = '/answer';
export const otherPath = '/other';
export const questionPath = (id: QuestionId): string => `/questions/${id}`;
export const correctionPath = (id: QuestionId): string => `/answer/${id}`;

/** Whatever is no page of ours is the first one. */
export function pageOf(path: string): Page {
  if (path === answerPath) return { page: 'answer' };
  if (path === otherPath) return { page: 'other' };
  const [, kind, name] = /^\/(questions|answer)\/(\w+)$/.exec(path) ?? [];
  const id = questionIds.find((one) => one === name);
  return id === undefined ? { page: 'start' } : { page: 'question', id, correcting: kind === 'answer' };
}

/** What a link carries in the place of a path: "case=…". */
export const carriedBy = (path: string): string | undefined => /^case=(.+)$/.exec(path)?.[1];
