import { ThreadmillError } from '../threadmill-error.ts';

/** What kept a file from being read or written. */
export type FileErrorKind = 'not-permitted' | 'full' | 'read-only' | 'malformed' | 'io';

/** A file that could not be read, understood or written. Nothing of what it held before is lost. */
export class FileError extends ThreadmillError {
  override readonly name = 'FileError';
  readonly kind = 'file';
  readonly reason: FileErrorKind;
  readonly path: string;

  constructor(reason: FileErrorKind, path: string, message: string, cause?: unknown) {
    super(message, cause);
    this.reason = reason;
    this.path = path;
  }
}

/** The files that publishing needs, by paths relative to the project's folder, `/` between their parts. */
export interface FileStore {
  /** The text of a file, `undefined` where there is none. @throws FileError */
  readText(path: string): Promise<string | undefined>;
  /**
   * Replaces a file by `text` so that a crash leaves either the old content or the new one, never a part, and the
   * new one has reached the disk when this resolves. @throws FileError
   */
  replace(path: string, text: string): Promise<void>;
  /**
   * Writes an image that freezing made, in a folder that is made where it is missing; a file that has these bytes is
   * left alone. @throws FileError
   */
  keepMedia(path: string, bytes: Uint8Array): Promise<void>;
  /** Runs pieces of work on the same path one after another, whoever in this process asks for them. */
  inTurn<T>(path: string, work: () => Promise<T>): Promise<T>;
  /** The bytes of an image as a draft names it, `undefined` where there is no such file. @throws FileError */
  readMedia(draft: string, path: string): Promise<Uint8Array | undefined>;
}
