/** The first bytes of the images and videos that the networks accept. The first match determines the type. */
const SIGNATURES: Readonly<Record<string, RegExp>> = {
  'image/png': /^\x89PNG\r\n\x1a\n/,
  'image/jpeg': /^\xff\xd8\xff/,
  'image/gif': /^GIF8[79]a/,
  'image/webp': /^RIFF[\s\S]{4}WEBP/,
  'video/quicktime': /^[\s\S]{4}ftypqt {2}/,
  // Photos in the same container (AVIF, HEIC) have other brands.
  'video/mp4': /^[\s\S]{4}ftyp(?!avi[fs]|hei|hev|mif1|msf1)/,
  'video/webm': /^\x1a\x45\xdf\xa3/,
};

/** The media types that the sandbox recognises. */
export const MEDIA_TYPES: readonly string[] = Object.keys(SIGNATURES);

/** Detects the MIME type of an image or a video from its bytes; `undefined` for anything else. */
export function mediaType(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return Object.entries(SIGNATURES).find(([, signature]) => signature.test(head))?.[0];
}

/** Whether a media type is a video; no network accepts other media beside one. */
export const isVideo = (mime: string | undefined): boolean => mime?.startsWith('video/') === true;
