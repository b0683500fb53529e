import type { PhotoFacts } from './photo-facts.ts';

/** What a network accepts as a picture. */
export type PhotoLimits = {
  /** The largest file, in bytes. */
  readonly imageBytes: number;
  /** Types that it accepts unconverted. */
  readonly imageTypes: readonly string[];
  /** The most pixels of a picture, width times height. */
  readonly imagePixels?: number;
  /** The longest side, in pixels. */
  readonly imageSide?: number;
  /** What it accepts as an animated GIF; missing if it shows no animation. */
  readonly gif?: {
    readonly bytes: number;
    readonly width?: number;
    readonly height?: number;
    readonly frames?: number;
  };
};

/** Why a picture is changed; the preview shows each reason. */
export type Change = 'upright' | 'metadata' | 'type' | 'smaller' | 'still';

/** What to do with a picture for one network. */
export type PhotoPlan =
  | { readonly do: 'keep' }
  /** Removes metadata from the file; the picture stays the same. */
  | { readonly do: 'strip' }
  | { readonly do: 'convert'; readonly changes: readonly Change[]; readonly limits: PhotoLimits }
  | {
      readonly do: 'refuse';
      readonly code: 'media-type' | 'media-too-large' | 'media-broken';
      readonly why: string;
    };

const MB = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** The longest side of a picture that is sent unconverted if a network names no limit, and the most pixels. */
const LONGEST_SIDE = 8_192;
const MOST_PIXELS = 64_000_000;

/** Types that only an external program can read. */
const UNREADABLE: Readonly<Record<string, string>> = {
  'image/heic':
    'is a HEIC photo, which can’t be read here; convert it (on a Mac: sips -s format jpeg photo.heic --out photo.jpg; elsewhere: magick photo.heic photo.jpg)',
  'image/tiff': 'is a TIFF file; save it as JPEG or PNG',
};

/** Decides what to do with a picture. Pure. */
export function planPhoto(facts: PhotoFacts, size: number, limits: PhotoLimits): PhotoPlan {
  const { mime } = facts;
  const unreadable = UNREADABLE[mime];
  if (unreadable !== undefined) return { do: 'refuse', code: 'media-type', why: unreadable };
  if (!facts.isWhole || (mime !== 'image/svg+xml' && facts.width * facts.height === 0))
    return {
      do: 'refuse',
      code: 'media-broken',
      why: 'is damaged: the file ends too early; export or download it again',
    };
  if (mime === 'image/gif' && facts.frames > 1 && limits.gif !== undefined)
    return planGif(facts, size, limits.gif, limits.imagePixels ?? MOST_PIXELS);

  const changes: Change[] = [];
  if (facts.frames > 1) changes.push('still');
  if (!limits.imageTypes.includes(mime) || (facts.frames > 1 && mime === 'image/gif')) changes.push('type');
  if (facts.orientation !== 1) changes.push('upright');
  const { imageSide = LONGEST_SIDE, imagePixels = MOST_PIXELS } = limits;
  const isLarge = Math.max(facts.width, facts.height) > imageSide || facts.width * facts.height > imagePixels;
  if (size > limits.imageBytes || isLarge) changes.push('smaller');
  if (changes.length === 0 && facts.hasMetadata && (mime === 'image/jpeg' || mime === 'image/png'))
    return { do: 'strip' };
  if (facts.hasMetadata) changes.push('metadata');
  return changes.length === 0 ? { do: 'keep' } : { do: 'convert', changes, limits };
}

/**
 * Decides about an animated GIF: sent unchanged, or not at all, because shrinking it would require a choice of what to lose.
 */
function planGif(
  { width, height, frames }: PhotoFacts,
  size: number,
  gif: NonNullable<PhotoLimits['gif']>,
  pixels: number,
): PhotoPlan {
  const tooMuch = [
    ...(size > gif.bytes ? [`${MB(size)}, of ${MB(gif.bytes)} that it may have`] : []),
    ...(width > (gif.width ?? width) || height > (gif.height ?? height)
      ? [`${width} × ${height} pixels, of ${gif.width} × ${gif.height}`]
      : width * height > pixels
        ? [`${width} × ${height} pixels, of ${pixels.toLocaleString('en')} in all`]
        : []),
    ...(frames > (gif.frames ?? frames) ? [`${frames} frames, of ${gif.frames}`] : []),
  ];
  if (tooMuch.length === 0) return { do: 'keep' };
  const why = `is a moving GIF with ${tooMuch.join(', ')}; make it shorter or smaller`;
  return { do: 'refuse', code: 'media-too-large', why };
}
