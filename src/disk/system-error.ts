/** A disk error as publishing and the journal distinguish it, because each kind has different consequences. */
export type DiskFailure = 'not-permitted' | 'read-only' | 'full' | 'io';

type Row = {
  /** What happened, as the end of a sentence: `posts/a.md can’t be read: it is a folder.` */
  readonly words: string;
  /** Missing if the operation makes no sense for the file. */
  readonly failure?: DiskFailure;
  /** The user or an administrator can fix it; any other unexpected write error is a bug. */
  readonly isRefusal?: true;
};

/** Error codes of file system calls (`man 3 errno`). */
const SYSTEM_ERRORS: Readonly<Record<string, Row>> = {
  EACCES: { words: 'permission was denied', failure: 'not-permitted', isRefusal: true },
  EPERM: { words: 'the system does not allow it', failure: 'not-permitted', isRefusal: true },
  EROFS: { words: 'the disk is read-only', failure: 'read-only', isRefusal: true },
  ENOSPC: { words: 'the disk is full', failure: 'full', isRefusal: true },
  EDQUOT: { words: 'the disk quota is used up', failure: 'full', isRefusal: true },
  EMFILE: { words: 'too many files are open', failure: 'io', isRefusal: true },
  EIO: { words: 'the disk reported an error', failure: 'io' },
  EEXIST: { words: 'it already exists', failure: 'io' },
  ENOTDIR: { words: 'a part of its path is not a folder', failure: 'io' },
  EFTYPE: { words: 'it is no regular file', failure: 'io', isRefusal: true },
  EISDIR: { words: 'it is a folder', failure: 'io' },
  ENOENT: { words: 'there is no such file' },
  ELOOP: { words: 'its symbolic links form a loop' },
  ENAMETOOLONG: { words: 'its name is too long' },
};

function rowOf(error: unknown): Row | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && Object.hasOwn(SYSTEM_ERRORS, code) ? SYSTEM_ERRORS[code] : undefined;
}

/** Describes why a file can't be read or written; `undefined` for a code without a row. */
export const systemWords = (error: unknown): string | undefined => rowOf(error)?.words;

/** Describes errors that the user can fix; any other error on our own files counts as a bug. */
export function refusalWords(error: unknown): string | undefined {
  const row = rowOf(error);
  return row?.isRefusal === true ? row.words : undefined;
}

/** Classifies a file system error; `undefined` if the disk did not fail. */
export const diskFailureKind = (error: unknown): DiskFailure | undefined => rowOf(error)?.failure;
