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
