import type { PixelSize } from '../../networks/port.ts';
import type { MadeFile } from '../../networks/preparation.ts';
import { FileError, type FileStore } from '../file-store.ts';
import { present } from '../present.ts';
import type { FrozenImage } from '../publication.ts';
import { sha256 } from '../sha256.ts';
import { pixelSize } from './media-format.ts';

/**
 * A file that freezing made (a card, a converted photo, a video without metadata), and its path relative to the project's
 * folder.
 */
export type MadeMedia = { readonly file: string; readonly bytes: Uint8Array };

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
};

/** Hex digits in a file name: 64 bits are enough to distinguish the files of one draft. */
const NAME_DIGITS = 16;

const stem = (path: string): string => path.replace(/\.[^./]+$/, '');

/**
 * Names an image that freezing made after its bytes. Those of `posts/a.md` are in `posts/a.media/`, and the post refers to them
 * relative to the draft's folder: `a.media/0f3c….png`.
 *
 * @throws FileError if no network accepts the type
 */
export function madeMedia(
  draft: string,
  { mime, bytes, size = pixelSize(bytes) }: MadeFile & { readonly size?: PixelSize },
): { readonly image: FrozenImage; readonly made: MadeMedia } {
  const extension = EXTENSIONS[mime];
  const folder = `${stem(draft)}.media`;
  if (extension === undefined)
    throw new FileError(
      'malformed',
      folder,
      `A picture made for ${draft} is ${mime}, which no network takes.`,
    );
  const hash = sha256(bytes);
  const name = `${hash.slice(0, NAME_DIGITS)}.${extension}`;
  const path = `${folder.slice(folder.lastIndexOf('/') + 1)}/${name}`;
  const image = { path, mime, sha256: hash, bytes: bytes.length, size };
  return { image: present(image), made: { file: `${folder}/${name}`, bytes } };
}

/** Writes what freezing made beside the draft, so that a fresh checkout can send it too. @throws FileError */
export async function keepMadeMedia(
  files: Pick<FileStore, 'keepMedia'>,
  made: readonly MadeMedia[],
): Promise<void> {
  for (const { file, bytes } of made) await files.keepMedia(file, bytes);
}
