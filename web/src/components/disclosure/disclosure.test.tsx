// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { show, violations } from '../../testing/render';
import { Disclosure } from './Disclosure';

function open(details: HTMLDetailsElement) {
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
}

it('makes what is inside only when someone opens it, and keeps it then', async () => {
  const inside = vi.fn(() => <p>Because of the law.</p>);
  const { container } = await show(<Disclosure title="Why?">{inside}</Disclosure>);
  expect(inside).not.toHaveBeenCalled();
  const details = container.querySelector('details');
  if (details === null) throw new Error('no details element');
  open(details);
  expect(await screen.findByText('Because of the law.')).toBeTruthy();
  details.open = false;
  details.dispatchEvent(new Event('toggle'));
  expect(screen.getByText('Because of the law.')).toBeTruthy();
});

it('breaks none of axe’s rules, closed or open', async () => {
  const { container } = await show(<Disclosure title="Why?">{() => <p>Because.</p>}</Disclosure>);
  expect(await violations(container)).toEqual([]);
  const details = container.querySelector('details');
  if (details !== null) open(details);
  await screen.findByText('Because.');
  expect(await violations(container)).toEqual([]);
});
