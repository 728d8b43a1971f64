// A case in the fragment of an address, which browsers never send: deflated JSON in base64url.
import { mostBytes } from './limits';
import { isCase, type CaseFile } from './case';

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    size += part.value.length;
    // A short link may unpack into more than the device has room for.
    if (size > mostBytes) {
      await reader.cancel();
      throw new RangeError('more than a case');
    }
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
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
  if (text.length > mostBytes) return undefined;
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
