// A case in the fragment of an address, which browsers never send: deflated JSON in base64url.
import { isCase, type CaseFile } from './case';

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

export async function packCase(file: CaseFile): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  const packed = await through(new Uint8Array(bytes), new CompressionStream('deflate-raw'));
  return btoa(String.fromCharCode(...packed))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** undefined when the text is no case. */
export async function unpackCase(text: string): Promise<CaseFile | undefined> {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(
      new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw'))),
    );
    return isCase(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
