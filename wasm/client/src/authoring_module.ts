// One instance of authoring.wasm and its memory: rule files in, what is wrong with them or their image out.
import { imageParts, type ImagePart, type RuleImage } from './image.js';
import { surroundings } from './module.js';

/** A file of rules as docs/language.md describes them; the path tells manifest, modules and tables apart. */
export interface RuleFile {
  readonly path: string;
  /** A text, or the bytes of a file as they are: whether they are UTF-8 is part of the check. */
  readonly text: string | Uint8Array;
}

/** The answer as JSON text (docs/json.md), and the image when the rules are sound. */
export interface CheckedText {
  answer: string;
  image?: RuleImage;
}

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  ansio_allocate(size: number): number;
  ansio_release(address: number): void;
  ansio_check(bytes: number, sizes: number, files: number, overlays: number): number;
  ansio_answer_data(): number;
  ansio_answer_size(): number;
  ansio_part_data(part: number): number;
  ansio_part_size(part: number): number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The place of a part in exports.cpp. */
const numberOf = (part: ImagePart): number => imageParts.indexOf(part);

export class AuthoringModule {
  readonly #exports: Exports;

  private constructor(exports: Exports) {
    this.#exports = exports;
    exports._initialize();
  }

  static async create(module: WebAssembly.Module): Promise<AuthoringModule> {
    let exports: Exports | undefined;
    const instance = await WebAssembly.instantiate(
      module,
      surroundings(module, () => exports!.memory),
    );
    exports = instance.exports as unknown as Exports;
    return new AuthoringModule(exports);
  }

  /** How much memory the instance holds. */
  get memorySize(): number {
    return this.#exports.memory.buffer.byteLength;
  }

  check(files: readonly RuleFile[], overlays: readonly RuleFile[]): CheckedText {
    const module = this.#exports;
    const pieces = [...files, ...overlays].flatMap(({ path, text }) => [encoder.encode(path), typeof text === 'string' ? encoder.encode(text) : text]);
    const bytes = module.ansio_allocate(pieces.reduce((sum, piece) => sum + piece.length, 0));
    const sizes = module.ansio_allocate(4 * pieces.length);
    const memory = new Uint8Array(module.memory.buffer);
    const sizeView = new DataView(module.memory.buffer);
    let offset = bytes;
    pieces.forEach((piece, index) => {
      memory.set(piece, offset);
      sizeView.setUint32(sizes + 4 * index, piece.length, true);
      offset += piece.length;
    });
    const sound = module.ansio_check(bytes, sizes, files.length + overlays.length, overlays.length);
    module.ansio_release(sizes);
    module.ansio_release(bytes);
    const answer = decoder.decode(new Uint8Array(module.memory.buffer, module.ansio_answer_data(), module.ansio_answer_size()));
    if (sound !== 1) return { answer };
    const part = (name: ImagePart): Uint8Array<ArrayBuffer> =>
      new Uint8Array(module.memory.buffer, module.ansio_part_data(numberOf(name)), module.ansio_part_size(numberOf(name))).slice() as Uint8Array<ArrayBuffer>;
    return { answer, image: Object.fromEntries(imageParts.map((name) => [name, part(name)])) as RuleImage };
  }
}
