import { describe, expect, it, onTestFinished } from 'vitest';
import { openMemoryJournal } from '../../../src/journal/sqlite/sqlite-journal.ts';
import { blueskyAddresses } from '../../../src/networks/bluesky/addresses.ts';
import { blueskyClient } from '../../../src/networks/bluesky/client.ts';
import { blueskySession } from '../../../src/networks/bluesky/session.ts';
import { freezeThread } from '../../../src/publishing/freezing/freeze.ts';
import type { Ports, Publisher } from '../../../src/publishing/ports.ts';
import { publish } from '../../../src/publishing/sending/publish.ts';
import { publishDraft } from '../../../src/publishing/sending/publish-draft.ts';
import { tokenChain } from '../../../src/publishing/sending/token-chain.ts';
import { undo } from '../../../src/publishing/settling/undo.ts';
import { sha256 } from '../../../src/publishing/sha256.ts';
import { FakeClock } from '../../publishing/fake-clock.ts';
import { threadOf } from '../../publishing/lab.ts';
import { MemoryFiles } from '../../publishing/memory-files.ts';
import { type NaiveRecord, type NaiveResult, type Naivety, naivePds } from './naive-pds.ts';

const MEDIA = { perPost: 4, altLength: 2_000, imageBytes: 2_000_000 };

/** Two threads of three posts, published one after the other, and tried again. */
async function publishTwo(naivety: Naivety) {
  const { exchange, records } = naivePds(naivety);
  const journal = await openMemoryJournal();
  const clock = new FakeClock();
  onTestFinished(() => clock.end());
  const ports: Ports = {
    journal,
    files: new MemoryFiles(),
    clock,
    owner: { name: 'me', isDead: () => false },
    killSwitch: async () => undefined,
  };
  const session = blueskySession(
    { IDENTIFIER: 'ada.test', APP_PASSWORD: 'abcd' },
    { now: () => clock.now(), exchange },
  );
  const { login, ...chain } = session;
  const client = blueskyClient({
    login,
    tokens: tokenChain(ports, { account: 'me', ...chain, isFirstReusable: true }),
    now: () => clock.now(),
    exchange,
  });
  const account = { name: 'me', network: 'bluesky', media: MEDIA, refusesRepeatsForMs: 0 } as const;
  const publisher: Publisher = { account: { ...account, addresses: blueskyAddresses }, client };
  for (const name of ['one', 'two']) {
    const texts = [1, 2, 3].map((n) => `thread ${name}, post ${n}`);
    const thread = { ...threadOf(texts), network: 'bluesky' as const };
    const prices = { post: 0, postWithUrl: 0, altText: 0 };
    const draft = { account: 'me', draft: `posts/${name}.md`, draftHash: sha256(name), prices, media: MEDIA };
    const frozen = await freezeThread({ thread, ...draft }, ports.files, `id${name}`, clock.now());
    if (!frozen.ok) throw new Error(frozen.problems.join(' '));
    await publishDraft(ports, publisher, frozen.thread, { again: false, refreeze: false });
    await publish(ports, publisher, `id${name}`);
  }
  return { journal, ports, publisher, records };
}

const keyOf = (uri: string): string => uri.split('/').at(-1) ?? '';

/** What is wrong: texts under several names, and receipts of something else, or of nothing. */
async function wrongs({ journal, records }: Awaited<ReturnType<typeof publishTwo>>): Promise<string[]> {
  const found: string[] = [];
  const texts = Map.groupBy(records, ({ value }) => String((value as { text?: string }).text));
  for (const [text, same] of texts)
    if (new Set(same.map(({ uri }) => uri)).size > 1) found.push(`under several names: ${text}`);
  for (const record of await journal.publications({}))
    for (const { text, receipt } of record.posts) {
      const named = records.find(({ uri }) => keyOf(uri) === receipt?.id);
      if (receipt !== null && (named?.value as { text?: string })?.text !== text)
        found.push(`receipt ${receipt.id} is not of: ${text}`);
    }
  return found;
}

const asOther = (all: readonly NaiveResult[], change: (one: NaiveResult) => unknown): readonly unknown[] =>
  all.map(change);

describe('a server that speaks Bluesky’s API and keeps none of its rules', () => {
  it.each<[string, NonNullable<Naivety['results']>]>([
    ['nothing', () => []],
    ['what is no list of records', () => [null, 7, 'record', { uri: 5 }]],
    ['the first response for ever', (_n, fresh, all) => all.slice(0, fresh.length)],
    ['an earlier response again', (n, fresh, all) => (n % 2 === 0 ? all.slice(0, fresh.length) : fresh)],
    [
      'somebody else’s records of these names',
      (_n, fresh) => asOther(fresh, ({ uri, cid }) => ({ uri: uri.replace('ada', 'eve'), cid })),
    ],
    [
      'names that were never given',
      (_n, fresh) => asOther(fresh, ({ cid }) => ({ uri: 'at://x/y/3zzz', cid })),
    ],
    [
      'the content of other records',
      (_n, fresh) => asOther(fresh, ({ uri }) => ({ uri, cid: fresh[0]?.cid })),
    ],
    ['only the first of three', (_n, fresh) => fresh.slice(0, 1)],
  ])('gets nothing twice, and every receipt is of its post, though it answers %s', async (_name, results) => {
    const world = await publishTwo({ results });
    expect(await wrongs(world)).toEqual([]);
    expect((await world.journal.publications({})).map(({ state }) => state)).toEqual([
      'published',
      'published',
    ]);
    expect(world.records).toHaveLength(6);
  });

  it.each<[string, Naivety['shown']]>([
    ['all of them', undefined],
    ['records without their content', ({ uri, cid }: NaiveRecord) => ({ uri, cid })],
    ['records without their CID', ({ uri, value }: NaiveRecord) => ({ uri, value })],
    ['other content', (record: NaiveRecord) => ({ ...record, cid: 'bafyreiother' })],
    ['nothing but a count', () => ({ result_count: 3 })],
  ])('gets nothing twice where responses are lost and it shows %s', async (_name, shown) => {
    const world = await publishTwo({ loses: () => true, ...(shown === undefined ? {} : { shown }) });
    expect(await wrongs(world)).toEqual([]);
    expect(world.records).toHaveLength(6);
  });

  it('keeps what undo can’t prove to be the account’s own', async () => {
    let isWhole = true;
    const shown = (record: NaiveRecord): unknown => (isWhole ? record : { uri: record.uri });
    const { ports, publisher, records, journal } = await publishTwo({ shown });
    isWhole = false;
    const [first] = await journal.publications({});
    const { stopped } = await undo(ports, publisher, first?.id ?? '');
    expect(stopped).toBeDefined();
    expect(records).toHaveLength(6);
  });
});
