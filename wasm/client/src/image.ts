// Rules as the engine loads them.
import type { Language } from './answers.js';

export const languages: readonly Language[] = ['fi', 'sv', 'en', 'fi-simple'];

/** The `rest`: names and texts that a first answer does not show. */
export type ImagePart = 'core.bin' | 'formulas.bin' | 'rest.bin' | `${Language}.bin` | `${Language}-rest.bin`;

/** The image of a rule set in its parts, under the names their files bear. */
export type RuleImage = Readonly<Record<ImagePart, Uint8Array<ArrayBuffer>>>;

/** In the order of wasm/authoring/exports.cpp. */
export const imageParts: readonly ImagePart[] = [
  'core.bin',
  'formulas.bin',
  'rest.bin',
  ...languages.map((language): ImagePart => `${language}.bin`),
  ...languages.map((language): ImagePart => `${language}-rest.bin`),
];
