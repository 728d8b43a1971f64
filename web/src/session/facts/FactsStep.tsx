// Step 1: are the facts the same at Kela? The weightiest first, one row open at a time; what a changed value moves stands
// beside the list. Then the engine's own assumptions and readings in the same form.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSurroundings } from '../../model/surroundings';
import { useKeys, type Keys } from '../keys';
import { useSession } from '../room';
import { useNoteFact } from './changing';
import { FactRow } from './FactRow';
import { Live } from './Live';
import { OwnAssumptions } from './OwnAssumptions';
import { useWeighedFacts } from './weights';
import './facts.css';

export function FactsStep() {
  const { s, work, go, finish, keysOn } = useSession();
  const { t } = useSurroundings();
  const weighed = useWeighedFacts();
  const { facts, ready } = weighed;
  const listed = useMemo(() => facts.filter(({ path }) => work.order.includes(path)), [facts, work.order]);
  const rest = facts.filter(({ path }) => !work.order.includes(path));
  const [current, setCurrent] = useState<string>();
  const first = listed.find(({ path }) => work.file.sheet.facts[path]?.kela === undefined) ?? listed[0];
  const shown = current ?? first?.path;
  const note = useNoteFact();

  const next = useCallback(() => {
    const index = listed.findIndex(({ path }) => path === shown);
    const after = listed[index + 1];
    if (after === undefined) finish('facts');
    else setCurrent(after.path);
  }, [listed, shown, finish]);
  const keys = useMemo((): Keys => {
    const set = (kela: 'same' | 'other' | 'open') => () => {
      if (shown === undefined) return;
      setCurrent(shown);
      note(shown, { kela });
    };
    return { v: set('same'), m: set('other'), a: set('open'), n: next };
  }, [shown, note, next]);
  useKeys(keys, keysOn);
  useRowInSight(current);

  const row = (fact: (typeof facts)[number]) => (
    <FactRow key={fact.path} fact={fact} isOpen={fact.path === shown} onOpen={() => setCurrent(fact.path)} />
  );
  return (
    <div className="session-columns">
      <section aria-labelledby="facts-title" className="session-stack">
        <div className="session-title-row">
          <h1 id="facts-title" tabIndex={-1}>
            {s('facts.title')}
          </h1>
          <p className="soft">{s('facts.order', { months: work.file.case.months ?? 1 })}</p>
        </div>
        {!ready && listed.length === 0 ? (
          <p role="status">{t('app.loading')}</p>
        ) : (
          <FactTable>{listed.map(row)}</FactTable>
        )}
        {listed.length > 0 && rest.length > 0 && (
          <details className="session-fold">
            <summary>{s('facts.rest', { count: rest.length })}</summary>
            <FactTable>{rest.map(row)}</FactTable>
          </details>
        )}
        <OwnAssumptions others={weighed.others} />
        <div className="session-row">
          <button type="button" className="session-button main" onClick={() => finish('facts')}>
            {s('next.outcome')}
          </button>
          <button type="button" className="session-button" onClick={() => go('decision')}>
            {s('decision.link')}
          </button>
        </div>
      </section>
      <Live />
    </div>
  );
}

function FactTable({ children }: { children: React.ReactNode }) {
  const { s } = useSession();
  return (
    <table className="session-table session-facts">
      <caption className="only-read">{s('facts.caption')}</caption>
      <thead>
        <tr>
          <th scope="col" className="right">
            {s('facts.weight')}
          </th>
          <th scope="col">{s('facts.fact')}</th>
          <th scope="col">{s('facts.state')}</th>
          <th scope="col">{s('facts.who')}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** The row that is gone to stays in the middle of the screen. */
function useRowInSight(path: string | undefined): void {
  useEffect(() => {
    if (path === undefined) return;
    const row = document.querySelector<HTMLElement>(`[data-fact="${CSS.escape(path)}"]`);
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    row?.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
  }, [path]);
}
