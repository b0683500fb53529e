import { FileError, type FileStore } from '../file-store.ts';
import { FROZEN_VERSION, type FrozenFile, frozenFileSchema, versionSchema } from './frozen-schema.ts';

/** Returns the path of a draft's frozen file: `posts/a.thread.json` for `posts/a.md`. */
export function frozenPath(draft: string): string {
  return `${draft.replace(/\.[^./]+$/, '')}.thread.json`;
}

/** Returns the last part of a path. */
export const nameOf = (draft: string): string => draft.slice(draft.lastIndexOf('/') + 1);

/** Parses the text of a frozen file. @throws FileError (malformed) */
export function parseFrozenFile(path: string, text: string): FrozenFile {
  const refuse = (why: string, cause: unknown): FileError =>
    new FileError(
      'malformed',
      path,
      `${path} can't be read as a frozen thread: ${why}. It says what was sent already: restore it from git rather than deleting it.`,
      cause,
    );
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw refuse('it is not valid JSON', error);
  }
  const version = versionSchema.safeParse(data);
  if (version.success && version.data.threadmill > FROZEN_VERSION) {
    const message = `${path} was written by a newer version of Threadmill (${version.data.threadmill}). Use that version, or a later one.`;
    throw new FileError('malformed', path, message);
  }
  const result = frozenFileSchema.safeParse(data);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw refuse(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(), result.error);
}

/** Reads the frozen threads of a draft; the list is empty if it was never frozen. @throws FileError */
export async function readFrozenFile(files: Pick<FileStore, 'readText'>, draft: string): Promise<FrozenFile> {
  const path = frozenPath(draft);
  const text = await files.readText(path);
  if (text === undefined) return { threadmill: FROZEN_VERSION, draft: nameOf(draft), publications: [] };
  const file = parseFrozenFile(path, text);
  // After a rename together with its draft, the file still has the old name inside. Two drafts that differ only in their
  // extension share one file.
  if (file.draft !== nameOf(draft) && frozenPath(file.draft) === nameOf(path)) {
    throw new FileError(
      'malformed',
      path,
      `${path} belongs to ${file.draft}, not to ${nameOf(draft)}. Give one of the two drafts another name.`,
    );
  }
  return file;
}

/**
 * Reads the frozen file at a path and finds its draft: the name inside the file, or the file's own name if both were renamed.
 * Returns `undefined` if the file does not exist. @throws FileError
 */
export async function readFrozenFileAt(
  files: Pick<FileStore, 'readText'>,
  path: string,
): Promise<{ readonly draft: string } | undefined> {
  const text = await files.readText(path);
  if (text === undefined) return undefined;
  const { draft } = parseFrozenFile(path, text);
  const folder = path.slice(0, path.length - nameOf(path).length);
  if (frozenPath(draft) === nameOf(path)) return { draft: `${folder}${draft}` };
  const ending = /\.[^./]+$/.exec(draft)?.[0] ?? '';
  return { draft: path.replace(/\.thread\.json$/, ending) };
}
