// What a session has in hand: the client's file, which facts have been gone through, what was changed and what it was before,
// and the notes of the meeting itself. All of it lives in this tab's own memory and ends with it.
import { useCallback, useEffect, useState } from 'react';
import { isObject, type CaseFile, type Json } from '../case/case';
import { emptySheet, type ClientFile } from '../case/file';
import { today } from '../client/start_month';
import type { Key } from './case_places';
import type { Step } from './steps';

/** A value that was another one at Kela. */
export interface Change {
  path: string;
  keys: readonly Key[];
  title: string;
  /** null: the case said nothing. */
  from: Json;
  to: Json;
  fromText: string;
  toText: string;
}

export interface MeetingNotes {
  date: string;
  time: string;
  place: string;
  present: string;
  /** The client agrees that the record goes to them. */
  kela: boolean;
  pensionCompany: boolean;
}

export interface SessionWork {
  file: ClientFile;
  /** The text it was read from, whose comments and order it keeps. */
  text: string | undefined;
  /** Paths of facts, the weightiest first, as they stood when the engine had first weighed them. */
  order: readonly string[];
  /** The newest last. */
  changes: readonly Change[];
  begun: readonly Step[];
  done: readonly Step[];
  /** Which month of the plan the figures are shown of. */
  month: number;
  meeting: MeetingNotes;
  /** Figures of a decision as typed, by their key. */
  decision: Readonly<Record<string, string>>;
}

const place = 'ansiopolku-session';
/** A typical month becomes a plan of a year: a session looks at months. */
const monthsOfPlan = 12;
/** By the fourth month pay has begun and what is reviewed has been reviewed. */
const ordinaryMonth = 3;

const planOf = (file: CaseFile): CaseFile => ((file.months ?? 1) > 1 ? file : { ...file, months: monthsOfPlan });

export function beginSession(file: ClientFile, text?: string): SessionWork {
  const plan = planOf(file.case);
  return {
    file: { case: plan, sheet: file.sheet },
    text,
    order: [],
    changes: [],
    begun: [],
    done: [],
    month: Math.min(ordinaryMonth, (plan.months ?? 1) - 1),
    meeting: { date: today(), time: '', place: '', present: '', kela: false, pensionCompany: false },
    decision: {},
  };
}

export const fileOfCase = (file: CaseFile): ClientFile => ({ case: file, sheet: emptySheet() });

export function readKeptSession(): SessionWork | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null');
    return isObject(kept) && isObject(kept['file']) ? (kept as unknown as SessionWork) : undefined;
  } catch {
    // A browser that keeps nothing loses the work with a reload.
    return undefined;
  }
}

function keep(work: SessionWork | undefined): void {
  try {
    if (work === undefined) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(work));
  } catch {
    // as above
  }
}

export interface SessionInHand {
  work: SessionWork | undefined;
  open: (work: SessionWork) => void;
  change: (how: (work: SessionWork) => SessionWork) => void;
}

export function useSessionWork(): SessionInHand {
  const [work, setWork] = useState(readKeptSession);
  useEffect(() => keep(work), [work]);
  const change = useCallback(
    (how: (work: SessionWork) => SessionWork) => setWork((now) => (now === undefined ? now : how(now))),
    [],
  );
  return { work, open: setWork, change };
}
