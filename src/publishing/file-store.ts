import { ThreadmillError } from '../threadmill-error.ts';

/** Why a file could not be read or written. */
export type FileErrorKind = 'not-permitted' | 'full' | 'read-only' | 'malformed' | 'io';

/** A file could not be read, parsed or written. Its previous content is intact. */
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

/** The files that publishing needs. Paths are relative to the project's folder and use `/`. */
export interface FileStore {
  /** Returns the text of a file, or `undefined` if it does not exist. @throws FileError */
  readText(path: string): Promise<string | undefined>;
  /**
   * Replaces a file atomically: after a crash it holds either the old or the new content. The new content is on disk (fsync)
   * when this resolves. @throws FileError
   */
  replace(path: string, text: string): Promise<void>;
  /**
   * Writes an image that freezing made, and creates its folder if needed. Does nothing if the file already has these bytes.
   * @throws FileError
   */
  keepMedia(path: string, bytes: Uint8Array): Promise<void>;
  /** A mutex per path: runs this process's work on the same path one piece at a time. */
  inTurn<T>(path: string, work: () => Promise<T>): Promise<T>;
  /**
   * Returns the bytes of an image, given its path as the draft writes it, or `undefined` if the file does not exist. @throws
   * FileError
   */
  readMedia(draft: string, path: string): Promise<Uint8Array | undefined>;
}
