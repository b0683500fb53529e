import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredJournal } from '../../src/journal/kysely-journal.ts';
import { openPostgresJournal } from '../../src/journal/postgres/postgres-journal.ts';
import { openMemoryJournal } from '../../src/journal/sqlite/sqlite-journal.ts';
import type { PublicationRecord } from '../../src/publishing/publication.ts';
import { PAUSE_REASONS, POST_STATES, PUBLICATION_STATES } from '../../src/publishing/states.ts';
import { type PostgresServer, startPostgres } from '../postgres/server.ts';
import { threadFor } from './contract.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 90_000);
afterAll(async () => {
  await server.stop();
});

async function linesOf(journal: StoredJournal): Promise<string[]> {
  return Array.fromAsync(journal.exportLines(1));
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

// PostgreSQL's text holds every character but U+0000, and no half of a surrogate pair.
const word = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\0', ''));
const time = fc.integer({ min: 0, max: 4_102_444_800_000 });
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const image = fc.record({
  path: word,
  alt: word,
  mime: word,
  sha256: word,
  bytes: time,
  costMicroUsd: fc.nat(),
  upload: orNull(fc.record({ id: word, expiresAt: time, ref: word }, { requiredKeys: ['id', 'expiresAt'] })),
  size: fc.record({ width: fc.nat(), height: fc.nat() }),
  focus: fc.record({ x: fc.double({ noNaN: true, noDefaultInfinity: true }), y: fc.constant(0.5) }),
});
const card = fc.record({
  url: word,
  title: word,
  description: word,
  image: image.map(({ path, mime, sha256, bytes, size, upload }) => ({
    path,
    mime,
    sha256,
    bytes,
    size,
    upload,
  })),
});
const post = fc.record({
  card,
  labels: fc.record({ contentWarning: word, sensitive: fc.boolean(), visibility: word }),
  pinned: fc.record({ id: word, record: word }),
  text: word,
  urls: fc.array(word, { maxLength: 2 }),
  facets: fc.array(fc.record({ byteStart: fc.nat(), byteEnd: fc.nat(), url: word }), { maxLength: 2 }),
  costMicroUsd: fc.nat(),
  key: word,
  state: fc.constantFrom(...POST_STATES),
  attempts: fc.nat(),
  attemptedAt: orNull(time),
  receipt: orNull(fc.record({ id: word, url: word, at: time, ref: word })),
  removedAt: orNull(time),
  media: fc.array(image, { maxLength: 2 }),
});
const publication = fc.record({
  account: word,
  network: fc.constantFrom('x', 'bluesky', 'mastodon'),
  draft: word,
  frozenAt: time,
  draftHash: word,
  textHash: word,
  hashVersion: fc.constantFrom(1, 2),
  languages: fc.array(word, { maxLength: 2 }),
  replySettings: word,
  replyTo: fc.record({ id: word, url: word, ref: word }),
  identity: fc.record({ id: word, handle: word }),
  state: fc.constantFrom(...PUBLICATION_STATES.filter((state) => state !== 'paused')),
  publishAt: time,
  after: orNull(word.filter((text) => text !== '')),
  startedAt: orNull(time),
  finishedAt: orNull(time),
  reason: orNull(fc.constantFrom(...PAUSE_REASONS)),
  message: orNull(word),
  posts: fc.array(post, { minLength: 1, maxLength: 4 }),
});

describe('a journal that is moved', () => {
  it('is the same after going to PostgreSQL and back', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(publication, { maxLength: 6 }), async (many) => {
        made += 1;
        const records = many.map(
          (one, at): PublicationRecord => ({
            ...one,
            id: `p${at}`,
            until: null,
            posts: one.posts.map((each, position) => ({ ...each, index: position + 1 })),
          }),
        );
        const [from, back] = [await openMemoryJournal(), await openMemoryJournal()];
        const there = await openPostgresJournal(server.url, { schema: `moved_${made}`, poolSize: 2 });
        for (const record of records) await from.restore(record);
        await from.tellWindows(
          { account: 'me', app: 'app:x:1' },
          [
            { call: 'read', name: '15min', lengthMs: 900_000, limit: 9, remaining: 4, resetAt: 77 },
            { call: 'publish', name: 'day', lengthMs: 9, of: 'app', limit: 9, remaining: 4, resetAt: 77 },
          ],
          5,
        );
        await from.keepToken('me', { seed: 's', accessToken: 'a', refreshToken: 'r', expiresAt: 7 });
        const lines = await linesOf(from);
        expect(await there.importLines(each(lines), 1)).toBe(records.length);
        const again = await linesOf(there);
        expect([...again].sort()).toEqual([...lines].sort());
        await back.importLines(each(again), 1);
        expect(await linesOf(back)).toEqual(lines);
        for (const record of records) expect(await there.publication(record.id)).toEqual(record);
        for (const journal of [from, there, back]) await journal.close();
      }),
      { numRuns: 12, seed: 20_261_101 },
    );
  });

  it('keeps what was spent, and leaves leases behind', async () => {
    const from = await openMemoryJournal();
    const lease = { account: 'me', token: 't', owner: 'worker 7 #x', expiresAt: 100 };
    await from.create(threadFor('p'), 1);
    await from.takeLease(lease, 1);
    await from.intend('p', [1], lease, 2);
    await from.receive('p', [{ index: 1, receipt: { id: '1', url: 'u', at: 3 } }], 3);
    await expect(linesOf(from)).rejects.toMatchObject({ reason: 'locked' });
    await expect(linesOf(from)).rejects.toThrow('worker 7');
    await from.dropLease(lease);
    const to = await openMemoryJournal();
    await to.importLines(each(await linesOf(from)), 1);
    expect(await to.spentSince('me', 0)).toBe(15_000);
    expect(await to.lease('me', 0)).toBeUndefined();
    await from.close();
    await to.close();
  });

  it('goes into an empty journal only, all of it or nothing', async () => {
    const from = await openMemoryJournal();
    for (const id of ['p1', 'p2', 'p3']) await from.create(threadFor(id), 1);
    const lines = await linesOf(from);
    const rows = lines.slice(0, -1);
    await expect(from.importLines(each(lines), 1)).rejects.toMatchObject({ reason: 'exists' });
    const to = await openMemoryJournal();
    const broken: readonly (readonly [lines: readonly string[], says: string])[] = [
      [[], 'It is empty'],
      [['{"a":1}'], 'Line 1'],
      [['no'], 'Line 1 is not a JSON'],
      [[...lines.slice(0, 4), lines[4]?.slice(0, 30) ?? ''], 'Line 5'],
      [[...rows, '{"table":"leases","row":{}}'], 'not a row of a known table'],
      [[...rows, '{"table":"posts","row":{"drop":1}}'], 'no column drop'],
      // Cut off where a line ends, at every line; and with a line lost from the middle, or one too many behind the end.
      ...lines.map((_, end) => [lines.slice(0, end), end === 0 ? 'It is empty' : 'incomplete'] as const),
      [lines.toSpliced(3, 1), 'refers to a missing one'],
      [lines.toSpliced(5, 1), 'is incomplete'],
      [lines.toSpliced(4, 0, lines[4] ?? ''), 'occurs twice'],
      [[...lines, rows.at(-1) ?? ''], 'is incomplete'],
      [
        [(lines[0] ?? '').replace('"version":3', '"version":1'), ...rows.slice(1)],
        'Export the journal again',
      ],
      [
        [...lines.slice(0, 1), (lines[1] ?? '').replace(/"publish_at":\d+/, '"publish_at":"1"')],
        'should be a number',
      ],
      [[(lines[0] ?? '').replace(/000\d-[a-z]+/, '9999-later')], 'newer version'],
      [[(lines[0] ?? '').replace('"version":3', '"version":4')], 'newer version'],
    ];
    for (const [given, says] of broken) await expect(to.importLines(each(given), 1)).rejects.toThrow(says);
    expect(await to.publications({})).toEqual([]);
    expect(await to.importLines(each(lines), 1)).toBe(3);
    await from.close();
    await to.close();
  });
});
