import { expect, it } from 'vitest';
import { laterRoomOf } from './rooms';

it.each([
  ['/', undefined],
  ['/questions/rent', undefined],
  ['case=eJx', undefined],
  ['/cases', undefined],
  ['/clients', 'coach'],
  ['/case/K-07/months', 'coach'],
  ['/session', 'session'],
  ['/session/facts', 'session'],
])('%s leads into the room %s', (path, room) => {
  expect(laterRoomOf(path)?.name).toBe(room);
});
