import { open, realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { MediaLimits } from '../../threads/profile.ts';

/** What keeps an image from being published; the code of its finding. */
export type MediaProblem = {
  readonly code:
    | 'media-missing'
    | 'media-outside'
    | 'media-remote'
    | 'media-type'
    | 'media-too-large'
    | 'media-unreadable';
  readonly message: string;
};

/** An image that was found: where it really is, and what its bytes say it is. */
export type MediaFound = { readonly file: string; readonly size: number; readonly mime: string };

/** Where images may be. */
export type MediaPlaces = {
  /** The project's folder, absolute. */
  readonly root: string;
  /** `site.public_dir`, as configured. */
  readonly publicDir: string | undefined;
  /** The draft's file, absolute; null for standard input. */
  readonly draftFile: string | null;
};

/** How the files of the accepted kinds open. `at` is where the bytes stand; RIFF files name their kind at 8. */
const SIGNATURES: readonly {
  readonly mime: string;
  readonly at: number;
  readonly bytes: readonly number[];
}[] = [
  { mime: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { mime: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mime: 'image/gif', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { mime: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
];

const HEAD_BYTES = 16;

/** The media type that a file's first bytes tell; undefined for what no network takes as an image. */
export function imageType(head: Uint8Array): string | undefined {
  return SIGNATURES.find(({ at, bytes }) => bytes.every((byte, index) => head[at + index] === byte))?.mime;
}

const inside = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** The real path of a file, or what the system says of it. */
async function real(path: string): Promise<{ readonly file: string } | { readonly code: string }> {
  try {
    return { file: await realpath(path) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { code };
  }
}

function candidates(path: string, places: MediaPlaces): string[] {
  const bases = path.startsWith('/')
    ? [places.publicDir === undefined ? places.root : resolve(places.root, places.publicDir)]
    : [places.draftFile === null ? places.root : dirname(places.draftFile)];
  const spelled = [path];
  try {
    const decoded = decodeURIComponent(path);
    if (decoded !== path) spelled.push(decoded);
  } catch {
    // A lone `%` is a character of the name, not an escape.
  }
  // A zero byte can't be part of a name, and the system refuses to be asked.
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
  return { code: 'media-missing', message: `there is no image ${path}; ${where}` };
}

async function inspect(path: string, file: string, limits: MediaLimits): Promise<MediaFound | MediaProblem> {
  // Opening a pipe or a device would wait for its other end.
  const facts = await stat(file);
  if (!facts.isFile()) return { code: 'media-type', message: `${path} is not a file` };
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const mime = imageType(buffer.subarray(0, bytesRead));
    if (mime === undefined)
      return {
        code: 'media-type',
        message: `${path} is not a JPEG, PNG, GIF or WebP file, whatever its name says`,
      };
    if (facts.size > limits.imageBytes) {
      const [size, most] = [facts.size, limits.imageBytes].map((bytes) => (bytes / 1_000_000).toFixed(1));
      return {
        code: 'media-too-large',
        message: `${path} is ${size} MB; the network accepts up to ${most} MB`,
      };
    }
    return { file, size: facts.size, mime };
  } finally {
    await handle.close();
  }
}

/**
 * Finds an image that a draft names: beside the draft, or under `site.public_dir` where its path opens with a
 * slash. It must lie in the project's folder or in that one, symbolic links followed, be an image by its bytes, and
 * fit the network. What is wrong is returned, never thrown.
 */
export async function findMedia(
  path: string,
  places: MediaPlaces,
  limits: MediaLimits,
): Promise<MediaFound | MediaProblem> {
  if (/^[a-z][a-z\d+.-]+:/i.test(path) || path.startsWith('//'))
    return { code: 'media-remote', message: `${path} is on another server; save the image in the project` };
  const roots = await Promise.all(
    [places.root, ...(places.publicDir === undefined ? [] : [resolve(places.root, places.publicDir)])].map(
      real,
    ),
  );
  let refused: string | undefined;
  for (const candidate of candidates(path, places)) {
    const found = await real(candidate);
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
      return await inspect(path, found.file, limits);
    } catch (error) {
      refused = (error as NodeJS.ErrnoException).code;
      if (refused === undefined) throw error;
    }
  }
  if (refused !== undefined)
    return { code: 'media-unreadable', message: `${path} can’t be read (${refused})` };
  return missing(path, places);
}
