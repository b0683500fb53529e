import { imageSize } from 'image-size';
import type { PixelSize } from '../../networks/port.ts';

const starts = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** The images that networks take, by their first bytes: a file's name proves nothing. */
const FORMATS: readonly { readonly mime: string; readonly is: (bytes: Uint8Array) => boolean }[] = [
  { mime: 'image/png', is: (bytes) => starts(bytes, 0, '\x89PNG\r\n\x1a\n') },
  { mime: 'image/jpeg', is: (bytes) => starts(bytes, 0, '\xff\xd8\xff') },
  { mime: 'image/gif', is: (bytes) => starts(bytes, 0, 'GIF8') },
  { mime: 'image/webp', is: (bytes) => starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP') },
];

/** The media type of an image by its content, `undefined` where it is none that networks take. */
export function imageFormat(bytes: Uint8Array): string | undefined {
  return FORMATS.find(({ is }) => is(bytes))?.mime;
}

/** EXIF orientations in which the picture is stored on its side. */
const SIDEWAYS: ReadonlySet<number> = new Set([5, 6, 7, 8]);

/** An image's width and height as it is shown; `undefined` where its bytes don't say. */
export function pixelSize(bytes: Uint8Array): PixelSize | undefined {
  try {
    const { width, height, orientation } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return undefined;
    return SIDEWAYS.has(orientation ?? 1) ? { width: height, height: width } : { width, height };
  } catch (error) {
    // The library throws a TypeError or RangeError for bytes that end too soon.
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}
