// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { show } from '../../testing/render';
import { Choices } from './Choices';

const options = [
  { value: 'true', title: 'yes' },
  { value: 'false', title: 'no' },
];

it('hands on the one that is chosen, and begins each line with a capital', async () => {
  const chosen = vi.fn();
  await show(<Choices name="church" label="A member?" value="" options={options} onChange={chosen} />);
  await userEvent.click(screen.getByRole('radio', { name: 'No' }));
  expect(chosen).toHaveBeenCalledWith('false');
});

it('says what is missing', async () => {
  await show(
    <Choices name="church" label="A member?" value="" options={options} onChange={() => undefined} error="Choose." />,
  );
  expect(screen.getByText('Choose.')).toBeTruthy();
});
