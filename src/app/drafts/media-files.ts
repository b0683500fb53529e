import { realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/** Why an image can't be published; `code` is that of its finding. */
export type MediaProblem = {
  readonly code: 'media-missing' | 'media-outside' | 'media-remote' | 'media-type' | 'media-unreadable';
  readonly message: string;
};

/** An image that was found: its real path and its size in bytes. */
export type MediaFound = { readonly file: string; readonly size: number };

/** Where to look for images. */
export type MediaPlaces = {
  /** The project's folder, absolute. */
  readonly root: string;
  /** `site.public_dir`, as configured. */
  readonly publicDir: string | undefined;
  /** The draft's file, absolute; null for standard input. */
  readonly draftFile: string | null;
};

const inside = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Resolves the real path of a file, or returns the system's error code. Synchronous: waiting would take longer. */
function real(path: string): { readonly file: string } | { readonly code: string } {
  try {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) return { code: 'ENOENT' };
    return { file: realpathSync.native(path) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { code };
  }
}

/** Endings that some blogs leave to their program, `masts/noon`; the first one that a file has is taken. */
const ENDINGS = ['.png', '.jpg', '.jpeg', '.webp', '.gif', '.avif', '.svg'];
const hasEnding = (path: string): boolean => /\.\w{1,5}$/.test(path);

function candidates(path: string, places: MediaPlaces): string[] {
  const bases = path.startsWith('/')
    ? [places.publicDir === undefined ? places.root : resolve(places.root, places.publicDir)]
    : [places.draftFile === null ? places.root : dirname(places.draftFile)];
  const spelled = [path];
  try {
    const decoded = decodeURIComponent(path);
    if (decoded !== path) spelled.push(decoded);
  } catch {
    // A lone `%` is part of the name, not an escape.
  }
  if (!hasEnding(path)) spelled.push(...ENDINGS.map((ending) => path + ending));
  // No name contains a zero byte, and Node throws on one.
  return bases.flatMap((base) =>
    spelled.filter((name) => !name.includes('\0')).map((name) => resolve(base, name.replace(/^\/+/, ''))),
  );
}

function missing(path: string, places: MediaPlaces): MediaProblem {
  const where =
    path.startsWith('/') && places.publicDir === undefined
      ? 'site.public_dir is not set in config/threadmill.yaml, so it was looked up in the project’s folder'
      : path.startsWith('/')
        ? `it was looked up under site.public_dir, ${places.publicDir}`
        : 'it was looked up beside the draft';
  const ending = hasEnding(path) ? '' : '; write the whole name of the file, with its ending';
  return { code: 'media-missing', message: `there is no image ${path}; ${where}${ending}` };
}

function inspect(path: string, file: string): MediaFound | MediaProblem {
  const facts = statSync(file);
  return facts.isFile()
    ? { file, size: facts.size }
    : { code: 'media-type', message: `${path} is not a file` };
}

/**
 * Finds an image that a draft names: beside the draft, or under `site.public_dir` if its path begins with a slash. It must be
 * inside the project's folder or that one, after following symbolic links. Problems are returned, never thrown; the content is
 * not checked.
 */
export function findMedia(path: string, places: MediaPlaces): MediaFound | MediaProblem {
  if (/^[a-z][a-z\d+.-]+:/i.test(path) || path.startsWith('//'))
    return { code: 'media-remote', message: `${path} is on another server; save the image in the project` };
  const roots = [
    places.root,
    ...(places.publicDir === undefined ? [] : [resolve(places.root, places.publicDir)]),
  ].map(real);
  let refused: string | undefined;
  for (const candidate of candidates(path, places)) {
    const found = real(candidate);
    if ('code' in found) {
      if (found.code !== 'ENOENT' && found.code !== 'ENOTDIR') refused = found.code;
      continue;
    }
    if (!roots.some((root) => 'file' in root && inside(found.file, root.file))) {
      const other = relative(places.root, resolve(places.root, places.publicDir ?? '.'));
      const folder = `the project’s folder${other === '' ? '' : ` or in ${other}`}`;
      const message = `${path} leads outside the project; images must be in ${folder}`;
      return { code: 'media-outside', message };
    }
    try {
      return inspect(path, found.file);
    } catch (error) {
      refused = (error as NodeJS.ErrnoException).code;
      if (refused === undefined) throw error;
    }
  }
  if (refused !== undefined)
    return { code: 'media-unreadable', message: `${path} can’t be read (${refused})` };
  return missing(path, places);
}
