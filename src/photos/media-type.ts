const starts = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** Whether the brand of an ISO media file matches: HEIC, AVIF or a video. */
const brand = (bytes: Uint8Array, pattern: RegExp): boolean =>
  starts(bytes, 4, 'ftyp') && pattern.test(String.fromCharCode(...bytes.subarray(8, 12)));

/** The first bytes of files; file names are not trusted. The first match determines the type. */
const TYPES: readonly { readonly mime: string; readonly is: (bytes: Uint8Array) => boolean }[] = [
  { mime: 'image/png', is: (bytes) => starts(bytes, 0, '\x89PNG\r\n\x1a\n') },
  { mime: 'image/jpeg', is: (bytes) => starts(bytes, 0, '\xff\xd8\xff') },
  { mime: 'image/gif', is: (bytes) => starts(bytes, 0, 'GIF8') },
  { mime: 'image/webp', is: (bytes) => starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP') },
  { mime: 'image/avif', is: (bytes) => brand(bytes, /^avi[fs]$/) },
  { mime: 'image/heic', is: (bytes) => brand(bytes, /^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/) },
  { mime: 'video/quicktime', is: (bytes) => brand(bytes, /^qt {2}$/) },
  { mime: 'video/mp4', is: (bytes) => brand(bytes, /./s) },
  { mime: 'video/webm', is: (bytes) => starts(bytes, 0, '\x1a\x45\xdf\xa3') },
  { mime: 'image/tiff', is: (bytes) => starts(bytes, 0, 'II*\0') || starts(bytes, 0, 'MM\0*') },
  { mime: 'image/svg+xml', is: isSvg },
];

/** How many bytes from the start are enough to detect a type. */
export const TYPE_BYTES = 1_024;

function isSvg(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, TYPE_BYTES)).replace(/^\ufeff/, '');
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/.test(head);
}

/** Detects the media type of a file from its first bytes; undefined if it is neither a picture nor a video. */
export function mediaType(head: Uint8Array): string | undefined {
  return TYPES.find(({ is }) => is(head))?.mime;
}
