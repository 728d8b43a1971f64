// What the page and its worker say to each other.
import type { Request } from './module.js';

/** A question; of those waiting in one channel only the newest is answered. */
export interface Ask {
  id: number;
  channel?: string;
  request: Request;
  /** The case as JSON text. */
  text: string;
}

export interface Told {
  answer: unknown;
  numbers?: Float64Array;
}

export type Reply = ({ id: number } & Told) | { id: number; failure: string };
