// What is open, by the euros at stake, and what is to be done, by its day: done on, by whom, what if not.
import type { ClientFile } from '../../case/file';
import { doers, type Doer } from '../../case/file';
import type { Results, Stakes } from '../../engine/answers';
import { useSurroundings } from '../../model/surroundings';
import { ownerTitle } from '../facts/FactsPane';
import { download } from '../files/disk';
import { codeOf, type OpenClient } from '../files/store';
import { useSay } from '../texts/texts';
import { today } from '../today';
import { dutiesOf, type DatedTask } from '../clients/rows';
import { calendarOf } from './calendar';

export interface TodoPaneProps {
  client: OpenClient;
  results: Results | undefined;
  scenario: number;
  stakes: Stakes | undefined;
  onChange: (file: ClientFile) => void;
}

export function TodoPane({ client, results, scenario, stakes, onChange }: TodoPaneProps) {
  const say = useSay();
  const duties = results === undefined ? [] : dutiesOf(client, results, today(), scenario);
  const { file } = client;
  const mark = (duty: DatedTask, done: boolean, by: Doer = 'client') => {
    const others = file.sheet.duties.filter(({ id }) => id !== duty.id);
    const next = done ? [...others, { id: duty.id, done: today(), by }] : others;
    onChange({ ...file, sheet: { ...file.sheet, duties: next } });
  };
  return (
    <section className="pane" aria-labelledby="todo-title">
      <div className="pane-head">
        <h2 id="todo-title">{say('todo.title')}</h2>
      </div>
      <OpenFacts stakes={stakes} scenario={scenario} />
      <h3>{say('todo.duties')}</h3>
      {duties.length === 0 ? (
        <p>{say('todo.none')}</p>
      ) : (
        <ul className="todo">
          {duties.map((duty) => (
            <Duty key={duty.id} duty={duty} file={file} onMark={mark} />
          ))}
        </ul>
      )}
      <button
        type="button"
        className="button"
        disabled={duties.length === 0}
        onClick={() => {
          const code = codeOf(client);
          download(`${code}.ics`, calendarOf(code, duties, today()), 'text/calendar');
        }}
      >
        {say('todo.calendar')}
      </button>
    </section>
  );
}

function OpenFacts({ stakes, scenario }: { stakes: Stakes | undefined; scenario: number }) {
  const say = useSay();
  const { t, formats } = useSurroundings();
  if (scenario === 0) return <p className="small soft">{say('stakes.no_offer')}</p>;
  if (stakes === undefined) return <p className="small soft">{say('stakes.computing')}</p>;
  return (
    <>
      <p className="small soft">{say('stakes.about', { offer: stakes.scenario, months: stakes.months })}</p>
      <ol className="stakes">
        {stakes.stakes.slice(0, 8).map(({ item, change: [least, most] }) => {
          const owner = item.person == null ? undefined : ownerTitle(item.person, t);
          const moves = least === 0 ? [most] : most === 0 ? [least] : [least, most];
          return (
            <li key={[item.kind, item.variable ?? item.rule ?? item.parameter, item.person].join(' ')}>
              <b className="stake number">{moves.map((amount) => formats.change(amount)).join(' / ')}</b>
              <span>
                {item.title}
                {owner !== undefined && ` (${owner})`}
                <span
                  className={`status status-${item.kind === 'fact' || item.kind === 'varies' ? 'unknown' : 'assumed'}`}
                >
                  {say(`stakes.${item.kind}`)}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
      <p className="small soft">{say('stakes.without', { count: stakes.without_effect })}</p>
    </>
  );
}

interface DutyProps {
  duty: DatedTask;
  file: ClientFile;
  onMark: (duty: DatedTask, done: boolean, by?: Doer) => void;
}

function Duty({ duty, file, onMark }: DutyProps) {
  const say = useSay();
  const { formats } = useSurroundings();
  const { task, due, done, overdue } = duty;
  const by = file.sheet.duties.find(({ id }) => id === duty.id)?.by;
  return (
    <li>
      <b className={overdue ? 'late' : undefined}>
        {due === undefined ? formats.month(task.month) : formats.date(due)}
      </b>
      <span>
        <label className="check">
          <input
            type="checkbox"
            checked={done !== undefined}
            onChange={(event) => onMark(duty, event.currentTarget.checked)}
          />
          <span>
            {task.title}
            {overdue && <span className="chip chip-duty">{say('mark.overdue')}</span>}
          </span>
        </label>
        <span className="small soft">
          {[task.to_title, task.attachment].filter((text) => text !== undefined).join(' · ')}
          {task.says !== undefined && <span className="says">{task.says}</span>}
        </span>
        {done !== undefined && (
          <span className="small row">
            {say('todo.done', { date: formats.date(done) })}
            <select
              aria-label={say('todo.by')}
              value={by ?? 'client'}
              onChange={(event) => onMark(duty, true, event.currentTarget.value as Doer)}
            >
              {doers.map((one) => (
                <option key={one} value={one}>
                  {say(`doer.${one}`)}
                </option>
              ))}
            </select>
          </span>
        )}
      </span>
    </li>
  );
}
