// One instance of engine.wasm or full.wasm and its memory: bytes and texts in, texts and numbers out. Everything else of
// the package talks to the engine through this.

export interface Request {
  /** The name of a call: engine/full/calls.cpp lists them. */
  do: string;
  language: string;
  [key: string]: unknown;
}

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  ansio_allocate(size: number): number;
  ansio_release(address: number): void;
  ansio_load(bytes: number, sizes: number, count: number): number;
  ansio_ask(request: number, requestSize: number, text: number, textSize: number): void;
  ansio_answer_data(): number;
  ansio_answer_size(): number;
  ansio_numbers_data(): number;
  ansio_numbers_size(): number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What a module asks of its surroundings: an empty environment, and the end of the program, which only a defect brings. */
export function surroundings(module: WebAssembly.Module, memory: () => WebAssembly.Memory): WebAssembly.Imports {
  const known: Record<string, (...values: number[]) => number> = {
    emscripten_notify_memory_growth: () => 0,
    environ_get: () => 0,
    environ_sizes_get: (count = 0, size = 0) => {
      const view = new DataView(memory().buffer);
      view.setUint32(count, 0, true);
      view.setUint32(size, 0, true);
      return 0;
    },
  };
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] =
      known[name] ??
      (() => {
        throw new Error(`the module called ${name}`);
      });
  }
  return imports;
}

export class EngineModule {
  readonly #exports: Exports;

  private constructor(exports: Exports) {
    this.#exports = exports;
    exports._initialize();
  }

  static async create(module: WebAssembly.Module): Promise<EngineModule> {
    let exports: Exports | undefined;
    const instance = await WebAssembly.instantiate(
      module,
      surroundings(module, () => exports!.memory),
    );
    exports = instance.exports as unknown as Exports;
    return new EngineModule(exports);
  }

  /** How much memory the instance holds. */
  get memorySize(): number {
    return this.#exports.memory.buffer.byteLength;
  }

  /** Loads rules from the parts of an image, the core first; a refusal as JSON text (engine.wasm: empty) when they are damaged. */
  load(parts: readonly Uint8Array[]): string | undefined {
    const engine = this.#exports;
    const total = parts.reduce((sum, part) => sum + part.length, 0);
    const bytes = engine.ansio_allocate(total);
    const sizes = engine.ansio_allocate(4 * parts.length);
    const memory = new Uint8Array(engine.memory.buffer);
    const sizeView = new DataView(engine.memory.buffer);
    let offset = bytes;
    parts.forEach((part, index) => {
      memory.set(part, offset);
      sizeView.setUint32(sizes + 4 * index, part.length, true);
      offset += part.length;
    });
    const loaded = engine.ansio_load(bytes, sizes, parts.length);
    engine.ansio_release(sizes);
    engine.ansio_release(bytes);
    return loaded === 1 ? undefined : decoder.decode(this.#answer());
  }

  /** The answer as JSON text (docs/json.md), empty where engine.wasm passes on. `text` is the case where the request is about one. */
  ask(request: Request, text = ''): string {
    return decoder.decode(this.askForBytes(request, text));
  }

  /** The bytes of the answer where they lie: until the next question. */
  askForBytes(request: Request, text = ''): Uint8Array {
    const engine = this.#exports;
    const requestBytes = encoder.encode(JSON.stringify(request));
    const textBytes = encoder.encode(text);
    const address = engine.ansio_allocate(requestBytes.length + textBytes.length);
    const memory = new Uint8Array(engine.memory.buffer);
    memory.set(requestBytes, address);
    memory.set(textBytes, address + requestBytes.length);
    engine.ansio_ask(address, requestBytes.length, address + requestBytes.length, textBytes.length);
    engine.ansio_release(address);
    return this.#answer();
  }

  /** The numbers of the last answer, when it was a sweep. */
  numbers(): Float64Array<ArrayBuffer> {
    const engine = this.#exports;
    return new Float64Array(engine.memory.buffer, engine.ansio_numbers_data(), engine.ansio_numbers_size()).slice();
  }

  #answer(): Uint8Array {
    const engine = this.#exports;
    return new Uint8Array(engine.memory.buffer, engine.ansio_answer_data(), engine.ansio_answer_size());
  }
}
