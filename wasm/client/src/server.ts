// The engine behind the messages: holds the module, fetches the texts of a language and the formulas when
// they are first needed. The same in a browser's worker and in Node; only `read`, which brings a file, differs.
import type { Language } from './answers.js';
import { languages, type ImagePart, type RuleImage } from './image.js';
import { EngineModule, type Request } from './module.js';

export interface Ask {
  request: Request;
  /** The case as JSON text, of a request about one. */
  text: string;
}

export interface Told {
  answer: unknown;
  numbers?: Float64Array<ArrayBuffer>;
}

export type FileName = 'engine.wasm' | ImagePart;
/** Brings a file that lies beside this package's scripts. */
export type Read = (name: FileName) => Promise<Uint8Array<ArrayBuffer>>;

/** Reads the parts of the given image instead of this package's. */
export function under(image: RuleImage | undefined, read: Read): Read {
  return image === undefined ? read : async (name) => (name === 'engine.wasm' ? read(name) : image[name]);
}

export class EngineServer {
  readonly #read: Read;
  readonly #files = new Map<FileName, Promise<Uint8Array<ArrayBuffer>>>();
  #module: Promise<EngineModule>;
  readonly #loaded = new Set<FileName>();

  constructor(read: Read) {
    this.#read = read;
    this.#module = this.#started();
    void this.#file('core.bin').catch(() => undefined);
  }

  async answer({ request, text }: Ask): Promise<Told> {
    const engine = await this.#ready(request.language as Language, request.do === 'explain' || request.do === 'parameters');
    try {
      const answer: unknown = JSON.parse(engine.ask(request, text));
      const numbers = request.do === 'sweep' ? engine.numbers() : undefined;
      return numbers === undefined ? { answer } : { answer, numbers };
    } catch (error) {
      // Out of memory or of stack, or a defect: the instance is not trusted again, the next question gets a new one.
      this.#module = this.#started();
      this.#loaded.clear();
      throw error;
    }
  }

  /** How much memory the engine holds. */
  async memorySize(): Promise<number> {
    return (await this.#module).memorySize;
  }

  #started(): Promise<EngineModule> {
    const module = this.#file('engine.wasm').then(async (bytes) => EngineModule.create(await WebAssembly.compile(bytes)));
    module.catch(() => undefined);
    return module;
  }

  async #ready(language: Language, formulas: boolean): Promise<EngineModule> {
    const wanted: FileName[] = ['core.bin'];
    // An unknown language is for the engine to refuse, in the words of its diagnostics.
    if (languages.includes(language)) wanted.push(`${language}.bin`);
    if (formulas) wanted.push('formulas.bin');
    const engine = await this.#module;
    if (wanted.every((name) => this.#loaded.has(name))) return engine;
    const bytes = await Promise.all(wanted.map((name) => this.#file(name)));
    // Parts that others asked for while these were fetched stay loaded.
    const names = [...new Set([...wanted, ...this.#loaded])];
    const parts = await Promise.all(names.map((name) => (wanted.includes(name) ? bytes[wanted.indexOf(name)]! : this.#file(name))));
    const refusal = engine.load(parts);
    if (refusal !== undefined) throw new Error(`The rules could not be loaded: ${refusal}`);
    for (const name of names) this.#loaded.add(name);
    return engine;
  }

  #file(name: FileName): Promise<Uint8Array<ArrayBuffer>> {
    let file = this.#files.get(name);
    if (file === undefined) {
      file = this.#read(name);
      this.#files.set(name, file);
      // A file that could not be had is asked for again next time.
      file.catch(() => this.#files.delete(name));
    }
    return file;
  }
}
