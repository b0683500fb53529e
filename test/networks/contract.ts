import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttachedMedia, Attempt, NetworkClient, Receipt } from '../../src/networks/port.ts';
import { PublishingError, type PublishingErrorKind } from '../../src/networks/publishing-error.ts';
import { allowed } from './allowed.ts';

/** A post as the server under test keeps it. */
export type KeptPost = {
  readonly id: string;
  readonly text: string;
  readonly parentId: string | null;
  readonly alts: readonly string[];
};

/** What goes wrong with the next request that publishes; an adapter brings it about in its server's own way. */
export type Mishap = 'answer-lost' | 'request-lost' | 'answer-cut' | 'rate-limited' | 'unauthorized' | 'down';

/** One network's client with a server to talk to, made anew for each test. */
export type ContractHarness = {
  readonly client: NetworkClient;
  /** The secret that no message may hold. */
  readonly secret: string;
  now(): number;
  /** Makes the next publishing request go wrong. */
  arrange(mishap: Mishap): Promise<void>;
  /** What the server holds for the account, oldest first. */
  kept(): Promise<readonly KeptPost[]>;
  close(): Promise<void>;
};

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** An attempt as `publishing` makes it, with what a test wants different. */
export function attempt(text: string, more: Partial<Attempt> = {}): Attempt {
  return {
    key: `test-${text.replace(/[^a-z0-9]+/gi, '-').slice(0, 20)}`,
    index: 1,
    text,
    parent: null,
    root: null,
    media: [],
    urls: text.match(/https?:\/\/\S+/g) ?? [],
    attemptedAt: Date.now(),
    ...more,
  };
}

/** What a promise is rejected with, which has to be a `PublishingError`. */
export async function failure(promise: Promise<unknown>): Promise<PublishingError> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!('error' in outcome)) throw new Error(`Nothing failed: ${JSON.stringify(outcome.value)}`);
  if (outcome.error instanceof PublishingError) return outcome.error;
  throw outcome.error;
}

const UNANSWERED: readonly [Mishap, PublishingErrorKind, kept: number][] = [
  ['answer-lost', 'outcome-unknown', 1],
  ['answer-cut', 'outcome-unknown', 1],
  ['request-lost', 'outcome-unknown', 0],
  ['rate-limited', 'rate-limited', 0],
  ['unauthorized', 'auth', 0],
  ['down', 'transient', 0],
];

