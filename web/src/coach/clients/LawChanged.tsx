// Who was computed with other rules than today's, by how much the answer moved, and why. Recomputing keeps the old results as a
// meeting, so that they can be compared later.
import { keptOf, titleOf } from '../../model/plan';
import { useSurroundings } from '../../model/surroundings';
import { copyOf } from '../../case/file';
import type { JsonObject } from '../../case/case';
import { changeClient } from '../files/store';
import { useSay } from '../texts/texts';
import { today } from '../today';
import { lawChangeOf, type ClientRow } from './rows';

export function LawChanged({ rows }: { rows: readonly ClientRow[] }) {
  const say = useSay();
  const { formats } = useSurroundings();
  const behind = rows.filter(({ lawChanged }) => lawChanged);
  if (behind.length === 0) return null;
  const changes = behind.flatMap((row) => {
    const change = row.results === undefined ? undefined : lawChangeOf(row, keptOf(row.results));
    return change === undefined ? [] : [change];
  });
  const recompute = () => {
    for (const { client, results } of behind)
      if (results !== undefined) recomputed(client.id, results, say('law.note'));
  };
  return (
    <section className="box box-changed" aria-labelledby="law-changed">
      <h2 id="law-changed" className="h3">
        {say('law.title', { count: behind.length })}
      </h2>
      {changes.length === 0 ? (
        <p>{say('law.same')}</p>
      ) : (
        <div className="scroll" role="region" aria-label={say('law.table')} tabIndex={0}>
          <table className="table compact">
            <thead>
              <tr>
                <th scope="col">{say('column.code')}</th>
                <th scope="col">{say('column.offer')}</th>
                <th scope="col" className="right">
                  {say('law.before')}
                </th>
                <th scope="col" className="right">
                  {say('law.now')}
                </th>
                <th scope="col" className="right">
                  {say('law.change')}
                </th>
                <th scope="col">{say('law.because')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ row, scenario, before, now, change, because }) => (
                <tr key={row.client.id}>
                  <th scope="row">{row.code}</th>
                  <td>{scenario}</td>
                  <td className="right number">{formats.euros(before)}</td>
                  <td className="right number">{formats.euros(now)}</td>
                  <td className="right number">
                    <b>{formats.change(change)}</b>
                  </td>
                  <td>
                    {because === undefined || row.results === undefined
                      ? ''
                      : titleOf(row.results, because.replace(/^(client|spouse|child\d+)\./, ''))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="row">
        <button type="button" className="button button-main" onClick={recompute}>
          {say('law.recompute', { count: behind.length })}
        </button>
      </div>
    </section>
  );
}

type Answer = NonNullable<ClientRow['results']>;

/** The file with today's results; those of before stay in it as a meeting of nobody. */
function recomputed(id: string, results: Answer, note: string): void {
  changeClient(id, (file) => {
    const { computed } = file.sheet;
    const meetings =
      computed === undefined
        ? file.sheet.meetings
        : [
            ...file.sheet.meetings,
            {
              date: computed.date,
              note,
              rules: computed.rules,
              case: copyOf(file.case) as JsonObject,
              results: computed.results,
            },
          ];
    return { ...file, sheet: { ...file.sheet, meetings, computed: computedOf(results) } };
  });
}

export const computedOf = (results: Answer) => ({
  date: today(),
  rules: results.rules?.hash ?? '',
  results: keptOf(results),
});
