import type { EpochMs } from '../../time/epoch-ms.ts';
import type { RateWindow } from '../port.ts';
import { type Status, statusOf } from './status.ts';
import type { MastodonTransport } from './transport.ts';

/** The largest page that instances give. */
const PER_PAGE = 40;

/** What is read of an account's own posts. */
export type TimelineQuery = {
  readonly accountId: string;
  readonly pages: number;
  /** Reading ends at the first post that it holds for, which is left out. */
  readonly isEnough: (status: Status) => boolean;
};

/** Posts, newest first. `complete` where reading came to `isEnough` or to the account's first post. */
export type OwnPosts = {
  readonly posts: readonly Status[];
  readonly complete: boolean;
  readonly windows: readonly RateWindow[];
};

/**
 * Reads an account's own posts from the newest backwards, by the `Link` header. Not by `since_id`, which some servers
 * ignore, and without `exclude_…`, which drop parts of threads on some. A page with an entry that can't be read is not
 * complete. @throws PublishingError
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
      // Boosts of others' posts are entries of their own, and none of the account's posts.
      if (status.authorId !== accountId) continue;
      if (isEnough(status)) return { posts, complete: readable, windows };
      posts.push(status);
    }
    // A server whose next page repeats this one would lead us round in circles.
    if (answer.next !== undefined && !isNew) return { posts, complete: false, windows };
    path = answer.next;
  }
  return { posts, complete: readable && path === undefined, windows };
}

/** How far this machine's clock and an instance's may differ, in ms. */
const CLOCK_SLACK_MS = 2 * 60_000;

/** Whether a status is older than anything that an attempt of a time can be. */
export const olderThan =
  (at: EpochMs): ((status: Status) => boolean) =>
  (status) =>
    status.at < at - CLOCK_SLACK_MS;
