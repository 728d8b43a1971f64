// The coach's room: the clients of a folder, one client's case, and what is printed of them. Files live in this tab's memory
// alone; who leaves with something unsaved is asked.
import { useEffect } from 'react';
import { CasePage } from './case/CasePage';
import { ClientsPage } from './clients/ClientsPage';
import { ProgrammePage } from './clients/ProgrammePage';
import { WeekPage } from './clients/WeekPage';
import { RoomHead } from './RoomHead';
import { filesNow, isUnsaved, useFiles } from './files/store';
import { SayContext, useCoachTexts } from './texts/texts';
import './coach_colours.css';
import './coach.css';

export interface RoomProps {
  path: string;
  go: (path: string) => void;
}

export function CoachRoom({ path, go }: RoomProps) {
  const say = useCoachTexts();
  useWarning();
  if (say === undefined) return null;
  const [, room, id = '', tab = ''] = path.split('/');
  return (
    <SayContext.Provider value={say}>
      <div className="coach">
        <RoomHead />
        {room === 'case' ? (
          <CaseOf id={decodeURIComponent(id)} tab={tab} go={go} />
        ) : id === 'week' ? (
          <WeekPage />
        ) : id === 'programme' ? (
          <ProgrammePage />
        ) : (
          <ClientsPage go={go} />
        )}
      </div>
    </SayContext.Provider>
  );
}

function CaseOf({ id, tab, go }: { id: string; tab: string; go: RoomProps['go'] }) {
  const client = useFiles().clients.find((one) => one.id === id);
  // A case that is not open (any more) is looked for in the list.
  return client === undefined ? <ClientsPage go={go} /> : <CasePage key={id} client={client} tab={tab} go={go} />;
}

function useWarning(): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (filesNow().clients.some(isUnsaved)) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
}
