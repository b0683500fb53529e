import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { blueskyProfile } from '../../src/networks/bluesky/profile.ts';
import { mastodonProfile } from '../../src/networks/mastodon/profile.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { convertPhoto } from '../../src/photos/convert-photo.ts';
import { mediaType } from '../../src/photos/media-type.ts';
import { photoFacts } from '../../src/photos/photo-facts.ts';
import { type PhotoLimits, planPhoto } from '../../src/photos/plan-photo.ts';
import { stripMetadata } from '../../src/photos/strip-metadata.ts';

const limitsOf = ({ media }: ReturnType<typeof xProfile>): PhotoLimits => ({
  ...media,
  imageTypes: media.imageTypes ?? [],
});
const X = limitsOf(xProfile());
const BLUESKY = limitsOf(blueskyProfile());
const MASTODON = limitsOf(mastodonProfile());

/** Noise: what compresses worst. */
const noise = (width: number, height: number, channels: 3 | 4 = 3) => {
  const data = Buffer.alloc(width * height * channels);
  let state = 1;
  for (let at = 0; at < data.length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    data[at] = state >> 16;
  }
  return sharp(data, { raw: { width, height, channels } });
};
const LOCATED = {
  IFD0: { Make: 'Camera' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '52/1 30/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '13/1 24/1 0/1',
  },
};
const factsOf = (bytes: Uint8Array) => {
  const facts = photoFacts(bytes);
  if (facts === undefined) throw new Error('no picture');
  return facts;
};
const plan = (bytes: Uint8Array, limits: PhotoLimits) => planPhoto(factsOf(bytes), bytes.length, limits);

describe('a file is known by its content', () => {
  it.each([
    ['image/jpeg', [0xff, 0xd8, 0xff, 0xe0]],
    ['image/gif', [...Buffer.from('GIF89a')]],
    ['image/webp', [...Buffer.from('RIFF0000WEBPVP8 ')]],
    ['image/avif', [...Buffer.from('0000ftypavif')]],
    ['image/heic', [...Buffer.from('0000ftypheic')]],
    ['video/mp4', [...Buffer.from('0000ftypisom')]],
    ['image/svg+xml', [...Buffer.from('<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="">')]],
    [undefined, [...Buffer.from('RIFF0000WAVEfmt ')]],
    [undefined, [...Buffer.from('<html><svg>')]],
    [undefined, []],
  ])('as %s', (mime, bytes) => expect(mediaType(Uint8Array.from(bytes))).toBe(mime));
});

