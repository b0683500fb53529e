import { DAY_MS } from '../../time/durations.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { Exchange } from '../http-exchange.ts';
import type {
  Answer,
  Attempt,
  Identity,
  NetworkClient,
  NewerPosts,
  PostsById,
  ReadPost,
  Receipt,
} from '../port.ts';
import { PublishingError } from '../publishing-error.ts';
import { receiptDoubt } from '../receipt-doubt.ts';
import { mastodonAddresses } from './addresses.ts';
import { look, sourceOf } from './find.ts';
import { type MastodonApp, revokeMastodonToken } from './login.ts';
import { uploadMedia } from './media.ts';
import { mastodonPermissions } from './permissions.ts';
import { type PostHabits, postBody, postHabits } from './post-body.ts';
import { namesAnother, postUrl, type Status, statusOf } from './status.ts';
import { readOwnPosts } from './timeline.ts';
import { instanceOrigin, mastodonTransport } from './transport.ts';

/**
 * Waits between searches for a lost post, in ms, 95 s in all: a proxy gives up after 60 s while the instance continues, so only
 * a search after about 90 s can prove absence.
 */
const FIND_DELAYS_MS: readonly number[] = [5_000, 20_000, 70_000];

/** What a client of an instance needs. */
export type MastodonClientOptions = {
  /** `https://host[:port]` of the instance. */
  readonly baseUrl: string;
  readonly token: string;
  /** The app that the token belongs to, if known; it can revoke the token. */
  readonly app?: MastodonApp;
  /** @default posts after the first of a public thread are unlisted */
  readonly habits?: PostHabits;
  /** Milliseconds since 1970. */
  readonly now?: () => EpochMs;
  /** Timeout of one request, in ms. @default 30000 */
  readonly timeoutMs?: number;
  readonly findDelaysMs?: readonly number[];
  /** Waits while the instance processes an upload; tests inject their own clock. */
  readonly sleep?: (ms: number) => Promise<void>;
  /** Sends the requests; tests inject their own network. */
  readonly exchange?: Exchange;
};

/**
 * Makes the Mastodon client for one account: one post per call. Uses plain HTTP, because a lost response must be distinguished
 * from a request that was never sent, and client libraries hide that, headers and timeouts. Every post carries its journal key
 * as `Idempotency-Key`, but nothing relies on it: servers forget it, ignore it, store it late, or answer a repeat with 500.
 *
 * @throws {Error} for a `baseUrl` with more than scheme, host and port
 */
