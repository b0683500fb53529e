import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RateWindow } from '../../src/networks/port.ts';
import type { Journal, Lease, OwnedWindow } from '../../src/publishing/journal.ts';
import type { FrozenThread, PublicationRecord } from '../../src/publishing/publication.ts';
import { POST_FROM, PUBLICATION_FROM, type PublicationState } from '../../src/publishing/states.ts';

/** A journal to test, and how to make one. */
export type JournalAdapter = { readonly name: string; readonly open: () => Promise<Journal> };

/** When a contract's time begins. */
export const NOW = 1_780_000_000_000;
const LEASE: Lease = { account: 'me', token: 't1', owner: 'p1', expiresAt: NOW + 60_000 };

/** A frozen thread of three posts, the second with an image and facets. */
export function threadFor(id: string, facts: Partial<FrozenThread> = {}): FrozenThread {
  return {
    id,
    account: 'me',
    network: 'x',
    draft: 'posts/a.md',
    frozenAt: NOW,
    draftHash: 'd'.repeat(64),
    textHash: 't'.repeat(64),
    hashVersion: 2,
    posts: [
      { index: 1, text: 'one', urls: [], costMicroUsd: 15_000, media: [] },
      {
        index: 2,
        text: "two 'quoted' 😀\nhttps://example.org",
        urls: ['https://example.org'],
        facets: [{ byteStart: 0, byteEnd: 3, url: 'https://example.org' }],
        costMicroUsd: 200_000,
        media: [
          { path: 'a.png', alt: 'A gauge.', mime: 'image/png', sha256: 'a', bytes: 7, costMicroUsd: 5_000 },
        ],
      },
      { index: 3, text: 'three', urls: [], costMicroUsd: 15_000, media: [] },
    ],
    ...facts,
  };
}

const receipt = (id: string, at = NOW + 1) => ({ id, url: `https://x.test/${id}`, at });
const window = (facts: Partial<RateWindow> = {}): RateWindow => ({
  call: 'publish',
  name: '15min',
  lengthMs: 900_000,
  limit: 100,
  remaining: 50,
  resetAt: NOW + 900_000,
  ...facts,
});
/** The same as the journal gives it back. */
const kept = (facts: Partial<OwnedWindow> = {}): OwnedWindow => ({
  ...window(),
  owner: 'me',
  reserved: 0,
  ...facts,
});
const ME = { account: 'me', app: 'me' };

