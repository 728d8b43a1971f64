// The four steps of a session and the other pages of its room, with the paths they stand at.
export const steps = ['facts', 'outcome', 'months', 'agreed'] as const;
export type Step = (typeof steps)[number];
export type SessionPage = Step | 'decision' | 'record' | 'open';

export const sessionPath = (page: SessionPage): string => (page === 'open' ? '/session' : `/session/${page}`);

/** Whatever is no page of the room is where a case is opened. */
export function pageOf(path: string): SessionPage {
  const name = /^\/session\/(\w+)$/.exec(path)?.[1];
  return ([...steps, 'decision', 'record'] as const).find((one) => one === name) ?? 'open';
}

/** The next of the four steps; the last one is its own. */
export const nextStep = (step: Step): Step => steps[Math.min(steps.indexOf(step) + 1, steps.length - 1)] ?? step;
