// A folder where the browser can keep one open, and files everywhere.
import { useRef } from 'react';
import { canPickFolder, openFile, openFolder } from '../files/disk';
import { useSay } from '../texts/texts';

export function Openers() {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {canPickFolder() && (
        <button type="button" className="button" onClick={() => void openFolder()}>
          {say('clients.open_folder')}
        </button>
      )}
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {say('clients.open_files')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        accept=".json,.yaml,.yml,application/json,application/yaml"
        hidden
        aria-hidden="true"
        tabIndex={-1}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void openAll(chosen);
        }}
      />
    </>
  );
}

async function openAll(chosen: readonly File[]): Promise<void> {
  for (const file of chosen) await openFile(file);
}