/** What every journal must do, whatever it is made of. */
export function journalContract({ name, open }: JournalAdapter): void {
  describe(`a journal on ${name}`, () => {
    let journal: Journal;
    beforeEach(async () => {
      journal = await open();
    });
    afterEach(() => journal.close());

    const states = async (id = 'p'): Promise<string[]> =>
      (await journal.publication(id))?.posts.map(({ state }) => state) ?? [];
    const begin = async (): Promise<void> => {
      await journal.create(threadFor('p'), NOW);
      await journal.takeLease(LEASE, NOW);
      await journal.advance('p', { to: 'publishing' }, NOW);
    };

    it('gives back what it was given, every character of it', async () => {
      const thread = threadFor('p');
      await journal.create(thread, NOW + 5);
      const record = await journal.publication('p');
      expect(record).toMatchObject({ ...thread, state: 'scheduled', publishAt: NOW + 5, startedAt: null });
      expect(record?.posts.map(({ key }) => key)).toEqual(['p-1', 'p-2', 'p-3']);
      expect(await journal.publication('q')).toBeUndefined();
    });

    it('refuses a second publication with the same id', async () => {
      await journal.create(threadFor('p'), NOW);
      await expect(journal.create(threadFor('p'), NOW)).rejects.toMatchObject({ reason: 'exists' });
    });

    it('keeps a publication just as it was rebuilt', async () => {
      await begin();
      await journal.intend('p', [1], LEASE, NOW);
      await journal.receive('p', [{ index: 1, receipt: receipt('1') }], NOW);
      await journal.keepUpload({ id: 'p', index: 2, position: 0 }, { id: 'm', expiresAt: NOW + 9 }, NOW);
      await journal.advance('p', { to: 'paused', reason: 'money', message: 'No.', until: NOW + 7 }, NOW);
      const record = await journal.publication('p');
      if (record === undefined) throw new Error('gone');
      const other = await open();
      await other.restore(record);
      expect(await other.publication('p')).toEqual(record);
      await other.close();
    });

    it('learns what another journal sent, and forgets nothing of its own', async () => {
      await begin();
      await journal.intend('p', [1], LEASE, NOW);
      const before = await journal.publication('p');
      if (before === undefined) throw new Error('gone');
      const told = (...known: ('published' | 'removed' | 'sending' | 'waiting')[]): PublicationRecord => ({
        ...before,
        state: 'scheduled',
        posts: before.posts.map((post, at) => {
          const state = known[at] ?? 'waiting';
          const isOut = state === 'published' || state === 'removed';
          const removedAt = state === 'removed' ? NOW + 5 : null;
          return { ...post, state, receipt: isOut ? receipt(`${at + 1}`) : null, removedAt };
        }),
      });
      // That a file has no receipt is no reason to think that nothing was sent.
      await journal.learn(told('waiting', 'waiting', 'waiting'));
      expect(await states()).toEqual(['sending', 'waiting', 'waiting']);
      await journal.learn(told('published', 'published', 'sending'));
      expect(await states()).toEqual(['published', 'published', 'sending']);
      expect((await journal.publication('p'))?.state).toBe('publishing');
      // Once, however often it is told.
      await journal.learn(told('published', 'published', 'waiting'));
      expect(await journal.spentSince('me', 0)).toBe(15_000 + 200_000 + 5_000);
      expect(await journal.sentSince('me', 0)).toEqual([NOW + 1, NOW + 1]);
      await journal.learn({ ...told('removed', 'removed', 'waiting'), state: 'cancelled' });
      expect(await states()).toEqual(['removed', 'removed', 'sending']);
      expect((await journal.publication('p'))?.state).toBe('cancelled');
      await journal.learn({ ...told('published', 'published', 'published'), state: 'published' });
      expect((await journal.publication('p'))?.state).toBe('cancelled');
      expect(await states()).toEqual(['removed', 'removed', 'published']);
    });

    it('lists the newest first, by whatever is asked', async () => {
      await journal.create(threadFor('aa1'), NOW);
      await journal.create(threadFor('aa2', { frozenAt: NOW + 1, account: 'you' }), NOW);
      await journal.create(threadFor('bb1', { frozenAt: NOW + 2, draft: 'b.md', textHash: 'x' }), NOW);
      await journal.advance('bb1', { to: 'cancelled' }, NOW);
      const ids = async (filter: Parameters<Journal['publications']>[0]): Promise<string[]> =>
        (await journal.publications(filter)).map(({ id }) => id);
      expect(await ids({})).toEqual(['bb1', 'aa2', 'aa1']);
      expect(await ids({ limit: 2 })).toEqual(['bb1', 'aa2']);
      expect(await ids({ account: 'me' })).toEqual(['bb1', 'aa1']);
      expect(await ids({ draft: 'posts/a.md', account: 'me' })).toEqual(['aa1']);
      expect(await ids({ textHash: 'x' })).toEqual(['bb1']);
      expect(await ids({ idPrefix: 'aa' })).toEqual(['aa2', 'aa1']);
      expect(await ids({ idPrefix: '%' })).toEqual([]);
      expect(await ids({ states: ['cancelled'] })).toEqual(['bb1']);
    });

    const PATHS: Readonly<Record<PublicationState, readonly PublicationState[]>> = {
      scheduled: [],
      publishing: ['publishing'],
      published: ['publishing', 'published'],
      paused: ['paused'],
      failed: ['publishing', 'failed'],
      cancelled: ['cancelled'],
    };
    const advance = (to: PublicationState): Promise<void> => {
      if (to === 'paused')
        return journal.advance('p', { to, reason: 'auth', message: 'm', until: null }, NOW);
      if (to === 'failed') return journal.advance('p', { to, message: 'm' }, NOW);
      if (to === 'scheduled') throw new Error('Nothing becomes scheduled.');
      return journal.advance('p', { to }, NOW);
    };

    it.each(Object.keys(PATHS) as PublicationState[])(
      'lets a %s publication go only where it may',
      async (from) => {
        for (const to of Object.keys(PATHS) as PublicationState[]) {
          if (to === 'scheduled') continue;
          const fresh = await open();
          await journal.close();
          journal = fresh;
          await journal.restore({
            ...threadFor('p'),
            state: 'scheduled',
            publishAt: NOW,
            startedAt: null,
            finishedAt: null,
            reason: null,
            message: null,
            until: null,
            posts: [],
          });
          for (const step of PATHS[from]) await advance(step);
          if (PUBLICATION_FROM[to].includes(from)) {
            await advance(to);
            expect((await journal.publication('p'))?.state).toBe(to);
          } else {
            await expect(advance(to), `${from} to ${to}`).rejects.toMatchObject({ reason: 'stale' });
            expect((await journal.publication('p'))?.state).toBe(from);
          }
        }
      },
    );

    it('calls nothing published of which a post is not', async () => {
      await begin();
      // Its caller lost the account to another process without having noticed: no bug, and no harm.
      await expect(journal.advance('p', { to: 'published' }, NOW)).rejects.toMatchObject({
        reason: 'stale',
        message: expect.stringContaining('Post 1 of publication p is not published yet'),
      });
      expect((await journal.publication('p'))?.state).toBe('publishing');
    });

    it('keeps why and how long a publication is paused, and forgets it after', async () => {
      await begin();
      const pause = { to: 'paused', reason: 'fuse', message: 'Too many.', until: NOW + 9 } as const;
      await journal.advance('p', pause, NOW);
      expect(await journal.publication('p')).toMatchObject({
        reason: 'fuse',
        message: 'Too many.',
        until: NOW + 9,
      });
      await journal.advance('p', { to: 'publishing' }, NOW);
      expect(await journal.publication('p')).toMatchObject({ reason: null, message: null, until: null });
    });

    it('leads a post through its states, and no other way', async () => {
      await begin();
      const stale = { reason: 'stale' };
      await expect(journal.receive('p', [{ index: 1, receipt: receipt('1') }], NOW)).rejects.toMatchObject(
        stale,
      );
      await expect(journal.doubt('p', 1)).rejects.toMatchObject(stale);
      await expect(journal.remove('p', 1, NOW)).rejects.toMatchObject(stale);
      await journal.intend('p', [1], LEASE, NOW + 1);
      await expect(journal.intend('p', [1], LEASE, NOW + 1)).rejects.toMatchObject(stale);
      await journal.release('p', [1]);
      await journal.intend('p', [1], LEASE, NOW + 2);
      await journal.doubt('p', 1);
      expect(await states()).toEqual(['unknown', 'waiting', 'waiting']);
      await journal.receive('p', [{ index: 1, receipt: receipt('1') }], NOW + 3);
      await expect(journal.release('p', [1])).rejects.toMatchObject(stale);
      await journal.remove('p', 1, NOW + 4);
      await expect(journal.remove('p', 1, NOW + 4)).rejects.toMatchObject(stale);
      const record = await journal.publication('p');
      expect(record).toMatchObject({ startedAt: NOW + 1 });
      expect(record?.posts[0]).toMatchObject({
        state: 'removed',
        attempts: 2,
        attemptedAt: NOW + 1,
        receipt: receipt('1'),
        removedAt: NOW + 4,
      });
      expect(POST_FROM.sending).toEqual(['waiting']);
    });

    it('does all of a change or nothing', async () => {
      await begin();
      await journal.intend('p', [2], LEASE, NOW);
      await expect(journal.intend('p', [1, 2, 3], LEASE, NOW)).rejects.toMatchObject({ reason: 'stale' });
      expect(await states()).toEqual(['waiting', 'sending', 'waiting']);
      const both = [1, 2].map((index) => ({ index, receipt: receipt(String(index)) }));
      await expect(journal.receive('p', both, NOW)).rejects.toMatchObject({ reason: 'stale' });
      expect(await states()).toEqual(['waiting', 'sending', 'waiting']);
      expect(await journal.spentSince('me', 0)).toBe(0);
    });

    it('takes an intent only from who holds the account', async () => {
      await begin();
      const lost = { reason: 'lease-lost' };
      await expect(journal.intend('p', [1], { ...LEASE, token: 't2' }, NOW)).rejects.toMatchObject(lost);
      await expect(journal.intend('p', [1], LEASE, LEASE.expiresAt)).rejects.toMatchObject(lost);
      expect(await states()).toEqual(['waiting', 'waiting', 'waiting']);
    });

    it('gives an account to one at a time', async () => {
      const other = { ...LEASE, token: 't2', owner: 'p2', expiresAt: NOW + 90_000 };
      expect(await journal.takeLease(LEASE, NOW)).toEqual(LEASE);
      expect(await journal.takeLease(other, NOW + 1)).toEqual(LEASE);
      expect(await journal.renewLease(other)).toBe(false);
      expect(await journal.renewLease({ ...LEASE, expiresAt: NOW + 70_000 })).toBe(true);
      expect(await journal.takeLease(other, NOW + 60_001)).toMatchObject({ token: 't1' });
      expect(await journal.takeLease(other, NOW + 1, 'wrong')).toMatchObject({ token: 't1' });
      expect(await journal.takeLease(other, NOW + 1, 't1')).toEqual(other);
      expect(await journal.renewLease(LEASE)).toBe(false);
      await journal.dropLease(LEASE);
      expect(await journal.takeLease(LEASE, NOW + 2)).toEqual(other);
      await journal.dropLease(other);
      expect(await journal.takeLease(LEASE, NOW + 2)).toEqual(LEASE);
      const later = { ...other, expiresAt: NOW + 200_000 };
      expect(await journal.takeLease(later, LEASE.expiresAt)).toEqual(later);
    });

    it('keeps windows as last told, until they end', async () => {
      await journal.tellWindows(ME, [window(), window({ name: 'user-24h', remaining: 3 })], NOW);
      expect(await journal.windows('me', NOW)).toEqual([kept(), kept({ name: 'user-24h', remaining: 3 })]);
      expect(await journal.windows('you', NOW)).toEqual([]);
      expect(await journal.windows('me', NOW + 900_000)).toEqual([]);
      await journal.tellWindows(ME, [window({ resetAt: NOW + 1_800_000, remaining: 99 })], NOW + 900_000);
      expect(await journal.windows('me', NOW + 900_000)).toEqual([
        kept({ resetAt: NOW + 1_800_000, remaining: 99 }),
      ]);
    });

    it('believes the smaller remainder of one period, in whatever order answers come', async () => {
      await journal.tellWindows(ME, [window({ remaining: 10 })], NOW);
      await journal.tellWindows(ME, [window({ remaining: 12 })], NOW);
      expect(await journal.windows('me', NOW)).toEqual([kept({ remaining: 10 })]);
    });

    it('keeps the newest tokens of each account', async () => {
      const pair = { seed: 's', accessToken: 'a1', refreshToken: 'r1', expiresAt: NOW };
      expect(await journal.token('me')).toBeUndefined();
      await journal.keepToken('me', pair);
      await journal.keepToken('you', { ...pair, accessToken: 'b1' });
      await journal.keepToken('me', { ...pair, accessToken: 'a2', refreshToken: 'r2', expiresAt: NOW + 1 });
      expect(await journal.token('me')).toEqual({
        seed: 's',
        accessToken: 'a2',
        refreshToken: 'r2',
        expiresAt: NOW + 1,
      });
      expect((await journal.token('you'))?.accessToken).toBe('b1');
      await journal.forgetToken('me');
      await journal.forgetToken('nobody');
      expect(await journal.token('me')).toBeUndefined();
      expect(await journal.token('you')).toMatchObject({ accessToken: 'b1' });
    });

    it('counts a request before it is sent', async () => {
      await begin();
      await journal.tellWindows(ME, [window({ remaining: 2 }), window({ call: 'read', remaining: 9 })], NOW);
      await journal.intend('p', [1], LEASE, NOW);
      await journal.intend('p', [2], LEASE, NOW);
      await journal.intend('p', [3], LEASE, NOW);
      expect(await journal.windows('me', NOW)).toEqual([
        kept({ remaining: 0 }),
        kept({ call: 'read', remaining: 9 }),
      ]);
    });

    it('books what was spent, and when posts went out', async () => {
      await begin();
      await journal.keepUpload({ id: 'p', index: 2, position: 0 }, { id: 'm1' }, NOW + 5);
      await journal.intend('p', [1, 2], LEASE, NOW);
      const sent = [1, 2].map((index) => ({ index, receipt: receipt(String(index), NOW + index) }));
      await journal.receive('p', sent, NOW + 10);
      expect(await journal.spentSince('me', NOW)).toBe(220_000);
      expect(await journal.spentSince('me', NOW + 6)).toBe(215_000);
      expect(await journal.spentSince('you', 0)).toBe(0);
      expect(await journal.sentSince('me', NOW)).toEqual([NOW + 1, NOW + 2]);
      expect(await journal.sentSince('me', NOW + 2)).toEqual([NOW + 2]);
      expect((await journal.publication('p'))?.posts[1]?.media[0]?.upload).toEqual({ id: 'm1' });
    });

    it('knows which ids are receipts of an account already', async () => {
      await begin();
      await journal.intend('p', [1], LEASE, NOW);
      await journal.receive('p', [{ index: 1, receipt: { id: 'r1', url: 'u', at: NOW } }], NOW);
      expect(await journal.knownReceipts('me', ['r1', 'r2'])).toEqual(['r1']);
      expect(await journal.knownReceipts('you', ['r1', 'r2'])).toEqual([]);
    });

    it('notes the newest post before a publication, but none after its first request', async () => {
      await begin();
      expect(await journal.publication('p')).not.toHaveProperty('after');
      await journal.noteBeginning('p', { id: '1', handle: 'ada' }, null);
      expect((await journal.publication('p'))?.after).toBeNull();
      await journal.noteBeginning('p', { id: '1', handle: 'ada' }, '77');
      await journal.intend('p', [1], LEASE, NOW);
      await journal.noteBeginning('p', { id: '2', handle: 'bob' }, '99');
      expect(await journal.publication('p')).toMatchObject({
        after: '77',
        identity: { id: '1', handle: 'ada' },
      });
    });

    it('replaces what waits and keeps what does not', async () => {
      await begin();
      await journal.intend('p', [1], LEASE, NOW);
      await journal.receive('p', [{ index: 1, receipt: receipt('1') }], NOW);
      const posts = ['one', 'new two', 'new three', 'new four'].map((text, position) => ({
        index: position + 1,
        text,
        urls: [],
        costMicroUsd: 1,
        media: [],
      }));
      await journal.replaceWaiting('p', threadFor('other', { textHash: 'new', posts }));
      const record = await journal.publication('p');
      expect(record?.posts.map(({ text }) => text)).toEqual(['one', 'new two', 'new three', 'new four']);
      expect(record?.posts.map(({ key }) => key)).toEqual(['p-1', 'p-2', 'p-3', 'p-4']);
      expect(record?.posts.flatMap(({ media }) => media)).toEqual([]);
      expect(record?.posts[0]?.receipt).toEqual(receipt('1'));
      expect(record?.textHash).toBe('new');
    });

    it('holds a thread of thousands of posts', async () => {
      const posts = Array.from({ length: 3_000 }, (_, position) => ({
        index: position + 1,
        text: `post ${position + 1}`,
        urls: [],
        costMicroUsd: 15_000,
        media: [],
      }));
      await journal.create(threadFor('long', { posts }), NOW);
      expect((await journal.publication('long'))?.posts).toHaveLength(3_000);
    });
  });
}