/** Holds a `NetworkClient` to the promises of the port, on a server that listens on this machine. */
export function networkClientContract(name: string, make: () => Promise<ContractHarness>): void {
  describe(`${name} keeps the contract of a network client`, () => {
    let harness: ContractHarness;
    beforeEach(async () => {
      harness = await make();
    });
    afterEach(() => harness.close());

    const at = (text: string, more: Partial<Attempt> = {}): Attempt =>
      attempt(text, { attemptedAt: harness.now(), ...more });

    /** Publishes texts as one thread, each a reply to the one before. */
    async function thread(
      texts: readonly string[],
      media: readonly AttachedMedia[] = [],
    ): Promise<Receipt[]> {
      const receipts: Receipt[] = [];
      if (harness.client.sends === 'thread') {
        const attempts = texts.map((text, index) =>
          at(text, { index: index + 1, media: index === 0 ? media : [] }),
        );
        return [...(await harness.client.publish(attempts, allowed)).value];
      }
      for (const [index, text] of texts.entries()) {
        const parent = receipts.at(-1) ?? null;
        const more = { index: index + 1, parent, root: receipts[0] ?? null, media: index === 0 ? media : [] };
        receipts.push(...(await harness.client.publish([at(text, more)], allowed)).value);
      }
      return receipts;
    }

    it('says who the credentials belong to', async () => {
      const { value } = await harness.client.identify();
      expect(value.id).not.toBe('');
      expect(value.handle).not.toBe('');
    });

    it('publishes a thread whose posts each reply to the one before', async () => {
      const receipts = await thread(['One', 'Two', 'Three']);
      const kept = await harness.kept();
      expect(kept.map(({ text }) => text)).toEqual(['One', 'Two', 'Three']);
      expect(kept.map(({ id }) => id)).toEqual(receipts.map(({ id }) => id));
      expect(kept.map(({ parentId }) => parentId)).toEqual([null, receipts[0]?.id, receipts[1]?.id]);
    });

    it('asks right before it sends whether it still may, and sends nothing where it may not', async () => {
      const forbidden = new Error('Another process has taken over.');
      await expect(harness.client.publish([at('One')], () => Promise.reject(forbidden))).rejects.toBe(
        forbidden,
      );
      expect(await harness.kept()).toEqual([]);
    });

    it('gives receipts with an address and the time', async () => {
      const [receipt] = await thread(['One']);
      expect(receipt?.url).toMatch(/^https?:\/\//);
      expect(receipt?.url).toContain(receipt?.id ?? 'no receipt');
      expect(Math.abs((receipt?.at ?? 0) - harness.now())).toBeLessThan(10_000);
    });

    it('tells the rate windows that publishing uses up', async () => {
      const { windows } = await harness.client.publish([at('One')], allowed);
      const publishing = windows.filter(({ call }) => call === 'publish');
      expect(publishing.length).toBeGreaterThan(0);
      for (const { limit, remaining, resetAt } of publishing) {
        expect(remaining).toBeLessThan(limit);
        expect(resetAt).toBeGreaterThan(harness.now());
      }
    });

    it('attaches an uploaded image with its alt text', async () => {
      const alt = 'A dot: <b>bold</b> & "quoted" 🟥';
      const file = { path: 'images/dot.png', alt, mime: 'image/png', bytes: new Uint8Array(PIXEL) };
      const { value } = await harness.client.upload(file);
      await thread(['With a picture'], [{ ...value, alt }]);
      expect((await harness.kept())[0]?.alts).toEqual([alt]);
    });

    it.each(UNANSWERED)('calls a post whose %s %s', async (mishap, kind, kept) => {
      await harness.client.identify();
      await harness.arrange(mishap);
      const error = await failure(harness.client.publish([at('One')], allowed));
      expect(error.reason).toBe(kind);
      if (mishap !== 'down') expect(await harness.kept()).toHaveLength(kept);
      if (kind === 'rate-limited') expect(error.until).toBeGreaterThan(harness.now());
    });

    it.each(['answer-lost', 'request-lost', 'rate-limited', 'unauthorized'] as const)(
      'keeps its credentials out of the error when the %s',
      async (mishap) => {
        await harness.client.identify();
        await harness.arrange(mishap);
        const error = await failure(harness.client.publish([at('One')], allowed));
        const { inspect } = await import('node:util');
        expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(harness.secret);
      },
    );

    it.each([
      ['plain words', 'One'],
      ['signs that are escaped on the way', 'a < b && c > d: <script>alert("1")</script>'],
      ['a link', 'Read https://example.org/a?b=1&c=2 first'],
      ['a bare domain', 'Read example.com first'],
      ['emoji, accents in NFD and several lines', 'Café 👩‍👩‍👧‍👦\n\n> one\n> two'],
    ])('finds a first post with %s whose answer was lost', async (_, text) => {
      await harness.client.identify();
      await harness.arrange('answer-lost');
      const lost = at(text);
      await failure(harness.client.publish([lost], allowed));
      const [kept] = await harness.kept();
      const { value } = await harness.client.find(lost);
      expect(value).toMatchObject({ outcome: 'found', receipt: { id: kept?.id } });
    });

    it('finds a reply whose answer was lost', async () => {
      const [root] = await thread(['One']);
      await harness.arrange('answer-lost');
      const lost = at('Two', { index: 2, parent: root ?? null, root: root ?? null });
      await failure(harness.client.publish([lost], allowed));
      const kept = await harness.kept();
      const { value } = await harness.client.find(lost);
      expect(value).toMatchObject({ outcome: 'found', receipt: { id: kept[1]?.id } });
    });

    it('says absent of a post that never arrived', async () => {
      const [root] = await thread(['One']);
      await harness.arrange('request-lost');
      const lost = at('Two', { index: 2, parent: root ?? null, root: root ?? null });
      await failure(harness.client.publish([lost], allowed));
      expect((await harness.client.find(lost)).value.outcome).toBe('absent');
    });

    it('gives the newest posts first, as their author wrote them', async () => {
      await thread(['One & <two>', 'See https://example.org/long/path?with=query', 'Three']);
      const { value } = await harness.client.newerThan(null, 2);
      expect(value.complete).toBe(false);
      expect(value.posts.map(({ text }) => text)).toEqual([
        'Three',
        'See https://example.org/long/path?with=query',
      ]);
      const all = (await harness.client.newerThan(null, 50)).value.posts;
      expect(all.at(-1)?.text).toBe('One & <two>');
      expect(all.map(({ parentId }) => parentId)).toEqual([all[1]?.id, all[2]?.id, null]);
    });

    it('gives what is newer than a post, and says that it is all', async () => {
      const receipts = await thread(['One', 'Two', 'Three']);
      const { value } = await harness.client.newerThan(receipts[0]?.id ?? '', 50);
      expect(value.posts.map(({ text }) => text)).toEqual(['Three', 'Two']);
      expect(value.complete).toBe(true);
    });

    it('reads posts by their ids, and tells which are gone', async () => {
      const [one, two] = await thread(['One & <two>', 'Two']);
      const { value: me } = await harness.client.identify();
      await harness.client.remove(two?.id ?? '');
      const { value } = await harness.client.read([one?.id ?? '', two?.id ?? '']);
      expect(value.gone).toEqual([two?.id]);
      expect(value.posts).toEqual([
        expect.objectContaining({ id: one?.id, text: 'One & <two>', parentId: null, authorId: me.id }),
      ]);
    });

    it('replies to a post outside the thread', async () => {
      const [other] = await thread(['Another thread']);
      if (other === undefined) throw new Error('Nothing was published.');
      const replyTo = {
        id: other.id,
        url: other.url,
        ...(other.ref === undefined ? {} : { ref: other.ref }),
      };
      await harness.client.publish([at('An answer', { replyTo })], allowed);
      expect((await harness.kept())[1]?.parentId).toBe(other.id);
    });

    it('removes a post, and does not mind that it is gone already', async () => {
      const [receipt] = await thread(['One']);
      await harness.client.remove(receipt?.id ?? '');
      expect(await harness.kept()).toEqual([]);
      await expect(harness.client.remove(receipt?.id ?? '')).resolves.toMatchObject({ value: null });
    });
  });
}
