/** The first bytes of the images that the networks take. */
const SIGNATURES: Readonly<Record<string, RegExp>> = {
  'image/png': /^\x89PNG\r\n\x1a\n/,
  'image/jpeg': /^\xff\xd8\xff/,
  'image/gif': /^GIF8[79]a/,
  'image/webp': /^RIFF[\s\S]{4}WEBP/,
};

/** Whether the sandbox knows an image type by its first bytes. */
export function isKnownImage(mime: string): boolean {
  return Object.hasOwn(SIGNATURES, mime);
}

/** The MIME type of an image, told from its bytes; `undefined` for anything else. */
export function imageType(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return Object.entries(SIGNATURES).find(([, signature]) => signature.test(head))?.[0];
}
