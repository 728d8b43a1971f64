// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { show } from '../../testing/render';
import { Later } from './Later';

const Name = ({ name }: { name: string }) => <p>{name}</p>;

it('shows the part once it is there', async () => {
  await show(<Later load={() => Promise.resolve(Name)} props={{ name: 'the curve' }} waiting="one moment" />);
  expect(await screen.findByText('the curve')).toBeTruthy();
});

it('says that the part cannot be had, and fetches it again when asked', async () => {
  const load = vi.fn<() => Promise<typeof Name>>();
  load.mockRejectedValueOnce(new Error('no network')).mockResolvedValue(Name);
  await show(<Later load={load} props={{ name: 'the curve' }} />);
  expect((await screen.findByRole('alert')).textContent).toContain('could not be fetched');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('the curve')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});
