// A client with an empty form. What looks like a name or an identity number is warned about: the list lives by codes.
import { useState } from 'react';
import { addClient } from '../files/disk';
import { useSay } from '../texts/texts';
import { today } from '../today';

/** Finnish identity numbers: 131052-308T, and the signs of later centuries. */
const identityNumber = /\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]/i;
const looksLikeName = (code: string): boolean =>
  /\p{L}{3,}[ -]+\p{L}{2,}/u.test(code.trim()) || /^\p{Lu}\p{Ll}{3,}$/u.test(code.trim());

export function codeWarning(code: string): 'identity' | 'name' | undefined {
  if (identityNumber.test(code)) return 'identity';
  return looksLikeName(code) ? 'name' : undefined;
}

export function NewClient({ go, onClose }: { go: (path: string) => void; onClose: () => void }) {
  const say = useSay();
  const [code, setCode] = useState('');
  const [start, setStart] = useState(today().slice(0, 7));
  const warning = codeWarning(code);
  const isReady = code.trim() !== '' && warning !== 'identity' && /^\d{4}-(0[1-9]|1[0-2])$/.test(start);
  return (
    <form
      className="box new-client"
      aria-label={say('clients.new')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) go(`/case/${encodeURIComponent(addClient(code.trim(), start))}`);
      }}
    >
      <p>{say('new.empty')}</p>
      <div className="row">
        <label>
          {say('new.code')}
          <input
            type="text"
            value={code}
            aria-describedby="code-hint"
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </label>
        <label>
          {say('new.start')}
          <input type="month" value={start} onChange={(event) => setStart(event.currentTarget.value)} />
        </label>
        <button type="submit" className="button button-main" disabled={!isReady}>
          {say('new.begin')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {say('cancel')}
        </button>
      </div>
      <p id="code-hint" className="small soft" role="status">
        {warning === undefined ? say('new.hint') : say(`new.warning.${warning}`)}
      </p>
    </form>
  );
}
