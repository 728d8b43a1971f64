// What every page of the session reads: its texts, the work in hand, the engine's answer to its case, and the way to go.
import { createContext, useContext } from 'react';
import type { TranslateOf } from '../catalogue/messages';
import type { Compared, Results, Variable, Variables } from '../engine/answers';
import type { Asked } from './asking';
import type { SessionWork } from './session_work';
import type { SessionPage, Step } from './steps';
import type { fi } from './texts/fi';

export type SessionTexts = TranslateOf<typeof fi>;

export interface SessionRoomModel {
  s: SessionTexts;
  work: SessionWork;
  change: (how: (work: SessionWork) => SessionWork) => void;
  compared: Asked<Compared>;
  /** Every part of what is left in the same case. */
  shown: Asked<Results>;
  variables: ReadonlyMap<string, Variable>;
  rules: Variables['rules'];
  go: (page: SessionPage) => void;
  /** A step is done: the next one is shown. */
  finish: (step: Step) => void;
  /** Single keys work here. */
  keysOn: boolean;
  setKeysOn: (on: boolean) => void;
  /** Leaves nothing of the session on this computer. */
  clear: () => void;
}

export const SessionContext = createContext<SessionRoomModel | undefined>(undefined);

export function useSession(): SessionRoomModel {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('outside of <SessionContext>');
  return session;
}
