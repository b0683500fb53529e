import type { EpochMs } from '../../time/epoch-ms.ts';
import type {
  Answer,
  Attempt,
  Found,
  Identity,
  MediaFile,
  NetworkClient,
  NewerPosts,
  Receipt,
} from '../port.ts';
import { PublishingError } from '../publishing-error.ts';
import { receiptDoubt } from '../receipt-doubt.ts';
import { xAddresses } from './addresses.ts';
import { metered } from './billing.ts';
import { redacted, type XCredentials } from './credentials.ts';
import { CLOCK_SLACK_MS, isOtherText, judge } from './find.ts';
import { uploadMedia } from './media.ts';
import { xPermissions } from './permissions.ts';
import { postBody } from './post-body.ts';
import { readByIds } from './read-by-ids.ts';
import type { XTransport } from './request.ts';
import { dataOf, readTimeline } from './timeline.ts';
import { originOf, X_ORIGIN, xTransport } from './transport.ts';

export type { XCredentials } from './credentials.ts';

/** Receipts of X itself link to the site, those of another server to that server. */
const X_SITE = 'https://x.com';

/** How many timeline pages (of the largest size) to search for a post. */
const FIND_PAGES = 5;

/** For how long after its parent a refused reply may be caused by X's own lag. */
const FRESH_PARENT_MS = 2 * 60_000;

/** What an X client needs. */
export type XClientOptions = {
  /** `http(s)://host[:port]` of a server with X's API. @default X itself */
  readonly baseUrl?: string;
  readonly credentials: XCredentials;
  /** Milliseconds since 1970. */
  readonly now?: () => EpochMs;
  /** Timeout of one request, in ms. @default 20000 */
  readonly timeoutMs?: number;
  /** Waits between searches for a lost post, in ms: X's timeline lags by seconds. */
  readonly findDelaysMs?: readonly number[];
  /** Waits while X processes an upload; tests inject their own clock. */
  readonly sleep?: (ms: number) => Promise<void>;
};

/**
 * Makes the X client for one account. It sends one post per call, never a whole thread, and never retries by itself: the
 * journal decides.
 * @throws {Error} for a `baseUrl` with more than scheme, host and port
 */
