// Ways through the room, and the way out of everything.
import { closeAll, filesNow, isUnsaved } from './files/store';
import { useSay } from './texts/texts';

export function RoomHead() {
  const say = useSay();
  const clear = () => {
    if (filesNow().clients.some(isUnsaved) && !window.confirm(say('clear.unsaved'))) return;
    closeAll();
    window.location.hash = '#/clients';
  };
  return (
    <nav className="coach-nav no-print" aria-label={say('nav.label')}>
      <a href="#/clients">{say('nav.clients')}</a>
      <a href="#/clients/week">{say('nav.week')}</a>
      <a href="#/clients/programme">{say('nav.programme')}</a>
      <button type="button" className="link" onClick={clear}>
        {say('nav.clear')}
      </button>
    </nav>
  );
}
