// To the disk and back. Where the browser can, a folder is chosen once and files are saved in their place; else files are
// opened one by one and saved as downloads. Whatever goes wrong is told by name, and nothing open is lost by it.
import { emptySheet, readFile, type ClientFile } from '../../case/file';
import { isSealed, seal, unseal } from '../../case/file/sealed';
import { changeOpen, codeOf, freeId, setFiles, textOf, type OpenClient, type SealedFile } from './store';

export type SaveProblem = 'changed_outside' | 'not_allowed' | 'disk_full' | 'file_gone' | 'failed';

interface Picking {
  showDirectoryPicker?: (options: { mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}

export const canPickFolder = (): boolean => (window as Picking).showDirectoryPicker !== undefined;

const isCaseName = (name: string): boolean => /\.(ya?ml|json)$/i.test(name);

/** False when the person chose none. */
export async function openFolder(): Promise<boolean> {
  let handle: FileSystemDirectoryHandle;
  try {
    handle = await (window as unknown as Required<Picking>).showDirectoryPicker({ mode: 'readwrite' });
  } catch {
    return false;
  }
  setFiles((before) => ({ ...before, folder: { name: handle.name, handle } }));
  for await (const entry of (handle as unknown as { values(): AsyncIterable<FileSystemHandle> }).values()) {
    if (entry.kind === 'file' && isCaseName(entry.name)) await openHandle(entry as FileSystemFileHandle);
  }
  return true;
}

async function openHandle(handle: FileSystemFileHandle): Promise<void> {
  try {
    await openFile(await handle.getFile(), handle);
  } catch {
    setFiles((before) => ({ ...before, closed: [...before.closed, { name: handle.name, problems: 'unreadable' }] }));
  }
}

export async function openFile(file: File, handle?: FileSystemFileHandle): Promise<void> {
  const text = await file.text();
  const found = { name: file.name, text, modified: file.lastModified, ...(handle === undefined ? {} : { handle }) };
  setFiles((before) => ({ ...before, closed: before.closed.filter(({ name }) => name !== file.name) }));
  if (isSealed(text)) setFiles((before) => ({ ...before, sealed: [...before.sealed, found] }));
  else take(found, text);
}

/** The text of an opened file, in plain, becomes a client. */
function take(found: SealedFile, plain: string, passphrase?: string): void {
  const read = readFile(plain);
  if ('problems' in read) {
    setFiles((before) => ({ ...before, closed: [...before.closed, { name: found.name, problems: read.problems }] }));
    return;
  }
  const client: OpenClient = {
    ...found,
    id: freeId(found.name),
    text: plain,
    file: read.read,
    saved: read.read,
    ...(passphrase === undefined ? {} : { passphrase }),
  };
  setFiles((before) => ({ ...before, clients: [...before.clients, client] }));
}

/** What is wrong, or undefined when it is open. */
export async function openSealed(
  sealed: SealedFile,
  passphrase: string,
): Promise<'damaged' | 'wrong_passphrase' | 'unknown_version' | undefined> {
  const opened = await unseal(sealed.text, passphrase);
  if ('problem' in opened) return opened.problem;
  setFiles((before) => ({ ...before, sealed: before.sealed.filter((one) => one !== sealed) }));
  take(sealed, opened.text, passphrase);
  return undefined;
}

/** A client with nothing told yet. */
export function addClient(code: string, start: string): string {
  const file: ClientFile = {
    case: { ansiopolku: 1, start, months: 24, client: {}, scenarios: [{ name: 'now' }] },
    sheet: emptySheet(code),
  };
  const id = freeId(code);
  setFiles((before) => ({
    ...before,
    clients: [...before.clients, { id, name: undefined, text: undefined, file, saved: file }],
  }));
  return id;
}

/** Saves in its place, or as a download. `anyway`: over what somebody else has written since. */
export async function saveClient(
  client: OpenClient,
  folder: FileSystemDirectoryHandle | undefined,
  anyway = false,
): Promise<SaveProblem | undefined> {
  const plain = textOf(client);
  const text = client.passphrase === undefined ? plain : await seal(plain, client.passphrase);
  const name = client.name ?? `${codeOf(client)}.yaml`;
  try {
    const handle = client.handle ?? (await folder?.getFileHandle(name, { create: true }));
    if (handle === undefined)
      download(name, text, client.passphrase === undefined ? 'application/yaml' : 'application/json');
    else {
      if (client.handle !== undefined && !anyway && (await handle.getFile()).lastModified !== client.modified)
        return 'changed_outside';
      // Written beside and put in place on closing: a full disk leaves the old file whole.
      const stream = await handle.createWritable();
      await stream.write(text);
      await stream.close();
    }
    const modified = (await handle?.getFile())?.lastModified;
    changeOpen(client.id, (now) => ({
      ...now,
      name,
      text: plain,
      saved: client.file,
      ...(handle === undefined ? {} : { handle }),
      ...(modified === undefined ? {} : { modified }),
    }));
    return undefined;
  } catch (error) {
    return problemOf(error);
  }
}

function problemOf(error: unknown): SaveProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'not_allowed';
  if (name === 'QuotaExceededError') return 'disk_full';
  return name === 'NotFoundError' ? 'file_gone' : 'failed';
}

export function download(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
