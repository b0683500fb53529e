import { describe, expect, it } from 'vitest';
import { type Lab, makeLab, wrongs } from './lab.ts';

const POSTS = ['One.', 'Two.'];

/** Eight bytes of a PNG, and one that tells it apart. */
const png = (index: number): Uint8Array =>
  Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, index]);

/** A laboratory with a thread of two, each with an image. */
async function begin(): Promise<{ lab: Lab; thread: Awaited<ReturnType<Lab['freeze']>> }> {
  const lab = await makeLab();
  const media = Object.fromEntries(
    POSTS.map((_, at) => {
      const path = `posts/${at + 1}.png`;
      lab.files.media.set(path, png(at));
      return [at + 1, [{ path, alt: `Image ${at + 1}` }]];
    }),
  );
  return { lab, thread: await lab.freeze(POSTS, 'posts/a.md', media) };
}

const uploaded = ({ network }: Lab): string[] => network.uploads.map(({ path }) => path);

describe('a post whose upload the network no longer has', () => {
  it('is sent with a new upload of its image, at once', async () => {
    const { lab, thread } = await begin();
    lab.network.fates.push('ok', { refuse: 'media-gone' });
    const begun = lab.clock.now();
    expect(await lab.publish(thread)).toMatchObject({ record: { state: 'published' } });
    expect(wrongs(lab.network, POSTS)).toEqual([]);
    // Only the image of the post that was refused.
    expect(uploaded(lab)).toEqual(['posts/1.png', 'posts/2.png', 'posts/2.png']);
    expect(lab.network.requests.map(({ media }) => media[0]?.id)).toEqual(['m1', 'm2', 'm3']);
    expect(lab.clock.now() - begun).toBeLessThan(1_000);
  });

  it('pauses until a time where its upload is gone every time', async () => {
    const { lab, thread } = await begin();
    lab.network.chance = () => ({ refuse: 'media-gone' });
    await lab.publish(thread);
    const record = await lab.newest();
    expect(record).toMatchObject({ state: 'paused', reason: 'network', message: 'refused: media-gone' });
    expect(record.until).not.toBeNull();
    expect(record.posts.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect(lab.network.posts).toEqual([]);
  });
});

describe('a post whose upload the network does not give out', () => {
  it('is the one we sent, where a lost attempt took the upload', async () => {
    const { lab, thread } = await begin();
    lab.network.fates.push({ refuse: 'media-taken' });
    await lab.publish(thread, {
      tell: (event) => {
        if (event.type === 'looking') lab.network.write('One.');
      },
    });
    expect(await lab.newest()).toMatchObject({ state: 'published' });
    expect(wrongs(lab.network, POSTS)).toEqual([]);
    expect(uploaded(lab)).toHaveLength(2);
  });

  it('is sent with a new upload, where it is on the account nowhere', async () => {
    const { lab, thread } = await begin();
    lab.network.fates.push({ refuse: 'media-taken' });
    await lab.publish(thread);
    expect(await lab.newest()).toMatchObject({ state: 'published' });
    expect(wrongs(lab.network, POSTS)).toEqual([]);
    expect(uploaded(lab)).toEqual(['posts/1.png', 'posts/2.png', 'posts/1.png']);
  });
});
