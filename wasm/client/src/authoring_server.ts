// The authoring module behind the messages, the same in a browser's worker and in Node; only `read`, which brings a file
// that lies beside this package's scripts, differs.
import type { Refused, Version } from './answers.js';
import { AuthoringModule, type RuleFile } from './authoring_module.js';
import type { RuleImage } from './image.js';

export interface Checked {
  /** The rules and what the check warns of, or the errors: all of them, each with file, line and column. */
  answer: Refused<Version>;
  /** What startEngine takes; only when there is no error. */
  image?: RuleImage;
}

/** Of the questions of one channel a newer one replaces the older, whose promise then never settles. */
export interface Authoring {
  /** A whole rule set: manifest, modules and tables by their paths, with overlays laid over them in turn. */
  checkRules(files: readonly RuleFile[], overlays?: readonly RuleFile[], channel?: string): Promise<Checked>;
  /** Reforms laid over the rules of this package. */
  applyOverlay(overlays: RuleFile | readonly RuleFile[], channel?: string): Promise<Checked>;
  /** The rule files of this package: a new law year is a changed copy of them. */
  ownRules(): Promise<readonly RuleFile[]>;
  close(): void;
}

export type AuthoringFile = 'authoring.wasm' | 'rules.json';
export type AuthoringAsk =
  | { do: 'load' }
  | { do: 'own rules' }
  | { do: 'check'; files: readonly RuleFile[] | undefined; overlays: readonly RuleFile[] };
export interface AuthoringTold {
  checked?: Checked;
  rules?: readonly RuleFile[];
}

export interface AuthoringCarrier {
  ask(question: AuthoringAsk, channel?: string): Promise<AuthoringTold>;
  close(): void;
}

/** Rejects when the module cannot be had. */
export async function authoringOver(carrier: AuthoringCarrier): Promise<Authoring> {
  const check = async (files: readonly RuleFile[] | undefined, overlays: readonly RuleFile[], channel?: string): Promise<Checked> =>
    (await carrier.ask({ do: 'check', files, overlays }, channel)).checked!;
  await carrier.ask({ do: 'load' });
  return {
    checkRules: (files, overlays = [], channel) => check(files, overlays, channel),
    applyOverlay: (overlays, channel) => check(undefined, [overlays].flat(), channel),
    ownRules: async () => (await carrier.ask({ do: 'own rules' })).rules!,
    close: () => carrier.close(),
  };
}

export class AuthoringServer {
  readonly #read: (name: AuthoringFile) => Promise<Uint8Array<ArrayBuffer>>;
  #module: Promise<AuthoringModule> | undefined;
  #own: Promise<readonly RuleFile[]> | undefined;

  constructor(read: (name: AuthoringFile) => Promise<Uint8Array<ArrayBuffer>>) {
    this.#read = read;
  }

  async answer(asked: AuthoringAsk): Promise<AuthoringTold> {
    const module = await this.#loaded();
    if (asked.do === 'load') return {};
    if (asked.do === 'own rules') return { rules: await this.#ownRules() };
    const files = asked.files ?? (await this.#ownRules());
    try {
      const { answer, image } = module.check(files, asked.overlays);
      const told = JSON.parse(answer) as Refused<Version>;
      return { checked: image === undefined ? { answer: told } : { answer: told, image } };
    } catch (error) {
      // Out of memory or of stack, or a defect: the next question gets a new instance.
      this.#module = undefined;
      throw error;
    }
  }

  #loaded(): Promise<AuthoringModule> {
    if (this.#module === undefined) {
      this.#module = this.#read('authoring.wasm').then(async (bytes) => AuthoringModule.create(await WebAssembly.compile(bytes)));
      // A file that could not be had is asked for again next time.
      this.#module.catch(() => (this.#module = undefined));
    }
    return this.#module;
  }

  #ownRules(): Promise<readonly RuleFile[]> {
    if (this.#own === undefined) {
      this.#own = this.#read('rules.json').then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as RuleFile[]);
      this.#own.catch(() => (this.#own = undefined));
    }
    return this.#own;
  }
}
