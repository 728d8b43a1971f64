// What is due this week and what is overdue, over all clients.
import { useSurroundings } from '../../model/surroundings';
import { useSay } from '../texts/texts';
import { today, weekOf } from '../today';
import { dutiesOf, type ClientRow, type DatedTask } from './rows';

export interface WeekDuty extends DatedTask {
  row: ClientRow;
}

export function weekDuties(rows: readonly ClientRow[], day: string): WeekDuty[] {
  const { to } = weekOf(day);
  return rows
    .flatMap((row) =>
      row.results === undefined ? [] : dutiesOf(row.client, row.results, day).map((duty) => ({ ...duty, row })),
    )
    .filter(({ due, done }) => done === undefined && due !== undefined && due <= to)
    .sort((one, other) => (one.due ?? '').localeCompare(other.due ?? ''));
}

export function WeekList({ rows, all = false }: { rows: readonly ClientRow[]; all?: boolean }) {
  const say = useSay();
  const { formats } = useSurroundings();
  const duties = weekDuties(rows, today());
  const shown = all ? duties : duties.slice(0, 6);
  return (
    <section className="box box-duty" aria-labelledby="week-duties">
      <h2 id="week-duties" className="h3">
        {say('week.title', { from: formats.date(weekOf(today()).from), to: formats.date(weekOf(today()).to) })}
      </h2>
      {duties.length === 0 ? (
        <p>{say('week.none')}</p>
      ) : (
        <ol className="week">
          {shown.map(({ row, due, task, overdue, id }) => (
            <li key={`${row.client.id} ${id}`}>
              <b>{due === undefined ? '' : formats.date(due)}</b>
              <span>
                {overdue && <span className="chip chip-duty">{say('mark.overdue')}</span>} {row.code}: {task.title}
              </span>
            </li>
          ))}
        </ol>
      )}
      {!all && duties.length > shown.length && (
        <a href="#/clients/week">{say('week.more', { count: duties.length - shown.length })}</a>
      )}
    </section>
  );
}
