// What a changed value moved: each work before and now, and the engine's sentences about why.
import { useMemo } from 'react';
import type { Compared } from '../../engine/answers';
import type { CaseFile } from '../../case/case';
import { askCompared, useAsked } from '../asking';
import { withBoth, withValue } from '../case_places';
import { useDifferences } from '../differences';
import { useSession } from '../room';
import type { Change } from '../session_work';
import { useScenarioName } from '../names';

export function Moved({ change }: { change: Change }) {
  const { s, work, compared } = useSession();
  const file = work.file.case;
  const before = useMemo(() => withValue(file, change.keys, change.from ?? undefined), [file, change]);
  const { answer: earlier } = useAsked(before, askCompared);
  const was = useDifferences(earlier);
  const is = useDifferences(compared.answer);
  return (
    <section className="session-box changed" aria-live="polite">
      <h3>{s('live.moved', { title: change.title, from: change.fromText, to: change.toText })}</h3>
      {was.length > 0 && is.length === was.length && (
        <table className="session-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="only-read">{s('outcome.work')}</span>
              </th>
              <th scope="col" className="right">
                {s('live.before')}
              </th>
              <th scope="col" className="right">
                {s('live.now')}
              </th>
            </tr>
          </thead>
          <tbody>
            {is.slice(1).map(({ name, ofMonth }, index) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="right number">{was[index + 1]?.ofMonth}</td>
                <td className="right number">
                  <b>{ofMonth}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Reason file={file} change={change} index={0} />
      {(file.scenarios?.length ?? 0) > 1 && <Reason file={file} change={change} index={1} />}
    </section>
  );
}

/** Why one scenario is another one with the new value: the weightiest cause. */
function Reason({ file, change, index }: { file: CaseFile; change: Change; index: number }) {
  const { s } = useSession();
  const nameOf = useScenarioName();
  const both = useMemo(() => withBoth(file, index, change.keys, [change.from, change.to]), [file, change, index]);
  const { answer } = useAsked<CaseFile, Compared>(both, askCompared);
  const [cause] = answer?.causes?.[1] ?? [];
  const name = nameOf(file.scenarios?.[index]?.name ?? '');
  if (answer === undefined) return null;
  return <p>{cause === undefined ? s('live.unmoved', { name }) : s('live.because', { name, says: cause.says })}</p>;
}
