import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Attempt, NetworkClient, Receipt } from '../../../src/networks/port.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { allowed } from '../allowed.ts';
import { attempt, failure } from '../contract.ts';
import { clientFor, keptPosts, type PdsAccount, recordsOf, SECRET } from './pds-harness.ts';

let sandbox: Sandbox;
let account: PdsAccount;
let client: NetworkClient;

async function begin(options: SandboxOptions = {}): Promise<void> {
  sandbox = await startSandbox(options);
  account = { url: sandbox.url, handle: 'ada.test', password: SECRET };
  client = await clientFor(account);
}

beforeEach(() => begin());
afterEach(() => sandbox.close());

const fault = (...faults: string[]): Promise<Response> =>
  fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });

const repo = async (): Promise<{ commits: number }> => {
  const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as {
    bluesky: { repos: { commits: number }[] };
  };
  return state.bluesky.repos[0] ?? { commits: 0 };
};

const threadOf = (count: number, more: Partial<Attempt> = {}): Attempt[] =>
  Array.from({ length: count }, (_, at) => attempt(`Post ${at + 1}`, { index: at + 1, ...more }));

/** The same attempts with the records that were fixed for them. */
async function pinned(attempts: readonly Attempt[], by = client): Promise<Attempt[]> {
  const pins = (await by.pin?.(attempts)) ?? [];
  return attempts.map((one, at) => {
    const pin = pins[at];
    return pin === undefined ? one : { ...one, pinned: pin };
  });
}

const send = async (attempts: readonly Attempt[]): Promise<readonly Receipt[]> =>
  (await client.publish(attempts, allowed)).value;

describe('a thread of nine', () => {
  it('is one commit, its posts under the names that were pinned, each below the one before', async () => {
    const attempts = await pinned(threadOf(9));
    const receipts = await send(attempts);
    expect((await repo()).commits).toBe(1);
    const records = await recordsOf(account);
    const [root] = records;
    records.forEach(({ uri, cid, value }, at) => {
      expect(uri).toBe(
        `at://${value.reply?.root.uri.split('/')[2] ?? uri.split('/')[2]}/app.bsky.feed.post/${attempts[at]?.pinned?.id}`,
      );
      expect(receipts[at]).toMatchObject({ id: attempts[at]?.pinned?.id, ref: cid });
      const before = records[at - 1];
      expect(value.reply).toEqual(
        before === undefined
          ? undefined
          : { root: { uri: root?.uri, cid: root?.cid }, parent: { uri: before.uri, cid: before.cid } },
      );
    });
    const times = records.map(({ value }) => Date.parse(value.createdAt));
    expect(times.every((time, at) => at === 0 || time === (times[at - 1] ?? 0) + 1)).toBe(true);
  });

  it.each(['drop-response', 'truncate', 'status-after:502', 'status-after:500', 'late:60'])(
    'is there once after %s, whatever is sent again',
    async (what) => {
      const attempts = await pinned(threadOf(9));
      await fault(`${what}/bluesky@1`, ...(what.startsWith('late') ? ['drop-response/bluesky@1'] : []));
      expect((await failure(send(attempts))).reason).toBe('outcome-unknown');
      await new Promise((resolve) => setTimeout(resolve, 80));
      const found = await Promise.all(attempts.map((one) => client.find(one)));
      expect(found.map(({ value }) => value.outcome)).toEqual(Array(9).fill('found'));
      // The same call once more changes nothing, and its 500 is no refusal.
      expect((await failure(send(attempts))).reason).toBe('outcome-unknown');
      expect(await keptPosts(account)).toHaveLength(9);
      expect((await repo()).commits).toBe(1);
    },
  );

  it.each([502, 503, 504, 'gateway-error'])('is never called absent by an answer of %s', async (status) => {
    const [one] = await pinned(threadOf(1));
    if (one === undefined) throw new Error('Nothing was pinned.');
    await fault(`status:${status}/bluesky.read`);
    expect((await failure(client.find(one))).reason).toBe('transient');
  });

  it('keeps the records of what was perhaps sent, and gives later posts the same parents', async () => {
    const attempts = await pinned(threadOf(3));
    const again = await pinned(attempts, await clientFor(account));
    expect(again).toEqual(attempts);
  });

  it('goes on below what is out already, also where a person gave its address', async () => {
    const [one, two] = await send(await pinned(threadOf(2)));
    if (one === undefined || two === undefined) throw new Error('Nothing was published.');
    const { ref, ...bare } = two;
    const rest = attempt('Post 3', { index: 3, parent: bare, root: one });
    await send(await pinned([rest]));
    const kept = await keptPosts(account);
    expect(kept[2]).toMatchObject({ text: 'Post 3', parentId: two.id });
  });

  it('replies below a post outside, to the root that this one has', async () => {
    const [root, reply] = await send(await pinned(threadOf(2)));
    if (root === undefined || reply === undefined) throw new Error('Nothing was published.');
    const replyTo = { id: reply.id, url: reply.url };
    await send(
      await pinned(threadOf(2, { replyTo, key: 'other' }).map((one) => ({ ...one, key: `o${one.index}` }))),
    );
    const records = await recordsOf(account);
    expect(records.slice(2).map(({ value }) => value.reply.root.cid)).toEqual([root.ref, root.ref]);
    expect(records[2]?.value.reply.parent.cid).toBe(reply.ref);
  });
});

