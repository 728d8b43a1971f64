import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { monthsFrom, nextMonth, today } from './start_month';

const rules = { name: 'finland', version: '2026.1', hash: '', law_from: '2024-01', law_until: '2026-12' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ['2026-03-10', '2026-04'],
  ['2026-12-01', '2027-01'],
  // The law is known until December 2026: the months after it come all the same.
  ['2027-03-10', '2027-04'],
  ['2023-05-31', '2024-01'],
])('on %s work begins in %s', (day, month) => {
  vi.setSystemTime(new Date(`${day}T12:00:00`));
  expect(nextMonth(rules)).toBe(month);
  expect(today()).toBe(day);
});

it('counts months over the end of a year', () => {
  expect(monthsFrom('2026-11', 3)).toEqual(['2026-11', '2026-12', '2027-01']);
});