export function mastodonClient(options: MastodonClientOptions): NetworkClient {
  const now = options.now ?? Date.now;
  const sleep = options.sleep ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const habits = options.habits ?? postHabits();
  const origin = instanceOrigin(options.baseUrl);
  const { token, exchange, timeoutMs = 30_000 } = options;
  const send = mastodonTransport({ origin, token, timeoutMs, now, exchange });
  let known: Identity | undefined;

  async function whoami(): Promise<Identity> {
    const path = '/api/v1/accounts/verify_credentials';
    const { body } = await send({ method: 'GET', path, call: 'read', once: false, doing: 'log in' });
    const { id, username }: Readonly<Record<string, unknown>> = Object(body);
    const isName = typeof username === 'string' && /^[\w.-]+$/.test(username);
    if (typeof id !== 'string' || !mastodonAddresses.isId(id) || !isName)
      throw new PublishingError(
        'transient',
        'Could not log in on Mastodon: the instance did not say whose token this is.',
      );
    known = { id, handle: username };
    return known;
  }

  /**
   * Checks the response to a post. It is a receipt only if it is a post of this account that replies to our parent: a proxy's
   * cache, or a reused idempotency key, can return another post.
   */
  function receiptOf(attempt: Attempt, body: unknown, me: Identity): Receipt | undefined {
    const status = statusOf(body);
    const parentId = (attempt.parent ?? attempt.replyTo)?.id ?? null;
    if (status === undefined || status.authorId !== me.id || status.parentId !== parentId) return undefined;
    if (receiptDoubt(mastodonAddresses, attempt, status.id, now()) !== undefined) return undefined;
    // Ids contain no time here. A replayed response is detected by its time, or by the URL of another post.
    if (Math.abs(now() - status.at) > DAY_MS || namesAnother(status, origin)) return undefined;
    return { id: status.id, url: postUrl(origin, me.handle, status), at: status.at };
  }

  async function publishOne(
    attempt: Attempt,
    allowed: () => Promise<void>,
  ): Promise<Answer<readonly Receipt[]>> {
    const me = known ?? (await whoami());
    const { body, windows } = await send({
      method: 'POST',
      path: '/api/v1/statuses',
      call: 'publish',
      once: true,
      doing: `publish post ${attempt.index}`,
      json: postBody(attempt, habits),
      idempotencyKey: attempt.key,
      allowed,
    });
    const receipt = receiptOf(attempt, body, me);
    if (receipt === undefined)
      throw new PublishingError(
        'outcome-unknown',
        `The instance answered post ${attempt.index} with something that is not this post. It may or may not have been published.`,
        { windows },
      );
    return { value: [receipt], windows };
  }

  async function withText(status: Status): Promise<ReadPost | undefined> {
    const text = await sourceOf(send, status.id);
    const { id, at, parentId, authorId } = status;
    return text === undefined ? undefined : { id, text, at, parentId, authorId };
  }

  return {
    network: 'mastodon',
    sends: 'post',
    findDelaysMs: options.findDelaysMs ?? FIND_DELAYS_MS,
    async identify() {
      return { value: await whoami(), windows: [] };
    },
    permissions: () => mastodonPermissions(send),
    async signOut() {
      if (options.app === undefined) return false;
      await revokeMastodonToken(origin, options.app, token);
      return true;
    },
    upload: (file) => uploadMedia({ send, now, sleep }, file),
    publish(attempts, allowed) {
      const [attempt, ...more] = attempts;
      if (attempt === undefined || more.length > 0)
        return Promise.reject(new Error(`Mastodon sends one post a call, not ${attempts.length}.`));
      return publishOne(attempt, allowed);
    },
    async find(attempt) {
      return look({ send, origin, me: known ?? (await whoami()) }, attempt);
    },
    async read(ids): Promise<Answer<PostsById>> {
      const posts: ReadPost[] = [];
      const gone: string[] = [];
      for (const id of ids) {
        try {
          const doing = `read post ${id}`;
          const path = `/api/v1/statuses/${id}`;
          const { body } = await send({ method: 'GET', path, call: 'read', once: false, doing });
          const status = statusOf(body);
          const post = status === undefined || status.id !== id ? undefined : await withText(status);
          if (post !== undefined) posts.push(post);
        } catch (error) {
          if (!(error instanceof PublishingError) || error.status !== 404) throw error;
          gone.push(id);
        }
      }
      return { value: { posts, gone }, windows: [] };
    },
    async newerThan(id, most): Promise<Answer<NewerPosts>> {
      if (most <= 0) return { value: { posts: [], complete: false }, windows: [] };
      const me = known ?? (await whoami());
      const compare = mastodonAddresses.compareIds;
      const isEnough = (status: Status): boolean =>
        id !== null && (status.id === id || (compare?.(status.id, id) ?? 1) <= 0);
      const pages = Math.ceil((most + 1) / 40);
      const own = await readOwnPosts(send, { accountId: me.id, pages, isEnough });
      const posts: ReadPost[] = [];
      let readable = true;
      for (const status of own.posts.slice(0, most)) {
        const post = await withText(status);
        if (post === undefined) readable = false;
        else posts.push(post);
      }
      const complete = own.complete && own.posts.length <= most && readable;
      return { value: { posts, complete }, windows: own.windows };
    },
    async remove(id) {
      try {
        const doing = `remove post ${id}`;
        const path = `/api/v1/statuses/${id}`;
        const { windows } = await send({ method: 'DELETE', path, call: 'remove', once: false, doing });
        return { value: null, windows };
      } catch (error) {
        if (!(error instanceof PublishingError) || error.status !== 404) throw error;
        return { value: null, windows: error.windows };
      }
    },
  };
}
