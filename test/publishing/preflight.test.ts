import { describe, expect, it } from 'vitest';
import type { PublishingErrorKind } from '../../src/networks/publishing-error.ts';
import { makeLab, texts, wrongs } from './lab.ts';
import { png } from './memory-files.ts';

const THREE = texts(3);
const IMAGE = { path: 'images/a.png', alt: 'A gauge in a river.' };

describe('before the first post', () => {
  it.each([
    ['auth', 'paused', 'auth', 1],
    ['money', 'paused', 'money', 1],
    ['transient', 'paused', 'network', 5],
  ] as const)('an account that answers %s sends nothing', async (kind, state, reason, tries) => {
    const lab = await makeLab();
    const thread = await lab.freeze(THREE);
    lab.network.readFaults.push(...Array.from({ length: tries }, (): PublishingErrorKind => kind));
    await lab.publish(thread);
    expect(await lab.newest()).toMatchObject({ state, reason, startedAt: null });
    expect(lab.network.requests).toEqual([]);
    await lab.publish(thread);
    expect(wrongs(lab.network, THREE)).toEqual([]);
  });

  it('a repeat of a recent post is refused, whatever was changed in its spaces', async () => {
    const lab = await makeLab();
    lab.network.write('post  2\nof 3');
    await lab.publish(await lab.freeze(THREE));
    const record = await lab.newest();
    expect(record).toMatchObject({ state: 'paused', reason: 'repeat' });
    expect(record.message).toContain('Post 2 has the same text as a recent post');
    expect(lab.network.requests).toEqual([]);
  });

  it('all images are uploaded, several at a time, and booked', async () => {
    const lab = await makeLab();
    const media = Object.fromEntries(
      [1, 2, 3].map((index) => {
        const path = `images/${index}.png`;
        lab.files.media.set(path, png(index));
        return [index, [{ path, alt: `Image ${index}` }]];
      }),
    );
    const thread = await lab.freeze(THREE, 'posts/a.md', media);
    await lab.publish(thread);
    expect(lab.network.uploads.map(({ alt }) => alt).sort()).toEqual(['Image 1', 'Image 2', 'Image 3']);
    expect(lab.network.requests.map(({ media: sent }) => sent.length)).toEqual([1, 1, 1]);
    expect(await lab.journal.spentSince('me', 0)).toBe(3 * 15_000 + 3 * 5_000);
  });

  it('an image that changed since freezing sends nothing', async () => {
    const lab = await makeLab();
    lab.files.media.set(IMAGE.path, png(1));
    const thread = await lab.freeze(THREE, 'posts/a.md', { 2: [IMAGE] });
    lab.files.media.set(IMAGE.path, png(2));
    await lab.publish(thread);
    expect(await lab.newest()).toMatchObject({ state: 'paused', reason: 'media' });
    lab.files.media.delete(IMAGE.path);
    await lab.publish(thread);
    expect((await lab.newest()).message).toContain('images/a.png is missing');
    lab.files.media.set(IMAGE.path, png(1));
    await lab.publish(thread);
    expect(wrongs(lab.network, THREE)).toEqual([]);
  });

  it('an upload that ran out while the thread was paused is made again', async () => {
    const lab = await makeLab();
    lab.files.media.set(IMAGE.path, png(1));
    const thread = await lab.freeze(THREE, 'posts/a.md', { 3: [IMAGE] });
    lab.network.fates.push('ok', { refuse: 'auth' });
    await lab.publish(thread);
    lab.clock.advance(25 * 3_600_000);
    await lab.publish(thread);
    expect(lab.network.uploads).toHaveLength(2);
    expect(lab.network.requests.at(-1)?.media.map(({ id }) => id)).toEqual(['m2']);
  });

  it.each([
    ['has no alt text', { path: 'images/a.png', alt: ' ' }, png()],
    ['is not a PNG, JPEG, GIF or WebP file', IMAGE, new TextEncoder().encode('<svg/>')],
    ['is missing', IMAGE, undefined],
  ])('an image that %s can’t even be frozen', async (problem, image, bytes) => {
    const lab = await makeLab();
    if (bytes !== undefined) lab.files.media.set(image.path, bytes);
    await expect(lab.freeze(THREE, 'posts/a.md', { 1: [image] })).rejects.toThrow(problem);
  });
});

describe('a refusal that waiting can’t heal', () => {
  it.each([
    ['auth', 'paused'],
    ['money', 'paused'],
    ['rejected', 'failed'],
  ] as const)('%s: the publication is %s, keeps what is out, and goes on later', async (refuse, state) => {
    const lab = await makeLab();
    const thread = await lab.freeze(THREE);
    lab.network.fates.push('ok', { refuse });
    await lab.publish(thread, { waitUpToMs: Number.POSITIVE_INFINITY });
    const record = await lab.newest();
    expect(record).toMatchObject({ state, message: `refused: ${refuse}` });
    expect(record.posts.map((post) => post.state)).toEqual(['published', 'waiting', 'waiting']);
    await lab.publish(thread);
    expect(wrongs(lab.network, THREE)).toEqual([]);
  });

  it('transient ones are tried again with growing waits, and not for ever', async () => {
    const lab = await makeLab();
    const thread = await lab.freeze(THREE);
    lab.network.fates.push(...Array(5).fill({ refuse: 'transient' }));
    await lab.publish(thread);
    expect(await lab.newest()).toMatchObject({ state: 'paused', reason: 'network' });
    expect(lab.network.requests).toHaveLength(5);
    const waits = lab.clock.slept.filter((ms) => ms < 30_000);
    expect(waits).toHaveLength(4);
    waits.forEach((ms, position) => {
      expect(ms).toBeGreaterThanOrEqual(500 * 2 ** position);
      expect(ms).toBeLessThanOrEqual(1_000 * 2 ** position);
    });
  });
});

describe('being stopped', () => {
  it('lets the request in flight end, keeps its receipt, and goes on later', async () => {
    const lab = await makeLab();
    const thread = await lab.freeze(THREE);
    const stop = new AbortController();
    const publish = lab.network.publish.bind(lab.network);
    lab.network.publish = (attempts, allowed) => {
      if (attempts[0]?.index === 2) stop.abort();
      return publish(attempts, allowed);
    };
    await lab.publish(thread, { stop: stop.signal });
    const record = await lab.newest();
    expect(record).toMatchObject({ state: 'paused', reason: 'stopped' });
    expect(record.posts.map((post) => post.state)).toEqual(['published', 'published', 'waiting']);
    await lab.publish(thread);
    expect(wrongs(lab.network, THREE)).toEqual([]);
  });
});
