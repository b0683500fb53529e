import type { PhotoLimits } from './plan-photo.ts';

/** A converted picture: its type, and its size in pixels. */
export type ConvertedPhoto = {
  readonly mime: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
};

/** A picture that can't be decoded, or can't be made small enough. */
export type Unconverted = { readonly problem: string };

/** The longest side worth sending: every network's own pages scale larger pictures down. */
const LONGEST_SIDE = 4_096;
/** JPEG quality of each attempt; after the last, the picture is scaled down instead. */
const QUALITIES = [88, 82] as const;
const ATTEMPTS = 12;
/** How hard to look for the colours of a palette: 7 takes six times as long as 4, for 1 % fewer bytes. */
const PALETTE_EFFORT = 4;
/** The most pixels to decode: a small file can claim to be enormous. */
const MOST_PIXELS = 268_402_689;

/**
 * Converts a picture to what a network accepts: upright, in sRGB, without metadata, as PNG if parts of it are transparent, else
 * as JPEG, as large as the limits allow. The same bytes give the same picture with one version of sharp.
 */
export async function convertPhoto(
  bytes: Uint8Array,
  limits: PhotoLimits,
): Promise<ConvertedPhoto | Unconverted> {
  const { default: sharp } = await import('sharp');
  const open = (): ReturnType<typeof sharp> =>
    sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS });
  try {
    const upright = open().autoOrient();
    const { width: storedWidth, height: storedHeight, orientation = 1 } = await open().metadata();
    const [width, height] = orientation >= 5 ? [storedHeight, storedWidth] : [storedWidth, storedHeight];
    const isTransparent = !(await open().stats()).isOpaque;
    const side = Math.min(limits.imageSide ?? LONGEST_SIDE, LONGEST_SIDE);
    const pixels = limits.imagePixels ?? Number.POSITIVE_INFINITY;
    let scale = Math.min(1, side / Math.max(width, height), Math.sqrt(pixels / (width * height)));
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const resized = upright.clone().toColourspace('srgb');
      if (scale < 1)
        resized.resize({ width: scaledDown(width, scale), height: scaledDown(height, scale), fit: 'fill' });
      const quality = QUALITIES[Math.min(attempt, QUALITIES.length - 1)] ?? 82;
      const encoded = isTransparent
        ? resized.png({ compressionLevel: 9, palette: attempt > 0, effort: PALETTE_EFFORT })
        : resized.jpeg({ quality, mozjpeg: true });
      const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
      if (data.length <= limits.imageBytes)
        return {
          mime: isTransparent ? 'image/png' : 'image/jpeg',
          bytes: data,
          width: info.width,
          height: info.height,
        };
      if (attempt >= QUALITIES.length - 1)
        scale *= Math.min(0.9, Math.sqrt(limits.imageBytes / data.length) * 0.97);
    }
    return { problem: 'can’t be made small enough; export it smaller' };
  } catch (error) {
    // sharp throws plain errors for bytes that it can't decode.
    if (!(error instanceof Error)) throw error;
    return { problem: `can’t be decoded (${error.message.split('\n')[0]}); export or download it again` };
  }
}

/** A side in pixels. Both sides are rounded down: a height that sharp rounds to the nearest can exceed the limit of pixels. */
const scaledDown = (side: number, scale: number): number => Math.max(1, Math.floor(side * scale));
