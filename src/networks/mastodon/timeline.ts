import type { EpochMs } from '../../time/epoch-ms.ts';
import type { RateWindow } from '../port.ts';
import { type Status, statusOf } from './status.ts';
import type { MastodonTransport } from './transport.ts';

/** The maximum page size of instances. */
const PER_PAGE = 40;

/** Which of an account's own posts to read. */
export type TimelineQuery = {
  readonly accountId: string;
  readonly pages: number;
  /** Stops at the first post for which it holds, and leaves that out. */
  readonly isEnough: (status: Status) => boolean;
};

/** Posts, newest first. `complete` if reading reached `isEnough` or the account's first post. */
export type OwnPosts = {
  readonly posts: readonly Status[];
  readonly complete: boolean;
  readonly windows: readonly RateWindow[];
};

/**
 * Reads an account's own posts, newest first, by the `Link` header. Does not use `since_id`, which some servers ignore, nor
 * `exclude_…`, which drop parts of threads on some. A page with an unreadable entry is not complete. @throws PublishingError
 */
export async function readOwnPosts(send: MastodonTransport, query: TimelineQuery): Promise<OwnPosts> {
  const { accountId, isEnough } = query;
  const posts: Status[] = [];
  const seen = new Set<string>();
  let readable = true;
  let windows: readonly RateWindow[] = [];
  let path: string | undefined = `/api/v1/accounts/${accountId}/statuses?limit=${PER_PAGE}`;
  for (let page = 0; page < query.pages && path !== undefined; page += 1) {
    const answer = await send({
      method: 'GET',
      path,
      call: 'read',
      once: false,
      doing: 'read the account’s posts',
    });
    windows = answer.windows;
    if (!Array.isArray(answer.body)) return { posts, complete: false, windows };
    let isNew = false;
    for (const entry of answer.body as unknown[]) {
      const status = statusOf(entry);
      if (status === undefined) {
        readable = false;
        continue;
      }
      if (seen.has(status.id)) continue;
      seen.add(status.id);
      isNew = true;
      // Boosts are separate entries and not the account's own posts.
      if (status.authorId !== accountId) continue;
      if (isEnough(status)) return { posts, complete: readable, windows };
      posts.push(status);
    }
    // Stop if a server's next page repeats this one, or the loop would never end.
    if (answer.next !== undefined && !isNew) return { posts, complete: false, windows };
    path = answer.next;
  }
  return { posts, complete: readable && path === undefined, windows };
}

/** How far our clock and an instance's may differ, in ms. */
const CLOCK_SLACK_MS = 2 * 60_000;

/** Returns a test for statuses older than an attempt. */
export const olderThan =
  (at: EpochMs): ((status: Status) => boolean) =>
  (status) =>
    status.at < at - CLOCK_SLACK_MS;
