import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeFileStore } from '../../src/machine/node-file-store.ts';
import { freezeThread } from '../../src/publishing/freezing/freeze.ts';
import { sha256 } from '../../src/publishing/sha256.ts';
import { makeLab, PRICES, threadOf } from './lab.ts';

/** A picture of 1 × 1, whose bytes are really those of a PNG. */
const PIXEL = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const NAME = `a.media/${sha256(PIXEL).slice(0, 16)}.png`;

it('images made while freezing stand beside the frozen file, named for their bytes, and are what is sent', async () => {
  const lab = await makeLab();
  const thread = threadOf(['With a card', 'With a link'], { 1: [{ path: 'card:1', alt: 'x = 1' }] });
  const card = { url: 'https://example.org', title: 'A', description: 'B' };
  const input = { thread, account: 'me', draft: 'posts/a.md', draftHash: sha256('a'), prices: PRICES };
  const file = { mime: 'image/png', bytes: PIXEL };
  const frozen = await freezeThread(
    {
      ...input,
      media: lab.account.media,
      made: new Map([['card:1', file]]),
      preparation: { posts: [{}, { card: { ...card, image: file } }], notes: [] },
    },
    lab.files,
    'made1234',
    lab.clock.now(),
  );
  if (!frozen.ok) throw new Error(frozen.problems.join(' '));
  expect([...lab.files.media.keys()]).toEqual([]);
  await lab.publish(frozen.thread);
  expect([...lab.files.media.keys()]).toEqual([NAME]);
  const image = { path: NAME, mime: 'image/png', sha256: sha256(PIXEL), size: { width: 1, height: 1 } };
  const { posts } = await lab.newest();
  expect(posts[0]?.media).toEqual([expect.objectContaining({ ...image, alt: 'x = 1' })]);
  expect(posts[1]?.card).toMatchObject({ ...card, image });
  expect(lab.network.uploads.map(({ use, bytes }) => [use, sha256(bytes)])).toEqual([
    ['image', sha256(PIXEL)],
    ['card', sha256(PIXEL)],
  ]);
  expect(lab.network.requests[1]?.card).toEqual({ ...card, image: expect.objectContaining({ id: 'm2' }) });
});

it('such an image is written in a folder of its own, once', async () => {
  const root = mkdtempSync(join(tmpdir(), 'made-media-'));
  const files = nodeFileStore(
    root,
    async () => undefined,
    () => false,
  );
  const path = join(root, 'posts/a.media/1.png');
  await files.keepMedia('posts/a.media/1.png', PIXEL);
  const first = statSync(path);
  await files.keepMedia('posts/a.media/1.png', PIXEL);
  expect(statSync(path).ino).toBe(first.ino);
  expect(new Uint8Array(readFileSync(path))).toEqual(PIXEL);
  rmSync(root, { recursive: true });
});
