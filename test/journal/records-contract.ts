import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RateWindow } from '../../src/networks/port.ts';
import type { Journal, Lease, OwnedWindow } from '../../src/publishing/journal.ts';
import type { FrozenThread } from '../../src/publishing/publication.ts';
import { type JournalAdapter, NOW, threadFor } from './contract.ts';

const DAY_MS = 86_400_000;
const LEASE: Lease = { account: 'me', token: 't1', owner: 'p1', expiresAt: NOW + DAY_MS };

/** Everything that a network can take, on one thread. */
const WHOLE: Partial<FrozenThread> = {
  network: 'bluesky',
  languages: ['en', 'pt-BR'],
  replySettings: 'following',
  replyTo: { id: 'at://did:plc:a/app.bsky.feed.post/3k', url: 'https://bsky.app/3k', ref: '{"cid":"b"}' },
  posts: [
    {
      index: 1,
      text: 'One for @ada #tide',
      urls: [],
      facets: [
        { byteStart: 8, byteEnd: 12, mention: 'ada.example.org', accountId: 'did:plc:ada' },
        { byteStart: 13, byteEnd: 18, tag: 'tide' },
      ],
      card: {
        url: 'https://example.org/a',
        title: 'A',
        description: 'About A.',
        image: {
          path: 'a.media/1.png',
          mime: 'image/png',
          sha256: 'c',
          bytes: 9,
          size: { width: 12, height: 6 },
        },
      },
      labels: { contentWarning: 'tides', sensitive: true, madeWithAi: false, visibility: 'unlisted' },
      costMicroUsd: 0,
      media: [],
    },
    {
      index: 2,
      text: 'Two',
      urls: [],
      costMicroUsd: 0,
      media: [
        {
          path: 'a.png',
          alt: 'A gauge.',
          mime: 'image/png',
          sha256: 'a',
          bytes: 7,
          size: { width: 3, height: 4 },
          focus: { x: -0.5, y: 0.25 },
          costMicroUsd: 0,
        },
      ],
    },
  ],
};

const window = (facts: Partial<RateWindow> = {}): RateWindow => ({
  call: 'publish',
  name: 'app-24h',
  lengthMs: DAY_MS,
  of: 'app',
  limit: 20,
  remaining: 12,
  resetAt: NOW + DAY_MS,
  ...facts,
});

const owners = (account: string): { account: string; app: string } => ({ account, app: 'app:x:1' });
const holds =
  (posts: number) =>
  (windows: readonly OwnedWindow[]): boolean =>
    windows.every(({ remaining, reserved }) => remaining - reserved >= posts);

