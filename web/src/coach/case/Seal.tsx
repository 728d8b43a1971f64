// A passphrase for a client's file: typed twice, used on the next saving.
import { useState } from 'react';
import { changeOpen, type OpenClient } from '../files/store';
import { useSay } from '../texts/texts';

export function Seal({ client, onDone }: { client: OpenClient; onDone: () => void }) {
  const say = useSay();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const set = (value: string | undefined) => {
    changeOpen(client.id, (now) => {
      const rest = { ...now };
      delete rest.passphrase;
      // The disk still has it the other way: there is something to save.
      const unsaved = { ...rest, saved: { ...now.saved } };
      return value === undefined ? unsaved : { ...unsaved, passphrase: value };
    });
    onDone();
  };
  return (
    <form
      className="box sealed"
      aria-label={say('case.seal')}
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '' && passphrase === again) set(passphrase);
      }}
    >
      <p>{say('seal.lead')}</p>
      <div className="row">
        <label>
          {say('sealed.passphrase')}
          <input
            type="password"
            autoComplete="new-password"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        </label>
        <label>
          {say('seal.again')}
          <input
            type="password"
            autoComplete="new-password"
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
        </label>
        <button type="submit" className="button" disabled={passphrase === '' || passphrase !== again}>
          {say('seal.use')}
        </button>
        {client.passphrase !== undefined && (
          <button type="button" className="button" onClick={() => set(undefined)}>
            {say('seal.off')}
          </button>
        )}
      </div>
    </form>
  );
}
