import { expect, it } from 'vitest';
import { isSealed, seal, unseal } from './sealed';

const text = 'ansiopolku: 1\nstart: 2026-03\nclient: {wage: 10}\n# ä €\n';
const few = 1000;

it('opens with the passphrase, however its letters are composed', async () => {
  const sealed = await seal(text, 'kahvila ja p\u00e4iv\u00e4', few);
  expect(isSealed(sealed)).toBe(true);
  expect(sealed).not.toContain('ansiopolku: 1');
  expect(await unseal(sealed, 'kahvila ja pa\u0308iva\u0308')).toEqual({ text });
});

it('tells a wrong passphrase from a damaged file', async () => {
  const sealed = await seal(text, 'right', few);
  expect(await unseal(sealed, 'wrong')).toEqual({ problem: 'wrong_passphrase' });
  const whole = JSON.parse(sealed) as Record<string, string | number>;
  for (const key of ['salt', 'nonce', 'data', 'digest']) {
    const value = String(whole[key]);
    const turned = `${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`;
    expect(await unseal(JSON.stringify({ ...whole, [key]: turned }), 'right'), key).toEqual({ problem: 'damaged' });
  }
  expect(await unseal(JSON.stringify({ ...whole, iterations: few - 1 }), 'right')).toEqual({ problem: 'damaged' });
  expect(await unseal(sealed.slice(0, -40), 'right')).toEqual({ problem: 'damaged' });
  expect(await unseal(JSON.stringify({ ...whole, iterations: 1e12 }), 'right')).toEqual({ problem: 'damaged' });
  expect(await unseal(JSON.stringify({ ...whole, ansiopolku_sealed: 2 }), 'right')).toEqual({
    problem: 'unknown_version',
  });
});

it('never seals twice alike', async () => {
  expect(await seal(text, 'one', few)).not.toBe(await seal(text, 'one', few));
});

it('takes no plain file for a sealed one', () => {
  expect(isSealed(text)).toBe(false);
  expect(isSealed('{"ansiopolku": 1}')).toBe(false);
});

// Sealed once by another program as docs/case-file.md says: hashlib.pbkdf2_hmac and AESGCM of Python's cryptography.
it('opens what another program sealed', async () => {
  const sealed = {
    ansiopolku_sealed: 1,
    key_derivation: 'PBKDF2-SHA-256',
    iterations: 1000,
    salt: 'AAECAwQFBgcICQoLDA0ODw==',
    cipher: 'AES-256-GCM',
    nonce: 'AAECAwQFBgcICQoL',
    digest: '6KxiHlcaCMPN22kcyZ2BLTRDFuPZPbphQbfEQKJ4x6U=',
    data: '8vvl0ahrx0DcG7/vyB7naytFeLpmTY3WSFoGNP/f',
  };
  expect(await unseal(JSON.stringify(sealed), 'kahvila ja päivä')).toEqual({ text: 'ansiopolku: 1\n' });
});
