// Around every page of the session: whose case it is, the four steps as a list of tasks, the keys that work here.
import { useMemo, type ReactNode } from 'react';
import { useTitle } from '../model/title';
import { useThreeEscapes } from '../client/three_escapes';
import { useSurroundings } from '../model/surroundings';
import { useKeys, type Keys } from './keys';
import { useSession } from './room';
import { TaskList } from './TaskList';
import { steps, type SessionPage } from './steps';

export interface SessionFrameProps {
  page: Exclude<SessionPage, 'open'>;
  children: ReactNode;
}

export function SessionFrame({ page, children }: SessionFrameProps) {
  const { s, work, go, keysOn, setKeysOn, clear } = useSession();
  const { formats } = useSurroundings();
  useTitle(s(`title.${page}`));
  useThreeEscapes(clear);
  const keys = useMemo(
    (): Keys => Object.fromEntries(steps.map((step, index) => [String(index + 1), () => go(step)])),
    [go],
  );
  useKeys(keys, keysOn);
  const { code } = work.file.sheet;
  const { date, time, place, present } = work.meeting;
  const about = [code, formats.date(date), time, place, present].filter((text) => text !== '');
  return (
    <div className="session">
      <div className="session-head no-print">
        <p className="session-about">{about.join(' · ')}</p>
        <button type="button" className="session-link" onClick={clear}>
          {s('clear')}
        </button>
      </div>
      <TaskList page={page} />
      {children}
      <p className="session-keys no-print">
        {page === 'facts' && (
          <>
            <kbd>V</kbd> {s('key.same')} <kbd>M</kbd> {s('key.other')} <kbd>A</kbd> {s('key.open')}{' '}
          </>
        )}
        <kbd>N</kbd> {s(page === 'facts' || page === 'agreed' ? 'key.next' : 'key.next_step')} <kbd>1–4</kbd>{' '}
        {s('key.step')} <kbd>Esc</kbd> {s('key.escape')}{' '}
        <button type="button" className="session-link" aria-pressed={keysOn} onClick={() => setKeysOn(!keysOn)}>
          {s(keysOn ? 'keys.off' : 'keys.on')}
        </button>
      </p>
    </div>
  );
}
