// The pages of the client's room and the paths they stand at.
import { questionIds, type QuestionId } from './interview/questions';

export type Page =
  | { page: 'start' }
  | { page: 'question'; id: QuestionId; correcting: false | 'answer' | 'check' }
  | { page: 'check' }
  | { page: 'answer' }
  | { page: 'other' };

export const answerPath = '/answer';
export const otherPath = '/other';
export const checkPath = '/check';
export const questionPath = (id: QuestionId): string => `/questions/${id}`;
/** From the answer or from the list of details: whoever corrects there comes back there. */
export const correctionPath = (id: QuestionId, from: 'answer' | 'check'): string => `/${from}/${id}`;

/** Whatever is no page of ours is the first one. */
export function pageOf(path: string): Page {
  if (path === answerPath) return { page: 'answer' };
  if (path === otherPath) return { page: 'other' };
  if (path === checkPath) return { page: 'check' };
  const [, kind, name] = /^\/(questions|answer|check)\/(\w+)$/.exec(path) ?? [];
  const id = questionIds.find((one) => one === name);
  if (id === undefined) return { page: 'start' };
  return { page: 'question', id, correcting: kind === 'answer' || kind === 'check' ? kind : false };
}

/** What a link carries in the place of a path: "case=…". */
export const carriedBy = (path: string): string | undefined => /^case=(.+)$/.exec(path)?.[1];
