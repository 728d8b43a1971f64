// The page's own texts. A language that lacks a key, or has one too many, does not pass the type check; a message called
// without its {names} does not either. Texts of the law come from the rules, through the engine.
import type { fi } from './fi';

/** Texts under their keys, as one language has them. */
export type TextsLike<Texts> = Readonly<Record<keyof Texts, string>>;

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

type Arguments<Text> = [Names<Text>] extends [never] ? [] : [values: Record<Names<Text>, string | number>];

/** Says a text of a catalogue; the Finnish one says which values each text must be given. */
export type TranslateOf<Texts> = <Key extends keyof Texts>(key: Key, ...values: Arguments<Texts[Key]>) => string;

export type MessageKey = keyof typeof fi;
export type Messages = TextsLike<typeof fi>;

/** The values a message must be given: {} for one without braces. */
export type MessageValues<Key extends MessageKey> = Record<Names<(typeof fi)[Key]>, string | number>;

export type Translate = TranslateOf<typeof fi>;

/** Fills the {names} of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
