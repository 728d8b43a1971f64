// The page's own texts. A language that lacks a key, or has one too many, does not pass the type check; a message called
// without its {names} does not either. Texts of the law come from the rules, through the engine.
import type { fi } from './fi';

export type MessageKey = keyof typeof fi;
export type Messages = Readonly<Record<MessageKey, string>>;

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** The values a message must be given: {} for one without braces. */
export type MessageValues<Key extends MessageKey> = Record<Names<(typeof fi)[Key]>, string | number>;

type Arguments<Key extends MessageKey> = [Names<(typeof fi)[Key]>] extends [never] ? [] : [values: MessageValues<Key>];

export type Translate = <Key extends MessageKey>(key: Key, ...values: Arguments<Key>) => string;

/** Fills the {names} of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
