// The four steps of the session, each not begun, begun or done.
import { useFactProgress } from './facts/progress';
import { useSession } from './room';
import { steps, type SessionPage, type Step } from './steps';

export interface TaskListProps {
  page: SessionPage;
}

export function TaskList({ page }: TaskListProps) {
  const { s, work, go } = useSession();
  const { gone, all, open } = useFactProgress();
  const stateOf = (step: Step): 'todo' | 'now' | 'done' => {
    if (work.done.includes(step) || (step === 'facts' && all > 0 && gone === all)) return 'done';
    return work.begun.includes(step) ? 'now' : 'todo';
  };
  const words = (step: Step): string => {
    const state = stateOf(step);
    if (step !== 'facts' || state === 'todo') return s(`step.state.${state}`);
    if (state === 'now') return s('step.state.facts', { gone, all });
    return open > 0 ? s('step.state.facts_open', { open }) : s('step.state.done');
  };
  return (
    <nav aria-label={s('steps')} className="no-print">
      <ol className="session-steps">
        {steps.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              className={`session-step step-${stateOf(step)}`}
              aria-current={step === page ? 'step' : undefined}
              onClick={() => go(step)}
            >
              <span className="step-number" aria-hidden="true">
                {stateOf(step) === 'done' ? '✓' : index + 1}
              </span>
              <span>
                {s(`step.${step}`)}
                <span className="step-state">{words(step)}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