describe('a thread that is longer than a call', () => {
  it('is sent in several, each below the last post of the one before', async () => {
    const long = '👩‍👩‍👧‍👦'.repeat(118);
    const facets = Array.from({ length: 12 }, (_, at) => ({
      byteStart: at * 25,
      byteEnd: at * 25 + 25,
      url: `https://example.org/${'x'.repeat(300)}`,
    }));
    const attempts = await pinned(
      Array.from({ length: 40 }, (_, at) =>
        attempt(`${long}${at}`, { index: at + 1, key: `k${at}`, facets }),
      ),
    );
    const receipts = await send(attempts);
    expect(receipts.map(({ id }) => id)).toEqual(attempts.map(({ pinned: pin }) => pin?.id));
    const { commits } = await repo();
    expect(commits).toBeGreaterThan(1);
    expect(commits).toBeLessThan(6);
    const kept = await keptPosts(account);
    expect(kept.map(({ parentId }) => parentId)).toEqual([null, ...kept.slice(0, -1).map(({ id }) => id)]);
  });
});

describe('what a service takes silently', () => {
  it.each([
    ['a facet beyond the text', { facets: [{ byteStart: 0, byteEnd: 99, url: 'https://a.b' }] }],
    [
      'facets that overlap',
      {
        facets: [
          { byteStart: 0, byteEnd: 3, url: 'https://a.b' },
          { byteStart: 2, byteEnd: 4, url: 'https://a.b' },
        ],
      },
    ],
    [
      'a facet that ends inside a letter',
      { text: 'é', facets: [{ byteStart: 0, byteEnd: 1, url: 'https://a.b' }] },
    ],
    ['301 graphemes', { text: 'x'.repeat(301) }],
    ['nothing to show', { text: ' ' }],
    ['an unknown reply setting', { replySettings: 'verified' }],
  ])('is refused here before anything is sent: %s', async (_, more) => {
    const error = await failure(Promise.resolve(client.pin?.([attempt('Post', more)])));
    expect([error.reason, error.message]).toEqual(['rejected', expect.stringContaining('Nothing was sent')]);
    expect(await keptPosts(account)).toEqual([]);
  });

  it('links only what can be followed, and accounts that are known', async () => {
    const facets = [
      { byteStart: 0, byteEnd: 1, url: 'javascript:alert(1)' },
      { byteStart: 2, byteEnd: 3, mention: 'nobody.test' },
      { byteStart: 4, byteEnd: 5, mention: 'bob.test', accountId: 'did:plc:abc' },
      { byteStart: 6, byteEnd: 8, tag: 'd' },
    ];
    await send(
      await pinned([
        attempt('a b c #d', { facets, languages: ['en_US', 'EN', 'not a language', 'th', 'ja'] }),
      ]),
    );
    const [record] = await recordsOf(account);
    expect(
      record?.value.facets.map(({ features }: { features: { $type: string }[] }) => features[0]?.$type),
    ).toEqual(['app.bsky.richtext.facet#mention', 'app.bsky.richtext.facet#tag']);
    expect(record?.value.langs).toEqual(['en-US', 'en', 'th']);
  });
});

