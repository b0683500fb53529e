import { FileError, type FileStore } from '../../src/publishing/file-store.ts';

/** Files in memory. */
export class MemoryFiles implements FileStore {
  readonly texts = new Map<string, string>();
  readonly media = new Map<string, Uint8Array>();
  /** What writing fails with, from now on. */
  failure: FileError['reason'] | undefined;
  readonly #turns = new Map<string, Promise<unknown>>();

  async readText(path: string): Promise<string | undefined> {
    return this.texts.get(path);
  }

  async replace(path: string, text: string): Promise<void> {
    if (this.failure !== undefined) throw new FileError(this.failure, path, `${path} can't be written.`);
    this.texts.set(path, text);
  }

  async keepMedia(path: string, bytes: Uint8Array): Promise<void> {
    if (this.failure !== undefined) throw new FileError(this.failure, path, `${path} can't be written.`);
    this.media.set(path.slice(path.lastIndexOf('/', path.lastIndexOf('/') - 1) + 1), bytes);
  }

  inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(path) ?? Promise.resolve()).then(work, work);
    this.#turns.set(path, turn);
    return turn;
  }

  async readMedia(_draft: string, path: string): Promise<Uint8Array | undefined> {
    return this.media.get(path);
  }
}

/** The first bytes of a PNG, and some more to tell images apart. */
export function png(mark = 0): Uint8Array {
  return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, mark]);
}
