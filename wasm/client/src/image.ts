// Rules as the engine loads them.
import type { Language } from './answers.js';

export const languages: readonly Language[] = ['fi', 'sv', 'en', 'fi-simple'];

export type ImagePart = 'core.bin' | 'formulas.bin' | `${Language}.bin`;

/** The image of a rule set in its parts, under the names their files bear. */
export type RuleImage = Readonly<Record<ImagePart, Uint8Array<ArrayBuffer>>>;

export const imageParts: readonly ImagePart[] = ['core.bin', 'formulas.bin', ...languages.map((language): ImagePart => `${language}.bin`)];
