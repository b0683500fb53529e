import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { openPostgresJournal } from '../../src/journal/postgres/postgres-journal.ts';
import { openMemoryJournal, openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.ts';
import type { ReadPost } from '../../src/networks/port.ts';
import { parseFrozenFile } from '../../src/publishing/freezing/frozen-file.ts';
import { syncFrozenFile } from '../../src/publishing/freezing/sync-frozen-file.ts';
import type { Journal } from '../../src/publishing/journal.ts';
import { publish } from '../../src/publishing/sending/publish.ts';
import { restoreLost } from '../../src/publishing/sending/publish-draft.ts';
import { startPostgres } from '../postgres/server.ts';
import { type Lab, makeLab, texts } from '../publishing/lab.ts';
import { png } from '../publishing/memory-files.ts';

/**
 * What the version before records of the network's own left behind, made with that version: a thread that is out, one
 * that waits, one for Bluesky with a link on its words, and one whose process was killed after the third of five posts
 * had arrived, with two receipts kept.
 */
const OLD = join(import.meta.dirname, 'fixtures/before-records');
const read = (name: string): string => readFileSync(join(OLD, name), 'utf8');
const NETWORK = JSON.parse(read('network.json')) as { now: number; posts: ReadPost[] };

const folder = mkdtempSync(join(tmpdir(), 'before-records-'));
const server = await startPostgres();
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.stop();
});

async function* exported(): AsyncGenerator<string> {
  yield* read('export.jsonl').trim().split('\n');
}

let made = 0;

async function fromDump(): Promise<Journal> {
  made += 1;
  const path = join(folder, `old-${made}.db`);
  const database = new DatabaseSync(path);
  database.exec(read('journal.sql'));
  database.close();
  return openSqliteJournal(path);
}

async function fromExport(open: Promise<Awaited<ReturnType<typeof openMemoryJournal>>>): Promise<Journal> {
  const journal = await open;
  await journal.importLines(exported(), 1);
  return journal;
}

const WAYS: readonly (readonly [name: string, open: () => Promise<Journal>, isLost: boolean])[] = [
  ['its file', fromDump, false],
  ['its export, in SQLite', () => fromExport(openMemoryJournal()), false],
  [
    'its export, in PostgreSQL',
    () => fromExport(openPostgresJournal(server.url, { schema: `old_${++made}` })),
    false,
  ],
  ['its frozen files alone', openMemoryJournal, true],
];

async function labOf(open: () => Promise<Journal>, name: string): Promise<Lab> {
  const lab = await makeLab({ journal: await open() });
  if (name.includes('PostgreSQL')) lab.clock.patienceMs = 100;
  lab.clock.advance(NETWORK.now - lab.clock.now() + 121_000);
  lab.network.restore(NETWORK.posts);
  for (const file of readdirSync(OLD))
    if (file.endsWith('.thread.json')) lab.files.texts.set(`posts/${file}`, read(file));
  return lab;
}

describe.each(WAYS)('a journal from before records, by %s', (name, open, isLost) => {
  it('ends the thread that was half out, each post once, and starts no other one again', async () => {
    const lab = await labOf(open, name);
    if (isLost)
      for (const draft of ['done', 'half', 'later', 'blue'])
        await restoreLost(lab.ports(), `posts/${draft}.md`);
    const [half] = await lab.journal.publications({ draft: 'posts/half.md' });
    expect(half).toMatchObject({
      hashVersion: 1,
      posts: ['published', 'published', 'sending', 'waiting', 'waiting'].map((state) => ({ state })),
    });
    await publish(lab.ports(), lab.publisher(), half?.id ?? '');
    const out = lab.network.posts.filter(({ text }) => text.startsWith('half'));
    expect(out.map(({ text }) => text)).toEqual(texts(5, 'half'));
    expect(lab.network.requests.map(({ text }) => text)).toEqual(texts(5, 'half').slice(3));
    const [done] = await lab.journal.publications({ draft: 'posts/done.md' });
    await publish(lab.ports(), lab.publisher(), done?.id ?? '');
    expect(lab.network.requests).toHaveLength(2);
    await lab.journal.close();
  });

  it('takes an unchanged draft for what it was frozen as, by the hash of that time', async () => {
    const lab = await labOf(open, name);
    const thread = await lab.freeze(texts(5, 'half'), 'posts/half.md');
    const result = await lab.publish({ ...thread, draftHash: 'edited'.padEnd(64, '0') });
    expect(result).toMatchObject({ record: { state: 'published' } });
    expect(lab.network.requests).toHaveLength(2);
    await lab.journal.close();
  });

  it('knows a thread that went out from another draft, by the hash of that time', async () => {
    const lab = await labOf(open, name);
    if (isLost) await restoreLost(lab.ports(), 'posts/done.md');
    lab.files.media.set('gauge.png', png(3));
    const media = { 1: [{ path: 'gauge.png', alt: 'A gauge at 2 m 10.' }] };
    const words = NETWORK.posts.slice(0, 2).map(({ text }) => text);
    const result = await lab.publish(await lab.freeze(words, 'posts/copy.md', media));
    expect(result).toMatchObject({ ok: false, why: expect.stringContaining('from posts/done.md') });
    await lab.journal.close();
  });

  it('is written as version 2, with the words and the hashes of version 1', async () => {
    const lab = await labOf(open, name);
    if (isLost) for (const draft of ['half', 'blue']) await restoreLost(lab.ports(), `posts/${draft}.md`);
    const [half] = await lab.journal.publications({ draft: 'posts/half.md' });
    const old = parseFrozenFile('half.thread.json', read('half.thread.json')).publications[0];
    await publish(lab.ports(), lab.publisher(), half?.id ?? '');
    const file = parseFrozenFile('half', lab.files.texts.get('posts/half.thread.json') ?? '');
    expect(file.threadmill).toBe(2);
    expect(file.publications[0]).toMatchObject({ text_sha256: old?.text_sha256 });
    expect(file.publications[0]).not.toHaveProperty('hash_version');
    expect(file.publications[0]?.posts.slice(0, 2)).toEqual(old?.posts.slice(0, 2));
    // One that nothing happened to is left alone, byte for byte.
    await syncFrozenFile(lab.ports(), 'posts/blue.md');
    expect(lab.files.texts.get('posts/blue.thread.json')).toBe(read('blue.thread.json'));
    await lab.journal.close();
  });
});

it('knows the windows of the account, and not that of the app under the account’s name', async () => {
  const journal = await fromExport(openMemoryJournal());
  expect(await journal.windows('me', NETWORK.now)).toMatchObject([
    { owner: 'me', name: '15min', lengthMs: 900_000, remaining: 95, reserved: 0 },
  ]);
  await journal.close();
});
