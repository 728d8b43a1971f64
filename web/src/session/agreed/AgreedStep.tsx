// Step 4: what was agreed, who does it, by when, and what if it fails. Then it is read aloud, printed, handed over, and the
// computer is cleared.
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Agreed } from '../../case/file';
import { today } from '../../client/start_month';
import { useKeys, type Keys } from '../keys';
import { useFactWords } from '../facts/fact_words';
import { factsOf } from '../facts/facts';
import { useScenarioName } from '../names';
import { startDay } from '../months/start_day';
import { useSession } from '../room';
import { AgreedRow } from './AgreedRow';
import { filledFrom, filledIn, isWhole, withFilledIn } from './agreeing';
import { ReadAloud } from './ReadAloud';
import './agreed.css';

export function AgreedStep() {
  const { s, work, change, go, clear, keysOn } = useSession();
  const [shown, setShown] = useState(0);
  useFillIn();
  const { agreed } = work.file.sheet;
  const setRows = useCallback(
    (how: (rows: readonly Agreed[]) => Agreed[]) =>
      change((now) => {
        const { sheet } = now.file;
        return { ...now, file: { ...now.file, sheet: { ...sheet, agreed: how(sheet.agreed) } } };
      }),
    [change],
  );
  const keys = useMemo(
    (): Keys => ({ n: () => setShown((now) => (now + 1 < agreed.length ? now + 1 : 0)) }),
    [agreed.length],
  );
  useKeys(keys, keysOn);
  const missing = agreed.filter((row) => !isWhole(row)).length;
  function print() {
    change((now) => (now.done.includes('agreed') ? now : { ...now, done: [...now.done, 'agreed'] }));
    go('record');
  }
  return (
    <div className="session-columns">
      <section aria-labelledby="agreed-title" className="session-stack">
        <div className="session-title-row">
          <h1 id="agreed-title" tabIndex={-1}>
            {s('agreed.title')}
          </h1>
          <button
            type="button"
            className="session-button"
            onClick={() => {
              setRows((rows) => [...rows, { what: '' }]);
              setShown(agreed.length);
            }}
          >
            {s('agreed.add')}
          </button>
        </div>
        <table className="session-table session-agreed">
          <caption className="only-read">{s('agreed.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{s('agreed.what')}</th>
              <th scope="col">{s('agreed.who')}</th>
              <th scope="col">{s('agreed.by')}</th>
              <th scope="col">{s('agreed.if_fails')}</th>
            </tr>
          </thead>
          <tbody>
            {agreed.map((row, index) => (
              <AgreedRow
                key={`${filledFrom(row)} ${index}`}
                row={row}
                number={index + 1}
                isOpen={index === shown}
                onOpen={() => setShown(index)}
                onChange={(changed) => setRows((rows) => rows.map((one, at) => (at === index ? changed : one)))}
                onRemove={() => setRows((rows) => rows.filter((_, at) => at !== index))}
              />
            ))}
          </tbody>
        </table>
        {missing > 0 && <p role="status">{s('agreed.missing', { count: missing })}</p>}
        <div className="session-row">
          <button type="button" className="session-button main" disabled={missing > 0} onClick={print}>
            {s('agreed.record')}
          </button>
          <button type="button" className="session-button" onClick={clear}>
            {s('clear')}
          </button>
        </div>
      </section>
      <ReadAloud />
    </div>
  );
}

/** The rows that follow from the duties and the facts, once each. */
function useFillIn(): void {
  const { s, work, change, compared, variables } = useSession();
  const { titleOf, valueOf } = useFactWords();
  const nameOf = useScenarioName();
  const { answer } = compared;
  const { case: file, sheet } = work.file;
  const rows = useMemo(() => {
    const first = answer?.scenarios[1];
    if (first === undefined) return undefined;
    const facts = factsOf(file, variables).map((fact) => ({
      ...fact,
      title: titleOf(fact),
      kela: sheet.facts[fact.path]?.kela,
    }));
    return filledIn(
      {
        begins: startDay(file),
        tasks: (first.to_do ?? []).filter(
          ({ due, month }) => (due ?? month).slice(0, 7) <= (answer?.timeline.months.at(-1) ?? ''),
        ),
        open: facts.filter(({ kela }) => kela === 'open'),
        other: facts
          .filter(({ kela }) => kela === 'other')
          .map(({ path, title, variable, given }) => ({ path, title, value: valueOf(variable, given) })),
        today: today(),
      },
      {
        begins: s('agreed.begins', { name: nameOf(first.name) }),
        check: (title) => s('agreed.check', { title }),
        correct: (title, value) => s('agreed.correct', { title, value }),
        recompute: s('agreed.recompute'),
      },
    );
  }, [answer, file, sheet.facts, variables, titleOf, valueOf, nameOf, s]);
  useEffect(() => {
    if (rows === undefined) return;
    change((now) => {
      const filled = withFilledIn(now.file.sheet, rows);
      return filled === now.file.sheet ? now : { ...now, file: { ...now.file, sheet: filled } };
    });
  }, [rows, change]);
}
