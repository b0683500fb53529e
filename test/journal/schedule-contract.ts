import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Journal } from '../../src/publishing/journal.ts';
import { type JournalAdapter, NOW, threadFor } from './contract.ts';

/** What every journal must know of time: what is due, what comes next, and how much there is. */
export function scheduleContract({ name, open }: JournalAdapter): void {
  describe(`what a journal on ${name} knows of time`, () => {
    let journal: Journal;
    beforeEach(async () => {
      journal = await open();
    });
    afterEach(() => journal.close());

    const add = (id: string, at: number, account = 'me'): Promise<void> =>
      journal.create(threadFor(id, { account, draft: `posts/${id}.md` }), at);
    const due = async (at: number, limit = 10, except: string[] = []): Promise<string[]> =>
      (await journal.due(at, { limit, except })).map(({ id }) => id);

    it('tells what is due, soonest first, and what comes next', async () => {
      await add('c', NOW + 30);
      await add('a', NOW + 10);
      await add('b', NOW + 20, 'you');
      expect(await due(NOW + 9)).toEqual([]);
      expect(await due(NOW + 10)).toEqual(['a']);
      expect(await due(NOW + 30)).toEqual(['a', 'b', 'c']);
      expect(await due(NOW + 30, 2)).toEqual(['a', 'b']);
      expect(await due(NOW + 30, 10, ['me'])).toEqual(['b']);
      expect(await journal.nextDue(NOW + 10)).toBe(NOW + 20);
      expect(await journal.nextDue(NOW + 30)).toBeNull();
    });

    it('counts the end of a pause as due, and what was left behind, but nothing that is done or waits for a person', async () => {
      for (const id of ['paused', 'asks', 'left', 'done']) await add(id, NOW);
      for (const id of ['paused', 'asks', 'left', 'done'])
        await journal.advance(id, { to: 'publishing' }, NOW);
      const pause = { to: 'paused', reason: 'rate-limited', message: 'wait' } as const;
      await journal.advance('paused', { ...pause, until: NOW + 50 }, NOW);
      await journal.advance('asks', { ...pause, reason: 'auth', until: null }, NOW);
      await journal.advance('done', { to: 'cancelled' }, NOW);
      expect(await journal.due(NOW + 50, { limit: 10 })).toEqual([
        { id: 'left', account: 'me', state: 'publishing', dueAt: NOW },
        { id: 'paused', account: 'me', state: 'paused', dueAt: NOW + 50 },
      ]);
      expect(await journal.nextDue(NOW)).toBe(NOW + 50);
    });

    it('moves what has not begun, and refuses the rest', async () => {
      await add('a', NOW);
      await journal.schedule('a', NOW + 500, NOW + 1, { zone: 'Asia/Tokyo' });
      expect(await journal.publication('a')).toMatchObject({
        state: 'scheduled',
        publishAt: NOW + 500,
        zone: 'Asia/Tokyo',
        scheduledAt: NOW + 1,
      });
      expect(await due(NOW + 499)).toEqual([]);
      await journal.advance('a', { to: 'paused', reason: 'late', message: 'why', until: null }, NOW);
      await journal.schedule('a', NOW + 600, NOW + 2);
      expect(await journal.publication('a')).toMatchObject({
        state: 'scheduled',
        message: null,
        reason: null,
      });
      const lease = { account: 'me', token: 't', owner: 'p', expiresAt: NOW + 1_000 };
      await journal.takeLease(lease, NOW);
      await journal.advance('a', { to: 'publishing' }, NOW);
      await journal.intend('a', [1], lease, NOW);
      await journal.advance('a', { to: 'paused', reason: 'stopped', message: 'why', until: null }, NOW);
      await expect(journal.schedule('a', NOW, NOW)).rejects.toMatchObject({ reason: 'stale' });
      await expect(journal.schedule('none', NOW, NOW)).rejects.toMatchObject({ reason: 'stale' });
    });

    it('lists by due time within a span, and keeps what a draft says of being late', async () => {
      await add('b', NOW + 20);
      await journal.create(threadFor('a', { frozenAt: NOW + 1 }), NOW + 10, { late: 'skip' });
      const ids = async (filter: object): Promise<string[]> =>
        (await journal.publications({ order: 'due', ...filter })).map(({ id }) => id);
      expect(await ids({})).toEqual(['a', 'b']);
      expect(await ids({ dueFrom: NOW + 11 })).toEqual(['b']);
      expect(await ids({ dueBefore: NOW + 20 })).toEqual(['a']);
      expect((await journal.publication('a'))?.late).toBe('skip');
      expect((await journal.publication('b'))?.late).toBeUndefined();
    });

    it('tells every lease that is held', async () => {
      const lease = { token: 't', owner: 'p', expiresAt: NOW + 5 };
      for (const account of ['#worker b', '#worker a', 'me'])
        await journal.takeLease({ ...lease, account }, NOW);
      await journal.takeLease({ ...lease, account: 'over', expiresAt: NOW + 1 }, NOW);
      expect((await journal.leases(NOW + 1)).map(({ account }) => account)).toEqual([
        '#worker a',
        '#worker b',
        'me',
      ]);
      expect(await journal.leases(NOW + 5)).toEqual([]);
    });

    it('counts by state and reason, and tells who holds a lease', async () => {
      for (const id of ['a', 'b', 'c']) await add(id, NOW);
      await journal.advance('c', { to: 'paused', reason: 'budget', message: 'why', until: null }, NOW);
      expect(await journal.tally()).toEqual([
        { state: 'paused', reason: 'budget', count: 1 },
        { state: 'scheduled', reason: null, count: 2 },
      ]);
      const lease = { account: 'me', token: 't', owner: 'p', expiresAt: NOW + 10 };
      await journal.takeLease(lease, NOW);
      expect(await journal.lease('me', NOW)).toEqual(lease);
      expect(await journal.lease('me', NOW + 10)).toBeUndefined();
    });
  });
}
