// The engine behind the messages. The small first module answers until something is asked that it passes on; then the
// full one is fetched and answers everything from there on. The texts of a language and the formulas are fetched when
// they are first needed. The same in a browser's worker and in Node; only `read`, which brings a file, differs.
import { languages, type ImagePart, type RuleImage } from './image.js';
import { EngineModule, type Request } from './module.js';

export interface Ask {
  request: Request;
  /** The case as JSON text, of a request about one. */
  text: string;
}

export interface Told {
  /** The answer as JSON text. As text it is handed from thread to thread in a fraction of the time that its objects take. */
  text: string;
  numbers?: Float64Array<ArrayBuffer>;
}

export type ModuleName = 'engine.wasm' | 'full.wasm';
export type FileName = ModuleName | ImagePart;
/** Brings a file that lies beside this package's scripts. */
export type Read = (name: FileName) => Promise<Uint8Array<ArrayBuffer>>;

/** What engine.wasm answers (engine/first/first_module.cpp); the rest need not be tried there. */
export const firstCalls: readonly string[] = ['figures', 'inputs', 'version'];

/** A module's instance and the files of the image it has loaded. */
interface Instance {
  readonly engine: EngineModule;
  readonly loaded: Set<ImagePart>;
}

/** What tells conditions and sources as they are written. */
const needsFormulas: ReadonlySet<string> = new Set(['explain', 'parameters', 'edges', 'solve']);

export class EngineServer {
  readonly #read: Read;
  readonly #files = new Map<FileName, Promise<Uint8Array<ArrayBuffer>>>();
  readonly #instances = new Map<ModuleName, Promise<Instance>>();
  /** Questions go to the full module alone. */
  #full: boolean;

  /**
   * `image`: other rules than this package's. The first module trusts an image, so these go to the full one, which checks
   * it. `full`: so do all questions, because the first module has no answer to any of them.
   */
  constructor(read: Read, image?: RuleImage, full = false) {
    this.#read = image === undefined ? read : async (name) => (name === 'engine.wasm' || name === 'full.wasm' ? read(name) : image[name]);
    this.#full = full || image !== undefined;
    if (this.#full) return;
    this.#instance('engine.wasm').catch(() => undefined);
    this.#file('core.bin').catch(() => undefined);
  }

  /** `begins` is called when all is there and only computing is left. */
  async answer({ request, text }: Ask, begins: () => void = () => undefined): Promise<Told> {
    if (!this.#full && firstCalls.includes(request.do)) {
      const told = await this.#told('engine.wasm', request, text, begins);
      if (told !== undefined) return told;
    }
    const told = await this.#told('full.wasm', request, text, begins);
    if (told === undefined) throw new Error('The engine gave no answer.');
    this.#full = true;
    this.#instances.delete('engine.wasm');
    return told;
  }

  /** Undefined when the module passes the question on. */
  async #told(module: ModuleName, request: Request, text: string, begins: () => void): Promise<Told | undefined> {
    const instance = await this.#instance(module);
    if (!(await this.#load(instance, request, module === 'full.wasm'))) return undefined;
    begins();
    try {
      const answer = instance.engine.ask(request, text);
      if (answer === '') return undefined;
      return request.do === 'sweep' ? { text: answer, numbers: instance.engine.numbers() } : { text: answer };
    } catch (error) {
      // Out of memory or of stack, or a defect: the instance is not trusted again, the next question gets a new one.
      this.#instances.delete(module);
      throw error;
    }
  }

  #instance(name: ModuleName): Promise<Instance> {
    let instance = this.#instances.get(name);
    if (instance === undefined) {
      instance = this.#file(name)
        .then(async (bytes) => EngineModule.create(await WebAssembly.compile(bytes)))
        .then((engine) => ({ engine, loaded: new Set<ImagePart>() }));
      this.#instances.set(name, instance);
      // A module that could not be had is asked for again next time.
      instance.catch(() => this.#instances.delete(name));
    }
    return instance;
  }

  /** Loads what the request needs of the image; false when the module passes on, as one that is refused rules does. */
  async #load({ engine, loaded }: Instance, request: Request, whole: boolean): Promise<boolean> {
    const wanted: ImagePart[] = whole ? ['core.bin', 'rest.bin'] : ['core.bin'];
    // An unknown language is for the engine to refuse, in the words of its diagnostics.
    const language = languages.find((known) => known === request.language);
    if (language !== undefined) wanted.push(`${language}.bin`);
    if (language !== undefined && whole) wanted.push(`${language}-rest.bin`);
    if (needsFormulas.has(request.do)) wanted.push('formulas.bin');
    if (wanted.every((name) => loaded.has(name))) return true;
    // Parts that others asked for while these were fetched stay loaded.
    await Promise.all(wanted.map((name) => this.#file(name)));
    const names = [...new Set([...wanted, ...loaded])];
    const refusal = engine.load(await Promise.all(names.map((name) => this.#file(name))));
    if (refusal === '') return false;
    if (refusal !== undefined) throw new Error(`The rules could not be loaded: ${refusal}`);
    for (const name of names) loaded.add(name);
    return true;
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
