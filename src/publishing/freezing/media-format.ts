import { imageSize } from 'image-size';
import type { PixelSize } from '../../networks/port.ts';

const starts = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** Formats that networks accept, recognised by their first bytes; file names are not trusted. The first match decides. */
const FORMATS: readonly { readonly mime: string; readonly is: (bytes: Uint8Array) => boolean }[] = [
  { mime: 'image/png', is: (bytes) => starts(bytes, 0, '\x89PNG\r\n\x1a\n') },
  { mime: 'image/jpeg', is: (bytes) => starts(bytes, 0, '\xff\xd8\xff') },
  { mime: 'image/gif', is: (bytes) => starts(bytes, 0, 'GIF8') },
  { mime: 'image/webp', is: (bytes) => starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP') },
  { mime: 'video/quicktime', is: (bytes) => starts(bytes, 4, 'ftypqt  ') },
  // Photos in the same container (AVIF, HEIC) have other brands.
  { mime: 'video/mp4', is: (bytes) => starts(bytes, 4, 'ftyp') && !PHOTO_BRANDS.test(brandOf(bytes)) },
  { mime: 'video/webm', is: (bytes) => starts(bytes, 0, '\x1a\x45\xdf\xa3') },
];

const PHOTO_BRANDS = /^(?:avi[fs]|hei[cxms]|hev[cxms]|mif1|msf1)$/;
const brandOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(8, 12));

/** Returns the media type of a file from its content, or `undefined` if networks don't accept the format. */
export function mediaFormat(bytes: Uint8Array): string | undefined {
  return FORMATS.find(({ is }) => is(bytes))?.mime;
}

/** EXIF orientations that rotate the stored picture by 90°. */
const SIDEWAYS: ReadonlySet<number> = new Set([5, 6, 7, 8]);

/** Returns the displayed width and height of an image, or `undefined` if they can't be read. */
export function pixelSize(bytes: Uint8Array): PixelSize | undefined {
  try {
    const { width, height, orientation } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return undefined;
    return SIDEWAYS.has(orientation ?? 1) ? { width: height, height: width } : { width, height };
  } catch (error) {
    // image-size throws a TypeError or RangeError on truncated data.
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}
