import { readFile } from 'node:fs/promises';

/** A file that lies beside this package's scripts. */
export async function readBeside(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(new URL(`./${name}`, import.meta.url)));
}
