// What is left, beside the facts: each work against now, and what the changes moved, the newest first.
import { useSurroundings } from '../../model/surroundings';
import { useDifferences } from '../differences';
import { useSession } from '../room';
import { Moved } from './Moved';

export function Live() {
  const { s, work, compared } = useSession();
  const { formats } = useSurroundings();
  const lines = useDifferences(compared.answer);
  const month = compared.answer?.timeline.months[work.month];
  const [newest, ...older] = [...work.changes].reverse();
  return (
    <aside className="session-live" aria-label={s('live.label')}>
      <h2>{month === undefined ? s('live.title') : s('live.title_month', { month: formats.month(month) })}</h2>
      <div aria-live="polite" className="live-lines">
        {lines.slice(1).map(({ name, ofMonth }) => (
          <p key={name} className="live-line">
            <span>{name}</span> <b className="number">{ofMonth}</b>
          </p>
        ))}
      </div>
      {newest !== undefined && <Moved key={newest.path} change={newest} />}
      {older.map((change) => (
        <section key={change.path} className="session-box">
          <h3>{s('live.earlier', { title: change.title })}</h3>
          <p>{s('live.from_to', { from: change.fromText, to: change.toText })}</p>
        </section>
      ))}
    </aside>
  );
}
