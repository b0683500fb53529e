import { FileError, type FileStore } from '../file-store.ts';
import { FROZEN_VERSION, type FrozenFile, frozenFileSchema, versionSchema } from './frozen-schema.ts';

/** Where a draft's frozen threads are: `posts/a.md` has `posts/a.thread.json` beside it. */
export function frozenPath(draft: string): string {
  return `${draft.replace(/\.[^./]+$/, '')}.thread.json`;
}

/** A path's last part. */
export const nameOf = (draft: string): string => draft.slice(draft.lastIndexOf('/') + 1);

/** Reads the text of a frozen file. @throws FileError (malformed) */
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

/** The frozen threads of a draft; none where it was never frozen. @throws FileError */
export async function readFrozenFile(files: Pick<FileStore, 'readText'>, draft: string): Promise<FrozenFile> {
  const path = frozenPath(draft);
  const text = await files.readText(path);
  if (text === undefined) return { threadmill: FROZEN_VERSION, draft: nameOf(draft), publications: [] };
  const file = parseFrozenFile(path, text);
  // Renamed with its draft, it still says the name from before; two drafts that differ in their ending share one file.
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
 * The frozen file at a path, with the path of its draft: beside it, under the name that the file says, or, where both
 * were renamed, under the file's own name. `undefined` where it is gone. @throws FileError
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
