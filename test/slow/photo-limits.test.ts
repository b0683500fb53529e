import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { blueskyProfile } from '../../src/networks/bluesky/profile.ts';
import { mastodonProfile } from '../../src/networks/mastodon/profile.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { convertPhoto } from '../../src/photos/convert-photo.ts';
import { mediaType } from '../../src/photos/media-type.ts';
import { photoFacts } from '../../src/photos/photo-facts.ts';
import { type PhotoLimits, planPhoto } from '../../src/photos/plan-photo.ts';

/** Noise, which compresses worst. */
function noise(width: number, height: number): Sharp {
  const data = Buffer.alloc(width * height * 3);
  let state = width * 31 + height;
  for (let at = 0; at < data.length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    data[at] = state >> 16;
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

const FORMATS = {
  jpeg: (image) => image.jpeg({ quality: 100 }),
  png: (image) => image.png(),
  webp: (image) => image.webp({ quality: 100 }),
  avif: (image) => image.avif({ effort: 0 }),
  gif: (image) => image.gif(),
} satisfies Record<string, (image: Sharp) => Sharp>;

const SIZES = [
  [1, 1],
  [2, 5_000],
  [640, 480],
  [900, 1_300],
  [1_900, 1_300],
] as const;

const NETWORKS = [
  xProfile(),
  blueskyProfile(),
  mastodonProfile(),
  mastodonProfile({ imageSizeLimit: 300_000 }),
];

describe.each(Object.entries(FORMATS))('a photo as %s', (_, encode) => {
  it.each(SIZES)(
    'of %i × %i goes out within the limits of every network',
    async (width, height) => {
      const bytes = await encode(noise(width, height)).toBuffer();
      for (const { name, media } of NETWORKS) {
        const limits: PhotoLimits = { ...media, imageTypes: media.imageTypes ?? [] };
        const facts = photoFacts(bytes);
        if (facts === undefined) throw new Error('The picture was not read.');
        const plan = planPhoto(facts, bytes.length, limits);
        expect(plan.do, `${name}: ${JSON.stringify(plan)}`).not.toBe('refuse');
        const made = plan.do === 'keep' ? { bytes, width, height } : await convertPhoto(bytes, limits);
        if ('problem' in made) throw new Error(`${name}: ${made.problem}`);
        expect(made.bytes.length, name).toBeLessThanOrEqual(media.imageBytes);
        expect(made.width * made.height, name).toBeLessThanOrEqual(
          media.imagePixels ?? Number.POSITIVE_INFINITY,
        );
        expect(media.imageTypes, name).toContain(mediaType(made.bytes));
        expect(photoFacts(made.bytes), name).toMatchObject({
          isWhole: true,
          width: made.width,
          height: made.height,
        });
      }
    },
    120_000,
  );
});
