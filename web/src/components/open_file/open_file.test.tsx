// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { show } from '../../testing/render';
import { OpenFile } from './OpenFile';

it('hands on the file that is chosen, the same one again, too', async () => {
  const onFile = vi.fn();
  const { container } = await show(<OpenFile label="Open a file" onFile={onFile} />);
  expect(screen.getByRole('button', { name: 'Open a file' })).toBeTruthy();
  const input = container.querySelector('input');
  if (input === null) throw new Error('no field for a file');
  const file = new File(['{}'], 'case.json', { type: 'application/json' });
  await userEvent.upload(input, file);
  await userEvent.upload(input, file);
  expect(onFile).toHaveBeenCalledTimes(2);
});
