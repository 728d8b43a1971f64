// The files a coach has open: in this tab's memory alone, gone when it closes. Who shows them is told of every change.
import { useSyncExternalStore } from 'react';
import { writeFile, type ClientFile, type FileProblem } from '../../case/file';

export interface OpenClient {
  /** What the address names it by. */
  id: string;
  /** Of the file; undefined until it is saved for the first time. */
  name: string | undefined;
  handle?: FileSystemFileHandle;
  /** When the file was last changed, as it was read or written. */
  modified?: number;
  /** The text on the disk. */
  text: string | undefined;
  /** It was sealed, and is sealed again on saving. */
  passphrase?: string;
  file: ClientFile;
  saved: ClientFile;
}

/** A file that could not be opened. */
export interface ClosedFile {
  name: string;
  problems: readonly FileProblem[] | 'unreadable';
}

export interface SealedFile {
  name: string;
  text: string;
  handle?: FileSystemFileHandle;
  modified?: number;
}

export interface Folder {
  name: string;
  handle?: FileSystemDirectoryHandle;
}

export interface Files {
  folder?: Folder;
  clients: readonly OpenClient[];
  closed: readonly ClosedFile[];
  sealed: readonly SealedFile[];
}

const nothing: Files = { clients: [], closed: [], sealed: [] };
let files = nothing;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const filesNow = (): Files => files;
export const useFiles = (): Files => useSyncExternalStore(subscribe, filesNow);

export function setFiles(change: (before: Files) => Files): void {
  files = change(files);
  for (const listener of listeners) listener();
}

export const closeAll = (): void => setFiles(() => nothing);

/** Changes the file of one client; undefined where there is none of that name. */
export function changeClient(id: string, change: (file: ClientFile) => ClientFile): void {
  changeOpen(id, (client) => ({ ...client, file: change(client.file) }));
}

export function changeOpen(id: string, change: (client: OpenClient) => OpenClient): void {
  setFiles((before) => ({
    ...before,
    clients: before.clients.map((client) => (client.id === id ? change(client) : client)),
  }));
}

export const isUnsaved = ({ file, saved, name }: OpenClient): boolean => file !== saved || name === undefined;

/** An id that no other open client has. */
export function freeId(wish: string): string {
  const base = wish.replace(/\.(ya?ml|json)$/i, '').replace(/[^\p{L}\p{N}_-]+/gu, '-') || 'client';
  const taken = new Set(files.clients.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

export const codeOf = ({ file, id }: Pick<OpenClient, 'file' | 'id'>): string => file.sheet.code || id;

export const textOf = ({ file, text }: OpenClient): string => writeFile(file, text);
