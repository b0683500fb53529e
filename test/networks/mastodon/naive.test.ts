import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { openMemoryJournal } from '../../../src/journal/sqlite/sqlite-journal.ts';
import { mastodonClient } from '../../../src/networks/mastodon/client.ts';
import { freezeThread } from '../../../src/publishing/freezing/freeze.ts';
import type { Ports, Publisher } from '../../../src/publishing/ports.ts';
import { type Published, publishDraft } from '../../../src/publishing/sending/publish-draft.ts';
import { sha256 } from '../../../src/publishing/sha256.ts';
import { threadOf } from '../../publishing/lab.ts';
import { MemoryFiles } from '../../publishing/memory-files.ts';
import { allowed } from '../allowed.ts';
import { attempt, failure } from '../contract.ts';
import { type NaiveInstance, type NaiveStatus, type Naivety, naiveInstance } from './naive-instance.ts';

const MEDIA = { perPost: 4, altLength: 1_500, imageBytes: 16_777_216 };
const TEXTS = ['post 1 of 3', 'post 2 of 3', 'post 3 of 3'];

let instance: NaiveInstance | undefined;
afterEach(async () => {
  await instance?.close();
  instance = undefined;
});

/** Publishes three posts through the whole pipeline to a naive instance; looks after 30, 60 and 150 ms. */
async function publishTo(
  naivety: Naivety,
): Promise<{ readonly result: Published; readonly instance: NaiveInstance }> {
  instance = await naiveInstance(naivety);
  const journal = await openMemoryJournal();
  const ports: Ports = {
    journal,
    files: new MemoryFiles(),
    clock: {
      now: Date.now,
      sleep: (ms, signal) => wait(ms, undefined, { signal, ref: false }).catch(() => undefined),
      random: () => 0.5,
    },
    owner: { name: 'me', isDead: () => false },
    killSwitch: async () => undefined,
  };
  const publisher: Publisher = {
    account: { name: 'me', network: 'mastodon', media: MEDIA, refusesRepeatsForMs: 0 },
    client: mastodonClient({
      baseUrl: instance.url,
      token: 'a-long-token-of-ada',
      timeoutMs: 2_000,
      findDelaysMs: [30, 60, 150],
    }),
  };
  const thread = { ...threadOf(TEXTS), network: 'mastodon' as const };
  const frozen = await freezeThread(
    {
      thread,
      account: 'me',
      draft: 'posts/a.md',
      draftHash: sha256('a'),
      prices: { post: 0, postWithUrl: 0, altText: 0 },
      media: MEDIA,
    },
    ports.files,
    'abcd1234',
    Date.now(),
  );
  if (!frozen.ok) throw new Error(frozen.problems.join(' '));
  const flags = { again: false, refreeze: false };
  const result = await publishDraft(ports, publisher, frozen.thread, flags);
  await journal.close();
  return { result, instance };
}

function last(statuses: readonly NaiveStatus[]): NaiveStatus {
  const status = statuses.at(-1);
  if (status === undefined) throw new Error('No status was kept.');
  return status;
}

/** The texts in the order of the chain of replies. */
const chain = ({ statuses }: NaiveInstance): string[] =>
  statuses.map(({ text, parentId }, position) =>
    parentId === (statuses[position - 1]?.id ?? null) ? text : `${text} replies to ${parentId}`,
  );

describe('an instance that keeps no rules', () => {
  it.each<[string, Naivety]>([
    ['lost responses, keys ignored', { fails: { 1: 'dropped-after', 3: 'dropped-after' } }],
    ['lost responses, keys kept', { keys: 'kept', fails: { 1: 'dropped-after', 3: 'dropped-after' } }],
    ['lost requests', { fails: { 1: 'dropped-before', 3: 'dropped-before' } }],
    ['a 500 after the post landed, keys ignored', { fails: { 1: '500-after', 2: '500-after' } }],
    ['a 500 after the post landed, keys stored late', { keys: { lateMs: 80 }, fails: { 2: '500-after' } }],
    ['posts that show late, keys forgotten', { lagMs: 120, fails: { 1: 'dropped-after', 2: '500-after' } }],
    [
      'posts that show late, repeats answered with 500',
      { lagMs: 120, keys: 'kept', repeatIs500: true, fails: { 2: 'dropped-after' } },
    ],
    ['no source of a post, and nothing lost', { hasSource: false }],
  ])('has each post once, in order, with %s', async (_, naivety) => {
    const { result, instance: server } = await publishTo(naivety);
    expect(result.ok && result.record.state).toBe('published');
    expect(chain(server)).toEqual(TEXTS);
  });

  it.each<[string, Naivety]>([
    ['lists that are garbled', { lists: 'garbled', fails: { 2: 'dropped-before' } }],
    ['entries without their parents', { lists: 'without-parents', fails: { 2: 'dropped-after' } }],
    ['no source to compare with', { hasSource: false, fails: { 2: 'dropped-after' } }],
    ['first posts that can’t be compared', { hasSource: false, fails: { 1: 'dropped-after' } }],
  ])('is asked nothing twice with %s: a person decides', async (_, naivety) => {
    const { result, instance: server } = await publishTo(naivety);
    expect(result.ok && [result.record.state, result.record.reason]).toEqual(['paused', 'unknown-outcome']);
    expect(new Set(server.statuses.map(({ text }) => text)).size).toBe(server.statuses.length);
  });

  it.each<[string, NonNullable<Naivety['answers']>]>([
    ['no id', (all) => ({ ...last(all), id: '../accounts/7' })],
    ['the first response for ever', (all) => all[0]],
    ['the response before', (all) => all.at(-2) ?? all.at(-1)],
    ['the parent as the new post', (all) => ({ ...last(all), id: last(all).parentId ?? last(all).id })],
    ['an older id', (all) => (all.length === 1 ? undefined : { ...last(all), id: '7' })],
    ['a post of last year', (all) => ({ ...last(all), id: '9', at: Date.now() - 365 * 24 * 3_600_000 })],
    ['a post that replies to something else', (all) => ({ ...last(all), id: '5000', parentId: '4999' })],
  ])(
    'has each post once, in order, and its receipts are of them, though it answers with %s',
    async (_, answers) => {
      const { result, instance: server } = await publishTo({ answers });
      expect(chain(server)).toEqual(TEXTS);
      const receipts = result.ok ? result.record.posts.map(({ receipt }) => receipt?.id) : [];
      expect(receipts).toEqual(server.statuses.map(({ id }) => id));
    },
  );

  it('is given no post for a receipt that is not ours', async () => {
    instance = await naiveInstance({ keys: 'kept' });
    const client = mastodonClient({ baseUrl: instance.url, token: 'a-long-token-of-ada' });
    const [first] = (await client.publish([attempt('One', { key: 'k' })], allowed)).value;
    const parent = first ?? null;
    // The key of another post: the instance answers with that one, which replies to nothing.
    const error = await failure(
      client.publish([attempt('Two', { key: 'k', index: 2, parent, root: parent })], allowed),
    );
    expect(error.reason).toBe('outcome-unknown');
  });

  it('is believed that a post is absent only after more than 90 seconds', () => {
    const client = mastodonClient({ baseUrl: 'https://fosstodon.org', token: 'a-long-token-of-ada' });
    expect(client.findDelaysMs.reduce((sum, delay) => sum + delay, 0)).toBeGreaterThan(90_000);
  });
});
