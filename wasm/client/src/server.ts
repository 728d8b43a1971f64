// The engine behind the messages of protocol.ts: holds the module, fetches the texts of a language and the formulas when
// they are first needed. The same in a browser's worker and in Node; only `read`, which brings a file, differs.
import { EngineModule } from './module.js';
import type { Ask, Told } from './protocol.js';
import type { Language } from './answers.js';

export type FileName = 'engine.wasm' | 'core.bin' | 'formulas.bin' | `${Language}.bin`;
/** Brings a file that lies beside this package's scripts. */
export type Read = (name: FileName) => Promise<Uint8Array<ArrayBuffer>>;

export class EngineServer {
  readonly #read: Read;
  readonly #files = new Map<FileName, Promise<Uint8Array<ArrayBuffer>>>();
  readonly #module: Promise<EngineModule>;
  readonly #loaded = new Set<FileName>();

  constructor(read: Read) {
    this.#read = read;
    this.#module = this.#file('engine.wasm').then(async (bytes) => EngineModule.create(await WebAssembly.compile(bytes)));
    this.#module.catch(() => undefined);
    void this.#file('core.bin').catch(() => undefined);
  }

  async answer({ request, text }: Pick<Ask, 'request' | 'text'>): Promise<Told> {
    const engine = await this.#ready(request.language as Language, request.do === 'explain' || request.do === 'parameters');
    const answer: unknown = JSON.parse(engine.ask(request, text));
    const numbers = request.do === 'sweep' ? engine.numbers() : undefined;
    return numbers === undefined ? { answer } : { answer, numbers };
  }

  /** How much memory the engine holds. */
  async memorySize(): Promise<number> {
    return (await this.#module).memorySize;
  }

  async #ready(language: Language, formulas: boolean): Promise<EngineModule> {
    const wanted: FileName[] = ['core.bin'];
    // An unknown language is for the engine to refuse, in the words of its diagnostics.
    if (['fi', 'sv', 'en', 'fi-simple'].includes(language)) wanted.push(`${language}.bin`);
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