export function xClient(options: XClientOptions): NetworkClient {
  const { credentials } = options;
  const now = options.now ?? Date.now;
  const sleep = options.sleep ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const origin = originOf(options.baseUrl ?? X_ORIGIN);
  const site = origin === X_ORIGIN ? X_SITE : origin;
  const transport = xTransport(origin, credentials, options.timeoutMs ?? 20_000, now);
  let known: Identity | undefined;
  let accessLevel: string | undefined;

  /** Its rate window counts other requests than the timeline's, so it is not reported as `read`. */
  async function whoami(send: XTransport): Promise<Identity> {
    const answer = await send({
      method: 'GET',
      path: 'users/me',
      call: 'read',
      once: false,
      doing: 'log in',
    });
    const { id, username } = dataOf(answer.body);
    accessLevel = answer.accessLevel;
    if (
      typeof id !== 'string' ||
      !/^\d+$/.test(id) ||
      typeof username !== 'string' ||
      !/^\w+$/.test(username)
    )
      throw new PublishingError(
        'transient',
        'Could not log in on X: it did not say whose credentials these are.',
      );
    known = { id, handle: username };
    return known;
  }

  const urlOf = (identity: Identity, id: string): string => `${site}/${identity.handle}/status/${id}`;

  async function publishOne(
    send: XTransport,
    attempt: Attempt,
    allowed: () => Promise<void>,
  ): Promise<Answer<readonly Receipt[]>> {
    const identity = known ?? (await whoami(send));
    const { body, windows } = await send({
      method: 'POST',
      path: 'tweets',
      call: 'publish',
      once: true,
      doing: `publish post ${attempt.index}`,
      freshParent: attempt.parent !== null && now() - attempt.parent.at < FRESH_PARENT_MS,
      body: postBody(attempt),
      allowed,
    });
    const { id, text } = dataOf(body);
    const doubt = isOtherText(attempt, text)
      ? 'the response is about a post with another text'
      : receiptDoubt(xAddresses, attempt, id, now());
    if (typeof id !== 'string' || doubt !== undefined)
      throw new PublishingError(
        'outcome-unknown',
        `Can't tell whether post ${attempt.index} was published on X: ${doubt}.`,
        { windows },
      );
    return { value: [{ id, url: urlOf(identity, id), at: now() }], windows };
  }

  async function look(send: XTransport, attempt: Attempt): Promise<Answer<Found>> {
    const identity = known ?? (await whoami(send));
    const sinceId = attempt.parent === null ? attempt.after : attempt.parent.id;
    const range =
      sinceId === undefined
        ? { from: attempt.attemptedAt - CLOCK_SLACK_MS }
        : // A timeline that was empty a moment ago is still short.
          sinceId === null
          ? {}
          : { sinceId };
    const query = { userId: identity.id, perPage: 100, pages: FIND_PAGES, ...range };
    const { posts, complete, windows } = await readTimeline(send, query);
    const value = judge(attempt, posts, complete, (id) => urlOf(identity, id));
    return { value, windows };
  }

  async function newerThan(send: XTransport, id: string | null, most: number): Promise<Answer<NewerPosts>> {
    if (most <= 0) return { value: { posts: [], complete: false }, windows: [] };
    const identity = known ?? (await whoami(send));
    const perPage = Math.max(5, Math.min(100, most));
    const since = id === null ? {} : { sinceId: id };
    const query = { userId: identity.id, perPage, pages: Math.ceil(most / perPage), ...since };
    const { posts, complete, windows } = await readTimeline(send, query);
    const value = { posts: posts.slice(0, most), complete: complete && posts.length <= most };
    return { value, windows };
  }

  return {
    network: 'x',
    sends: 'post',
    findDelaysMs: options.findDelaysMs ?? [5_000, 20_000, 60_000],
    identify: () => metered(transport, async (send) => ({ value: await whoami(send), windows: [] })),
    permissions: async () => xPermissions(accessLevel),
    async signOut() {
      if (!('tokens' in credentials)) return false;
      const pair = await credentials.tokens.kept();
      if (pair === undefined) return false;
      await credentials.revoke(pair);
      return true;
    },
    assume: (identity) => {
      known = identity;
    },
    upload: (file: MediaFile) =>
      uploadMedia({ send: transport, now, sleep, clean: (text) => redacted(text, credentials) }, file),
    publish(attempts, allowed) {
      const [attempt, ...more] = attempts;
      if (attempt === undefined || more.length > 0)
        return Promise.reject(new Error(`X sends one post a call, not ${attempts.length}`));
      return metered(transport, (send) => publishOne(send, attempt, allowed));
    },
    find: (attempt) => metered(transport, (send) => look(send, attempt)),
    read: (ids) => metered(transport, (send) => readByIds(send, ids)),
    newerThan: (id, most) => metered(transport, (send) => newerThan(send, id, most)),
    remove: (id) => metered(transport, (send) => remove(send, id)),
  };
}

async function remove(send: XTransport, id: string): Promise<Answer<null>> {
  if (!xAddresses.isId(id))
    throw new PublishingError(
      'rejected',
      'This is not the id of a post on X, so it can’t be deleted. Nothing was sent.',
    );
  const request = { method: 'DELETE', path: `tweets/${id}`, call: 'remove', once: false } as const;
  try {
    return { value: null, windows: (await send({ ...request, doing: `remove post ${id}` })).windows };
  } catch (error) {
    const gone = error instanceof PublishingError && error.status === 404;
    if (!gone) throw error;
    return { value: null, windows: error.windows };
  }
}