describe('what a thread brings along', () => {
  it.each([
    ['nobody', []],
    ['following', [{ $type: 'app.bsky.feed.threadgate#followingRule' }]],
    ['mentionedUsers', [{ $type: 'app.bsky.feed.threadgate#mentionRule' }]],
  ])(
    'is a gate where replies are for %s, in the same commit, gone with the post',
    async (replySettings, allow) => {
      const [root] = await send(await pinned(threadOf(2, { replySettings })));
      const gates = await recordsOf(account, 'app.bsky.feed.threadgate');
      expect(gates.map(({ value }) => value.allow)).toEqual([allow]);
      expect(gates[0]?.uri.endsWith(root?.id ?? 'no root')).toBe(true);
      expect((await repo()).commits).toBe(1);
      await client.remove(root?.id ?? '');
      expect(await recordsOf(account, 'app.bsky.feed.threadgate')).toEqual([]);
    },
  );

  it('is a card with its picture where there is no image, and an image with its shape where there is one', async () => {
    const bytes = Buffer.from('GIF89a');
    const { value } = await client.upload({ path: 'a.gif', alt: 'A', mime: 'image/gif', bytes });
    const card = { url: 'https://example.org/a', title: 'T', description: 'D', image: value };
    const size = { width: 600, height: 400 };
    await send(
      await pinned([
        attempt('Card', { card }),
        attempt('Both', { index: 2, card, media: [{ ...value, alt: 'A dot', size }] }),
      ]),
    );
    const [withCard, withImage] = (await recordsOf(account)).map(({ value: post }) => post.embed);
    expect(withCard.external).toMatchObject({
      uri: 'https://example.org/a',
      title: 'T',
      thumb: { $type: 'blob' },
    });
    expect(withImage.images).toMatchObject([
      { alt: 'A dot', aspectRatio: size, image: { mimeType: 'image/gif' } },
    ]);
  });

  it('is uploaded again where the service has forgotten it', async () => {
    const bytes = Buffer.from('GIF89a');
    const { value } = await client.upload({ path: 'a.gif', alt: 'A', mime: 'image/gif', bytes });
    const [first] = await send(await pinned([attempt('One', { media: [{ ...value, alt: '' }] })]));
    await client.remove(first?.id ?? '');
    const attempts = await pinned([attempt('Two', { media: [{ ...value, alt: '' }] })]);
    expect((await failure(send(attempts))).reason).toBe('media-gone');
    await client.upload({ path: 'a.gif', alt: 'A', mime: 'image/gif', bytes });
    expect(await send(attempts)).toHaveLength(1);
    expect((value.expiresAt ?? 0) - Date.now()).toBeLessThan(30 * 60_000);
  });
});

describe('write points', () => {
  it('are counted from the first posts on, in posts, where the service does not tell them', async () => {
    const { windows } = await client.publish(await pinned(threadOf(4)), allowed);
    expect(
      windows
        .filter(({ name }) => name.startsWith('points'))
        .map(({ name, limit, remaining }) => [name, limit, remaining]),
    ).toEqual([
      ['points-1h', 1666, 1662],
      ['points-24h', 11666, 11662],
    ]);
  });

  it('are taken as told where the service tells them', async () => {
    await sandbox.close();
    await begin({ blueskyPoints: { hour: 60 } });
    const { windows } = await client.publish(await pinned(threadOf(4)), allowed);
    expect(windows.find(({ name }) => name === 'points-1h')).toMatchObject({ limit: 20, remaining: 16 });
  });

  it('that are used up are waited for until their window opens', async () => {
    await sandbox.close();
    await begin({ blueskyPoints: { hour: 6 } });
    const attempts = await pinned(threadOf(3));
    const error = await failure(send(attempts));
    expect(error.reason).toBe('rate-limited');
    expect(error.windows).toMatchObject([{ call: 'publish', name: 'points-1h', remaining: 0 }]);
    expect(error.until).toBeGreaterThan(Date.now() + 3_000_000);
    expect(await keptPosts(account)).toEqual([]);
  });
});

describe('a record that is sent long after it was named', () => {
  it('is older than the newest name, and is listed among what was named since a time', async () => {
    const [early] = await pinned([attempt('Named first, sent last')]);
    const [late] = await pinned([attempt('Named last, sent first', { after: early?.pinned?.id ?? null })]);
    if (early === undefined || late === undefined) throw new Error('A post was not pinned.');
    const before = Date.now() - 60_000;
    const [newest] = await send([late]);
    await send([early]);
    const texts = async (since?: number): Promise<string[]> => {
      const { value } = await client.newerThan(newest?.id ?? null, 10, since);
      expect(value.complete).toBe(true);
      return value.posts.map(({ text }) => text);
    };
    expect(await texts()).toEqual([]);
    expect(await texts(before)).toEqual(['Named last, sent first', 'Named first, sent last']);
    expect(await texts(Date.now() + 60_000)).toEqual([]);
  });
});
