import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blueskyProfile } from '../../src/networks/bluesky/profile.ts';
import { mastodonProfile } from '../../src/networks/mastodon/profile.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { type VideoRules, videoProblem } from '../../src/photos/plan-video.ts';
import { stripVideoNotes } from '../../src/photos/strip-video-notes.ts';
import { type VideoFacts, videoFacts } from '../../src/photos/video-facts.ts';
import { makeVideo, type VideoWish } from './make-video.ts';

const rulesOf = ({ name, media: { video } }: ReturnType<typeof xProfile>): VideoRules => {
  if (video === undefined) throw new Error(`${name} takes no video`);
  return video;
};
const X = rulesOf(xProfile());
const BLUESKY = rulesOf(blueskyProfile());
const MASTODON = rulesOf(mastodonProfile());

/** The facts of a file, and how many bytes of it were read for them. */
async function look(bytes: Uint8Array): Promise<{ facts: VideoFacts | undefined; read: number }> {
  let read = 0;
  const facts = await videoFacts(bytes.length, async (at, length) => {
    const part = bytes.subarray(at, at + length);
    read += part.length;
    return part;
  });
  return { facts, read };
}

async function factsOf(bytes: Uint8Array): Promise<VideoFacts> {
  const { facts } = await look(bytes);
  if (facts === undefined) throw new Error('no video');
  return facts;
}

describe('a video says of itself', () => {
  it.each<[string, VideoWish]>([
    ['with its index first', {}],
    ['with its index last', { isIndexLast: true }],
    ['in 64 bits', { isLong: true }],
    ['stored on its side', { isTurned: true, width: 360, height: 640 }],
  ])('its size, length and pace, %s', async (_, wish) => {
    expect(await factsOf(makeVideo(wish))).toEqual({
      mime: 'video/mp4',
      width: 640,
      height: 360,
      seconds: 12,
      framesPerSecond: 30,
      hasLocation: false,
      isWhole: true,
    });
  });

  it('its container', async () => {
    expect(await factsOf(makeVideo({ brand: 'qt  ' }))).toMatchObject({
      mime: 'video/quicktime',
      seconds: 12,
    });
    const webm = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(200)]);
    expect(await factsOf(webm)).toMatchObject({ mime: 'video/webm', seconds: 0, isWhole: true });
  });

  it('this without its data being read', async () => {
    const { facts, read } = await look(makeVideo({ dataBytes: 5_000_000, isIndexLast: true }));
    expect(facts).toMatchObject({ seconds: 12, isWhole: true });
    expect(read).toBeLessThan(5_000);
  });

  it('that it is cut off, wherever', async () => {
    const whole = makeVideo({ isIndexLast: true });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 24, max: whole.length - 9 }), async (length) => {
        expect(await factsOf(whole.subarray(0, length))).toMatchObject({ isWhole: false });
      }),
      { numRuns: 60 },
    );
  });

  it('something or nothing, whatever bytes stand in it', async () => {
    const whole = makeVideo({ place: '+52.5+013.4/' });
    const change = fc.record({ at: fc.nat(whole.length - 1), value: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const { at, value } of changes) bytes[at] = value;
        const { facts } = await look(bytes);
        if (facts !== undefined) expect(facts.seconds).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});

it('loses the place where it was taken, and nothing else', async () => {
  const place = '+52.5200+013.4050/';
  for (const isIndexLast of [false, true]) {
    const located = makeVideo({ place, isIndexLast });
    expect(await factsOf(located)).toMatchObject({ hasLocation: true });
    const stripped = stripVideoNotes(located);
    expect(stripped.length).toBe(located.length);
    expect(Buffer.from(stripped).includes(place)).toBe(false);
    expect(Buffer.from(located).includes(place)).toBe(true);
    expect(await factsOf(stripped)).toEqual({ ...(await factsOf(located)), hasLocation: false });
  }
});

describe('a network takes a video, or says why not', () => {
  const minutes = (count: number): VideoWish => ({ seconds: count * 60, frames: count * 1_800 });
  it.each<[string, VideoRules, VideoWish, number | undefined, RegExp | undefined]>([
    ['X: MP4', X, {}, undefined, undefined],
    ['X: QuickTime', X, { brand: 'qt  ' }, undefined, undefined],
    ['X: 140 s', X, { seconds: 140 }, undefined, undefined],
    ['X: longer', X, { seconds: 141 }, undefined, /lasts 141 s, of 140 s/],
    [
      'X: too short',
      X,
      { seconds: 0.4, frames: 12 },
      undefined,
      /lasts 0\.4 s; a video lasts 0\.5 s at least/,
    ],
    ['X: 512 MB', X, {}, 512_000_000, undefined],
    ['X: more', X, {}, 512_000_001, /512\.0 MB/],
    ['X: 120 frames a second', X, { frames: 1440 }, undefined, /120 frames a second, of 60/],
    ['X: four times as wide as high', X, { width: 1440, height: 360 }, undefined, /3 times as long/],
    ['X Premium: an hour', rulesOf(xProfile({ premium: true })), minutes(60), undefined, undefined],
    ['Bluesky: MP4 of 3 minutes', BLUESKY, minutes(3), 50_000_000, undefined],
    ['Bluesky: longer', BLUESKY, minutes(4), undefined, /lasts 240 s, of 180 s/],
    [
      'Bluesky: QuickTime',
      BLUESKY,
      { brand: 'qt  ' },
      undefined,
      /convert it to MP4 \(ffmpeg -i clip\.mov -c copy/,
    ],
    ['Bluesky: more than every server takes', BLUESKY, {}, 50_000_001, /50\.0 MB/],
    ['Mastodon: an hour', MASTODON, minutes(60), 103_809_024, undefined],
    ['Mastodon: more bytes', MASTODON, {}, 103_809_025, /103\.8 MB/],
    ['Mastodon: 8K', MASTODON, { width: 7680, height: 4320 }, undefined, /7680 × 4320 pixels, of 8,294,400/],
  ])('%s', async (_, rules, wish, size, why) => {
    const bytes = makeVideo(wish);
    const problem = videoProblem(await factsOf(bytes), size ?? bytes.length, rules);
    if (why === undefined) expect(problem).toBeUndefined();
    else expect(problem?.why).toMatch(why);
  });

  it('an instance’s own limits hold', async () => {
    const rules = rulesOf(
      mastodonProfile({
        videoSizeLimit: 40_000_000,
        videoFrameRateLimit: 60,
        supportedMimeTypes: ['image/png', 'video/webm'],
      }),
    );
    expect(rules).toMatchObject({ types: ['video/webm'], bytes: 40_000_000, framesPerSecond: 60 });
    expect(videoProblem(await factsOf(makeVideo()), 1, rules)?.why).toContain(
      'is MP4 video, and only WebM is taken',
    );
    expect(mastodonProfile({ supportedMimeTypes: ['image/png', 'image/jpeg'] }).media.video).toBeUndefined();
  });

  it('a file that ends too early is damaged, before all else', async () => {
    const cut = makeVideo({ brand: 'qt  ' }).subarray(0, 900);
    expect(videoProblem(await factsOf(cut), cut.length, BLUESKY)).toMatchObject({ code: 'media-broken' });
  });
});