/** What every journal keeps of whole records, and of windows that accounts share. */
export function recordsContract({ name, open }: JournalAdapter): void {
  describe(`what a journal on ${name} keeps of records and windows`, () => {
    let journal: Journal;
    beforeEach(async () => {
      journal = await open();
    });
    afterEach(() => journal.close());

    const begin = async (id: string, account: string): Promise<void> => {
      await journal.create(threadFor(id, { account, draft: `${id}.md` }), NOW);
      await journal.advance(id, { to: 'publishing' }, NOW);
    };

    it('gives back everything that a network can take', async () => {
      const thread = threadFor('p', WHOLE);
      await journal.create(thread, NOW);
      const { posts, ...rest } = thread;
      expect(await journal.publication('p')).toMatchObject({
        ...rest,
        posts: posts.map(({ card: _card, media: _media, ...post }) => post),
      });
      expect(await journal.publication('p')).toMatchObject({ posts: [{ card: posts[0]?.card }, {}] });
      expect((await journal.publication('p'))?.posts[1]?.media).toEqual([
        { ...posts[1]?.media[0], upload: null },
      ]);
    });

    it('keeps what the network gave for a card’s picture, after those of the images', async () => {
      await journal.create(threadFor('p', WHOLE), NOW);
      await journal.keepUpload({ id: 'p', index: 1, position: 0 }, { id: 'blob', ref: '{"$link":"b"}' }, NOW);
      const post = (await journal.publication('p'))?.posts[0];
      expect(post?.card?.image?.upload).toEqual({ id: 'blob', ref: '{"$link":"b"}' });
      expect(post?.media).toEqual([]);
    });

    it('keeps a network’s own reference with a receipt', async () => {
      await journal.create(threadFor('p', WHOLE), NOW);
      await journal.takeLease(LEASE, NOW);
      await journal.intend('p', [1], LEASE, NOW);
      const receipt = { id: 'at://1', url: 'https://bsky.app/1', at: NOW, ref: '{"cid":"x"}' };
      await journal.receive('p', [{ index: 1, receipt }], NOW);
      expect((await journal.publication('p'))?.posts[0]?.receipt).toEqual(receipt);
    });

    it('keeps a fixed record from the moment that it may have been sent', async () => {
      await journal.create(threadFor('p', WHOLE), NOW);
      await journal.takeLease(LEASE, NOW);
      const pin = (record: string): Promise<void> =>
        journal.pin('p', [{ index: 1, pinned: { id: '3k', record } }]);
      await pin('{"at":1}');
      await pin('{"at":2}');
      await journal.intend('p', [1], LEASE, NOW);
      await expect(pin('{"at":3}')).rejects.toMatchObject({ reason: 'stale' });
      await journal.release('p', [1]);
      await expect(pin('{"at":4}')).rejects.toMatchObject({ reason: 'stale' });
      await pin('{"at":2}');
      expect((await journal.publication('p'))?.posts[0]?.pinned).toEqual({ id: '3k', record: '{"at":2}' });
    });

    it('keeps the windows of an app once, for all of its accounts', async () => {
      await journal.tellWindows(owners('me'), [window(), window({ name: 'user-24h', of: 'account' })], NOW);
      await journal.tellWindows(owners('you'), [window({ remaining: 11 })], NOW);
      const seen = async (account: string): Promise<unknown> =>
        (await journal.windows(account, NOW)).map(({ owner, name: which, remaining }) => [
          owner,
          which,
          remaining,
        ]);
      expect(await seen('me')).toEqual([
        ['app:x:1', 'app-24h', 11],
        ['me', 'user-24h', 12],
      ]);
      expect(await seen('you')).toEqual([['app:x:1', 'app-24h', 11]]);
      expect(await seen('them')).toEqual([]);
    });

    it('reserves room for one thread after the other, and never more than there is', async () => {
      const accounts = ['a', 'b', 'c', 'd', 'e'];
      for (const account of accounts) await begin(`${account}1`, account);
      await journal.tellWindows(owners('a'), [window({ remaining: 10 })], NOW);
      const fits: boolean[] = [];
      await Promise.all(
        accounts.map((account) =>
          journal.reserve(`${account}1`, owners(account), NOW, (windows) => {
            fits.push(holds(3)(windows));
            return holds(3)(windows);
          }),
        ),
      );
      expect(fits.filter(Boolean)).toHaveLength(3);
      expect((await journal.windows('me', NOW)).length).toBe(0);
      expect((await journal.windows('a', NOW)).map(({ reserved }) => reserved)).toEqual([9]);
    });

    it('takes what is sent off the reservation and off the app’s window', async () => {
      await begin('p', 'me');
      await journal.takeLease(LEASE, NOW);
      await journal.tellWindows(owners('me'), [window()], NOW);
      await journal.reserve('p', owners('me'), NOW, holds(3));
      await journal.intend('p', [1, 2], LEASE, NOW);
      expect(await journal.windows('me', NOW)).toMatchObject([{ remaining: 10, reserved: 1 }]);
      expect(await journal.windows('me', NOW, 'p')).toMatchObject([{ remaining: 10, reserved: 0 }]);
    });

    it.each([
      ['is published', [1, 2, 3], { to: 'published' }, 0],
      ['fails', [1], { to: 'failed', message: 'no' }, 0],
      ['waits for a person', [1], { to: 'paused', reason: 'auth', message: 'no', until: null }, 0],
      [
        'pauses before its first post',
        [],
        { to: 'paused', reason: 'fuse', message: 'no', until: NOW + 1 },
        0,
      ],
      [
        'is half out and waits for a time',
        [1],
        { to: 'paused', reason: 'fuse', message: 'no', until: NOW + 1 },
        2,
      ],
    ] as const)('holds what a thread reserved, where it %s', async (_name, sent, change, left) => {
      await begin('p', 'me');
      await journal.takeLease(LEASE, NOW);
      await journal.tellWindows(owners('me'), [window()], NOW);
      await journal.reserve('p', owners('me'), NOW, holds(3));
      for (const index of sent) {
        await journal.intend('p', [index], LEASE, NOW);
        await journal.receive('p', [{ index, receipt: { id: `${index}`, url: 'u', at: NOW } }], NOW);
      }
      await journal.advance('p', change, NOW);
      expect(await journal.windows('me', NOW)).toMatchObject([{ reserved: left }]);
    });

    it('takes a window that has ended as full, and no fuller', async () => {
      await begin('p', 'me');
      await journal.tellWindows(owners('me'), [window({ remaining: 0, resetAt: NOW + 1 })], NOW);
      const later = NOW + 2;
      expect(await journal.reserve('p', owners('me'), later, holds(21))).toMatchObject([{ remaining: 20 }]);
      expect(await journal.windows('me', later)).toMatchObject([
        { remaining: 20, reserved: 0, resetAt: later + DAY_MS },
      ]);
    });
  });
}
