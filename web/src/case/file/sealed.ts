// A file behind a passphrase (docs/case-file.md): JSON with what is needed to open it, and the sealed text. The key comes from
// the passphrase by PBKDF2, slow on purpose; AES-GCM seals. The digest tells a damaged file from a wrong passphrase, which
// the seal alone does not.
import { isObject } from '../case';

export const iterations = 600_000;
const mostIterations = 10_000_000;

interface Sealed {
  ansiopolku_sealed: 1;
  key_derivation: 'PBKDF2-SHA-256';
  iterations: number;
  salt: string;
  cipher: 'AES-256-GCM';
  nonce: string;
  /** SHA-256 of the head and the sealed bytes. */
  digest: string;
  data: string;
}

export type Unsealed = { text: string } | { problem: 'damaged' | 'wrong_passphrase' | 'unknown_version' };

const bytesOf = (text: string) => new TextEncoder().encode(text);
const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** What is sealed with the text and cannot be changed without being noticed. */
const headOf = (sealed: Omit<Sealed, 'digest' | 'data'>) =>
  bytesOf(
    [sealed.ansiopolku_sealed, sealed.key_derivation, sealed.iterations, sealed.salt, sealed.cipher, sealed.nonce].join(
      ' ',
    ),
  );

async function digestOf(head: Uint8Array, data: Uint8Array): Promise<string> {
  const both = new Uint8Array(head.length + data.length);
  both.set(head);
  both.set(data, head.length);
  return base64(new Uint8Array(await crypto.subtle.digest('SHA-256', both)));
}

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', bytesOf(passphrase.normalize('NFC')), 'PBKDF2', false, [
    'deriveKey',
  ]);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

export async function seal(text: string, passphrase: string, rounds = iterations): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const head = {
    ansiopolku_sealed: 1,
    key_derivation: 'PBKDF2-SHA-256',
    iterations: rounds,
    salt: base64(salt),
    cipher: 'AES-256-GCM',
    nonce: base64(nonce),
  } as const;
  const key = await keyOf(passphrase, salt, rounds);
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: headOf(head) };
  const data = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, bytesOf(text)));
  const sealed: Sealed = { ...head, digest: await digestOf(headOf(head), data), data: base64(data) };
  return `${JSON.stringify(sealed, null, 2)}\n`;
}

/** Whether a text is a sealed file, of whatever version. */
export const isSealed = (text: string): boolean => /^\uFEFF?\s*\{\s*"ansiopolku_sealed"/.test(text);

export async function unseal(text: string, passphrase: string): Promise<Unsealed> {
  const sealed = sealedOf(text);
  if (typeof sealed === 'string') return { problem: sealed };
  try {
    const data = fromBase64(sealed.data);
    const head = headOf(sealed);
    if ((await digestOf(head, data)) !== sealed.digest) return { problem: 'damaged' };
    const key = await keyOf(passphrase, fromBase64(sealed.salt), sealed.iterations);
    const algorithm = { name: 'AES-GCM', iv: fromBase64(sealed.nonce), additionalData: head };
    const open = await crypto.subtle.decrypt(algorithm, key, data).catch(() => undefined);
    return open === undefined ? { problem: 'wrong_passphrase' } : { text: new TextDecoder().decode(open) };
  } catch {
    return { problem: 'damaged' };
  }
}

function sealedOf(text: string): Sealed | 'damaged' | 'unknown_version' {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'damaged';
  }
  if (!isObject(value)) return 'damaged';
  if (value['ansiopolku_sealed'] !== 1) return 'unknown_version';
  const texts = ['salt', 'nonce', 'digest', 'data'].every((key) => typeof value[key] === 'string');
  const rounds = value['iterations'];
  const isWhole = texts && typeof rounds === 'number' && Number.isInteger(rounds) && rounds > 0;
  // More rounds than anybody writes would only keep the page busy.
  return isWhole && rounds <= mostIterations ? (value as unknown as Sealed) : 'damaged';
}