describe('a photo', () => {
  it('goes out as it is where nothing has to change', async () => {
    const bytes = await noise(40, 30).jpeg().toBuffer();
    for (const limits of [X, BLUESKY, MASTODON]) expect(plan(bytes, limits)).toEqual({ do: 'keep' });
  });

  it.each(['jpeg', 'png'] as const)(
    'loses its notes and its place without a changed pixel (%s)',
    async (format) => {
      const bytes = await noise(40, 30).withExif(LOCATED).toFormat(format).toBuffer();
      expect(factsOf(bytes)).toMatchObject({ hasMetadata: true, hasLocation: true, isWhole: true });
      expect(plan(bytes, X)).toEqual({ do: 'strip' });
      const stripped = stripMetadata(bytes, `image/${format}`);
      expect(factsOf(stripped)).toMatchObject({ hasMetadata: false, hasLocation: false, isWhole: true });
      expect(await sharp(stripped).raw().toBuffer()).toEqual(await sharp(bytes).raw().toBuffer());
    },
  );

  it('is turned upright', async () => {
    const bytes = await noise(40, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(factsOf(bytes)).toMatchObject({ orientation: 6 });
    const found = plan(bytes, X);
    expect(found).toMatchObject({ do: 'convert', changes: ['upright', 'metadata'] });
    expect(await convertPhoto(bytes, X)).toMatchObject({ width: 30, height: 40, mime: 'image/jpeg' });
  });

  it.each([
    ['avif', X, ['type']],
    ['webp', X, undefined],
    ['webp', MASTODON, undefined],
  ] as const)('of type %s is converted where it has to be', async (format, limits, changes) => {
    const bytes = await noise(80, 60).toFormat(format).toBuffer();
    const found = plan(bytes, limits);
    expect(found.do === 'convert' ? found.changes : undefined).toEqual(changes);
    if (found.do === 'convert')
      expect(await convertPhoto(bytes, limits)).toMatchObject({ mime: 'image/jpeg' });
  });

  it('with transparent parts stays a PNG', async () => {
    const bytes = await noise(60, 60, 4).avif().toBuffer();
    expect(await convertPhoto(bytes, X)).toMatchObject({ mime: 'image/png' });
  });

  it('gives the same bytes each time', async () => {
    const bytes = await noise(300, 200).png().toBuffer();
    const limits = { ...BLUESKY, imageBytes: 20_000 };
    expect(await convertPhoto(bytes, limits)).toEqual(await convertPhoto(bytes, limits));
  });

  it('of HEIC is refused with how to convert it', () => {
    const bytes = Buffer.concat([Buffer.from('0000ftypheic'), Buffer.alloc(200)]);
    expect(plan(bytes, X)).toMatchObject({
      do: 'refuse',
      why: expect.stringContaining('sips -s format jpeg'),
    });
  });

  it.each([
    ['28 bytes of PNG header', async () => (await noise(40, 30).png().toBuffer()).subarray(0, 28)],
    ['half a JPEG', async () => (await noise(90, 90).jpeg().toBuffer()).subarray(0, 2_000)],
    ['half a WebP', async () => (await noise(90, 90).webp().toBuffer()).subarray(0, 900)],
  ])('that is damaged (%s) is refused', async (_, make) => {
    expect(plan(await make(), X)).toMatchObject({ do: 'refuse', code: 'media-broken' });
  });
});

describe('a moving GIF', () => {
  const gif = (frames: number, width = 20, height = 20) =>
    sharp(
      Buffer.alloc(width * height * frames * 3, 7).map((_, at) => Math.floor(at / (width * height * 3)) * 40),
      {
        raw: { width, height: height * frames, channels: 3, pageHeight: height },
      },
    )
      .gif()
      .toBuffer();

  it('goes out as it is within its own limits, and is refused beyond them', async () => {
    const bytes = await gif(3);
    expect(factsOf(bytes)).toMatchObject({ frames: 3 });
    expect(plan(bytes, X)).toEqual({ do: 'keep' });
    expect(planPhoto(factsOf(bytes), 6_000_000, X)).toEqual({ do: 'keep' });
    expect(planPhoto(factsOf(bytes), 15_000_001, X)).toMatchObject({ code: 'media-too-large' });
    expect(planPhoto({ ...factsOf(bytes), width: 1_400 }, 9, X)).toMatchObject({ code: 'media-too-large' });
  });

  it('becomes its first frame where nothing moves', async () => {
    const bytes = await gif(2);
    expect(plan(bytes, BLUESKY)).toMatchObject({ do: 'convert', changes: ['still', 'type'] });
    expect(await convertPhoto(bytes, BLUESKY)).toMatchObject({ width: 20, height: 20 });
  });
});

it('a picture with too many pixels has fewer than its network takes, also where its height is not a whole number', async () => {
  const bytes = await noise(397, 369).png().toBuffer();
  const limits = { ...BLUESKY, imagePixels: 100_000 };
  expect(await convertPhoto(bytes, limits)).toMatchObject({ width: 328, height: 304 });
});

it('no picture that goes out is larger than its network takes, whatever its size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 4_000, max: 400_000 }),
      fc.boolean(),
      async (width, height, imageBytes, isTransparent) => {
        const bytes = await noise(width, height, isTransparent ? 4 : 3)
          .png()
          .toBuffer();
        const limits = { ...BLUESKY, imageBytes, imagePixels: 100_000 };
        if (plan(bytes, limits).do === 'keep') return;
        const made = await convertPhoto(bytes, limits);
        if ('problem' in made) throw new Error(made.problem);
        expect(made.bytes.length).toBeLessThanOrEqual(imageBytes);
        expect(made.width * made.height).toBeLessThanOrEqual(100_000);
        expect(factsOf(made.bytes)).toMatchObject({ isWhole: true, width: made.width, height: made.height });
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);
