// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { emptyCase } from '../../../case/case';
import type { SolveQuestion } from '../../../engine/engine';
import type { Edges, Solution } from '../../../engine/answers';
import { show, violations } from '../../../testing/render';
import type { Titles } from '../titles';
import { CurveSection } from './CurveSection';

const titles: Titles = {
  owned: (title) => title,
  of: () => 'National pension',
  ofKey: () => 'National pension',
};

const edges: Edges = {
  format: 1,
  engine: '1',
  scenario: 'work',
  axis: { variable: 'hours_per_week', person: 'client', from: 0, to: 40, step: 0.01 },
  variables: [],
  curves: [
    {
      variable: 'income_after_costs',
      person: null,
      first: 1000,
      last: 1100,
      edges: [
        {
          kind: 'kink',
          at: 10,
          next: 10.01,
          from: 1300,
          to: 1300.2,
          change: 0.2,
          slope_before: 30,
          slope_after: 20,
          causes: [{ variable: 'tax.state', person: 'client', title: 'State tax' }],
        },
        {
          kind: 'jump',
          at: 18.29,
          next: 18.3,
          from: 1500,
          to: 977.01,
          change: -522.99,
          break_even: 40.31,
          dead_zone: 22.02,
          causes: [
            {
              variable: 'disability_pension.over_limit',
              person: 'client',
              title: 'Earnings of the month exceed the limit',
              parameters: [
                {
                  parameter: 'guarantee_pension.full_amount',
                  title: 'Full guarantee pension',
                  value: 990.9,
                  text: '990.90 €/month',
                  unit: 'EUR/month',
                  valid_from: '2026-01',
                  citations: [{ statute: '703/2010', section: '8 §', link: 'https://www.finlex.fi/x' }],
                },
              ],
              citations: [{ statute: '738/2009', section: '5 §', link: 'https://www.finlex.fi/y' }],
            },
          ],
        },
      ],
    },
  ],
};

const plain = (element: HTMLElement | undefined) => element?.textContent.replaceAll('\u00a0', ' ');

const limitAmount = edges.curves[0]?.edges[1]?.causes[0]?.parameters ?? [];
const solution: Solution = {
  format: 1,
  engine: '1',
  scenario: 'work',
  axis: edges.axis,
  goal: 'most',
  condition: '',
  variables: [],
  value: 18.29,
  depends: true,
  stretches: [{ from: 0, to: 18.29 }],
  points: [],
  figures: [],
  causes: [{ variable: 'condition', person: 'client', title: 'condition', parameters: limitAmount }],
};

/** Answers as the engine would about someone with the limit at 18.29 hours. */
function solve(_file: unknown, question: SolveQuestion): Promise<Solution> {
  if (question.most?.includes('margin') === true) return Promise.resolve(solution);
  if (question.most !== undefined) {
    const stretches = [
      { from: 0, to: 18.29 },
      { from: 21.03, to: 40 },
    ];
    const isWhole = question.to === 40;
    return Promise.resolve({
      ...solution,
      value: isWhole ? 40 : 18.29,
      stretches: isWhole ? stretches : stretches.slice(0, 1),
      causes: isWhole ? [] : (edges.curves[0]?.edges[1]?.causes ?? []),
    });
  }
  const isWage = question.vary === 'client.wage';
  const wished = Number(/\+ ([\d.]+)/.exec(question.least ?? '')?.[1]);
  if (wished > 5000) return Promise.resolve({ ...solution, goal: 'least', value: null, stretches: [] });
  return Promise.resolve({
    ...solution,
    goal: 'least',
    value: isWage ? 366.15 : 6.76,
    stretches: isWage
      ? [
          { from: 366.15, to: 990.9 },
          { from: 1537.94, to: 6000 },
        ]
      : [{ from: 6.76, to: 40 }],
  });
}

