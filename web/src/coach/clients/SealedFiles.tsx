// Files behind a passphrase wait here until somebody types it.
import { useState } from 'react';
import { openSealed } from '../files/disk';
import { useFiles, type SealedFile } from '../files/store';
import { useSay } from '../texts/texts';

export function SealedFiles() {
  const { sealed } = useFiles();
  return (
    <>
      {sealed.map((file) => (
        <Sealed key={file.name} file={file} />
      ))}
    </>
  );
}

function Sealed({ file }: { file: SealedFile }) {
  const say = useSay();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<'damaged' | 'wrong_passphrase' | 'unknown_version'>();
  const [busy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    setProblem(await openSealed(file, passphrase));
    setBusy(false);
  };
  return (
    <form
      className="box sealed"
      aria-label={say('sealed.title', { name: file.name })}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <p>{say('sealed.title', { name: file.name })}</p>
      <div className="row">
        <label>
          {say('sealed.passphrase')}
          <input
            type="password"
            autoComplete="off"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        </label>
        <button type="submit" className="button" disabled={busy || passphrase === ''}>
          {say('sealed.open')}
        </button>
      </div>
      {problem !== undefined && <p role="alert">{say(`sealed.${problem}`)}</p>}
    </form>
  );
}
