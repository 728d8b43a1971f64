// The rooms of the page and the paths that lead into them. A client comes through the front door; the other rooms are fetched
// when somebody enters them.
import type { ComponentType } from 'react';
import type { Router } from './router';

export interface LaterRoom {
  name: 'coach' | 'session';
  /** Where one enters it. */
  entrance: string;
  paths: RegExp;
  load: () => Promise<ComponentType<Router>>;
}

export const laterRooms: readonly LaterRoom[] = [
  {
    name: 'coach',
    entrance: '/clients',
    paths: /^\/(clients|case)(\/|$)/,
    load: async () => (await import('../coach/CoachRoom')).CoachRoom,
  },
  {
    name: 'session',
    entrance: '/session',
    paths: /^\/session(\/|$)/,
    load: async () => (await import('../session/SessionRoom')).SessionRoom,
  },
];

/** Undefined in the client's room, to which every other path belongs. */
export const laterRoomOf = (path: string): LaterRoom | undefined => laterRooms.find(({ paths }) => paths.test(path));