it('tells every fall with its reason, what it takes, and where the loss is made good', async () => {
  const onWhy = vi.fn();
  const two = (pension: [number, number]) => ({
    points: Float64Array.from([18.29, 18.3]),
    columns: new Map([
      ['client.work.earnings', Float64Array.from([990.71, 991.25])],
      ['client.national_pension.amount', Float64Array.from(pension)],
    ]),
  });
  const { container } = await show(
    <CurveSection
      still={emptyCase('2026-11')}
      months={1}
      known={{ points: Float64Array.from([0, 20, 40]), left: Float64Array.from([1000, 1010, 1100]) }}
      end={40}
      input="hours_per_week"
      persons={['client']}
      at={20}
      now={1000}
      hasLimit
      titles={titles}
      onWhy={onWhy}
    />,
    { engine: { edges: () => Promise.resolve(edges), sweep: () => Promise.resolve(two([500, 0])), solve } },
  );
  const item = (await screen.findByText(/^When you work more/)).closest('li');
  if (item === null) throw new Error('no list of falls');
  const text = plain(item);
  expect(text).toContain('When you work more than 18.29 hours a week');
  expect(text).toContain('522.99 € less');
  expect(text).toContain('National pension: less.');
  expect(text).toContain('18.3–40.31 hours a week');
  expect(text).toContain('Reason: Earnings of the month exceed the limit.');
  expect(text).toContain('Full guarantee pension 990.90 €/month, in force from January 2026.');
  expect(
    within(item)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual(['https://www.finlex.fi/y', 'https://www.finlex.fi/x']);
  // The picture says the same to whoever does not see it.
  const picture = container.querySelector('.curve-frame')?.getAttribute('aria-label') ?? '';
  expect(picture).toContain('18.29 hours a week');
  expect(picture).toContain('The curve also turns in 1 place.');
  within(item).getByRole('button').click();
  expect(onWhy).toHaveBeenCalledWith(18.29, 18.3, undefined);

  container.querySelector<HTMLElement>('details > summary')?.click();
  const table = await screen.findByRole('table');
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.querySelector('th')?.textContent)).toEqual(['0', '10', '18.29', '18.3', '20', '40']);
  expect(plain(rows[1])).toContain('From here one more hour a week brings 20.00 € a month.');
  expect(rows[1]?.textContent).toContain('State tax');
  expect(plain(rows[2])).toContain('The sum falls by 522.99 €.');

  // How much one may work, and what is enough.
  const answers = () => [...container.querySelectorAll<HTMLElement>('.work-answer')].map(plain);
  expect(answers()).toEqual([
    'At most 18.29 hours a week.',
    'The wage must be at least 366.15 € a month before tax. At your hourly wage that is at least 6.76 hours a week. This is not enough: 990.90 € – 1,537.94 €.',
  ]);
  const binding = container.querySelector('.work-question .because');
  expect(binding?.textContent).toContain('Full guarantee pension 990.90 €/month, in force from January 2026');
  expect(binding?.textContent).not.toContain('condition');
  await userEvent.selectOptions(screen.getByRole('combobox'), 'keep');
  await waitFor(() => expect(answers()[0]).toBe('At most 18.29 hours a week. This also works: 21.03–40 hours a week.'));
  expect(container.querySelector('.work-question .because')?.textContent).toContain(
    'Earnings of the month exceed the limit.',
  );
  const wish = screen.getByRole('textbox');
  await userEvent.clear(wish);
  await userEvent.type(wish, '9000');
  await waitFor(() => expect(answers()[1]).toBe('No wage up to 6,000 € is enough.'));
  await userEvent.clear(wish);
  expect(await screen.findByText('Enter a number between 0 and 10,000.')).toBeTruthy();
  expect(answers()[1]).toBe('');
  expect(await violations(container)).toEqual([]);
});

it('tells of a plan what all its months leave together, and in which months it falls', async () => {
  const onWhy = vi.fn();
  const of = edges.curves[0]?.edges[1];
  if (of === undefined) throw new Error('no fall');
  const cause = of.causes[0];
  if (cause === undefined) throw new Error('no cause');
  const months = (...inMonths: string[]) => [{ ...cause, months: inMonths }];
  const jump = (at: number, change: number, inMonths: string[]) => ({
    ...of,
    at,
    next: at + 0.01,
    from: 20000,
    to: 20000 + change,
    change,
    break_even: at + 100,
    causes: months(...inMonths),
  });
  const monthly = { variable: 'income_after_costs', person: null, first: 1000, last: 1500, edges: [] };
  const plan: Edges = {
    ...edges,
    axis: { ...edges.axis, variable: 'wage', to: 4000 },
    curves: [
      { ...monthly, month: '2026-01' },
      {
        ...monthly,
        total: true,
        first: 18000,
        last: 36000,
        edges: [
          jump(71.71, -57.53, ['2026-01']),
          jump(870.9, -1242.88, ['2026-07']),
          jump(990.9, -5340.58, ['2026-01', '2026-04', '2026-05', '2026-06']),
        ],
      },
    ],
  };
  const waitingToo = new Promise<Solution>(() => undefined);
  let answer: (edges: Edges) => void = () => undefined;
  const waiting = new Promise<Edges>((resolve) => {
    answer = resolve;
  });
  const { container } = await show(
    <CurveSection
      still={{ ...emptyCase('2026-01'), months: 12 }}
      months={12}
      known={{ points: Float64Array.of(900), left: Float64Array.of(22000) }}
      end={4000}
      input="wage"
      persons={['client']}
      at={900}
      now={18000}
      hasLimit
      titles={titles}
      onWhy={onWhy}
    />,
    { engine: { edges: () => waiting, solve: () => waitingToo } },
  );
  // While the engine works, the page says so, and whoever asked stands where the answer will be.
  expect(screen.getByRole('status').textContent).toContain('We are working it out.');
  expect(document.activeElement?.textContent).toBe('The whole time: 12 months');
  expect(await violations(container)).toEqual([]);
  answer(plan);
  const [first, second] = await screen.findAllByText(/^When the wage is over/);
  const item = (element: HTMLElement | undefined) => plain(element?.closest('li') ?? undefined);
  expect(item(first)).toContain('When the wage is over 990.90 € a month, you have 5,340.58 € less in all.');
  expect(item(first)).toContain('This happens in 4 months.');
  expect(item(second)).toContain('1,242.88 € less in all.');
  expect(item(second)).toContain('This happens in July 2026.');
  expect(plain(container.querySelector<HTMLElement>('.small-falls') ?? undefined)).toBe(
    'Also 1 small fall, under 240 €',
  );
  expect(container.querySelectorAll('.curve-fall')).toHaveLength(2);
  const answers = [...container.querySelectorAll('.work-answer')].map(({ textContent }) => textContent);
  expect(answers).toEqual(Array.from({ length: 2 }, () => 'We are working it out. This may take a moment.'));
  second?.closest('li')?.querySelector('button')?.click();
  expect(onWhy).toHaveBeenCalledWith(870.9, 870.91, '2026-07');
  container.querySelector<HTMLElement>('details.no-print > summary')?.click();
  const rows = within(await screen.findByRole('table'))
    .getAllByRole('row')
    .slice(1);
  const places = ['0', '71.71', '71.72', '870.9', '870.91', '990.9', '990.91', '4,000'];
  expect(rows.map((row) => row.querySelector('th')?.textContent)).toEqual(places);
  expect(await violations(container)).toEqual([]);
});
