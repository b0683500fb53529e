import { isFetchError } from '../../fetching/fetch-error.ts';
import type { FetchOptions } from '../../fetching/fetch-text.ts';
import { FEED_TYPES, type FeedEntry, feedEntries } from '../../summaries/feeds/feed-entries.ts';
import type { Wires } from '../project/wires.ts';
import { nextAfterAnswer, nextAfterFailure } from './back-off.ts';
import type { FeedMemory, SeenEntry, SeenFeed } from './feed-memory.ts';
import { sortEntries } from './sort-entries.ts';

/** The result of checking a feed. */
export type FeedCheck = {
  readonly status: 'read' | 'unchanged' | 'too-early' | 'failed' | 'gone';
  /** Why it failed, or until when it is not asked. */
  readonly message?: string;
  readonly isFirst: boolean;
  readonly fresh: readonly FeedEntry[];
  readonly edited: readonly FeedEntry[];
  /** The number of entries in the feed. */
  readonly count: number;
  /** The memory after the check. */
  readonly memory: FeedMemory;
};

/** How to check a feed. */
export type CheckOptions = {
  /** ms since 1970. */
  readonly now: number;
  readonly backfill: number;
  /** Asks even if the feed is backing off. */
  readonly force: boolean;
  readonly fetchText: Wires['fetchText'];
  readonly fetching?: Partial<
    Pick<FetchOptions, 'allowPrivate' | 'signal' | 'lookup' | 'timeoutMs' | 'maxBytes'>
  >;
};

/** Limits for a feed's unpacked size and its time: the largest blogs' feeds are 2 MB. */
const LIMITS = { maxBytes: 8 * 1024 * 1024, timeoutMs: 20_000 };

/**
 * Asks one feed for new entries. Backs off from a failing feed, longer each time. Parses the content only if the feed has
 * changed.
 *
 * @throws InterruptedError if the signal aborted it; nothing is recorded about the feed then
 */
export async function checkFeed(feed: string, memory: FeedMemory, options: CheckOptions): Promise<FeedCheck> {
  const { now, force, backfill } = options;
  const known = memory.feeds[feed];
  const nothing = { isFirst: known === undefined, fresh: [], edited: [], count: 0, memory };
  if (known?.gone === true && !force)
    return { ...nothing, status: 'gone', message: 'the server says it is gone for good' };
  if (known !== undefined && !force && backfill === 0 && Date.parse(known.nextAt) > now)
    return { ...nothing, status: 'too-early', message: `not before ${known.nextAt}` };

  // A backfill needs the entries themselves, changed or not; so do entries that wait for their draft.
  const waits = memory.entries.some((entry) => entry.state === 'waiting' && mayBeOf(entry, feed));
  const validators =
    known === undefined || backfill > 0 || waits
      ? {}
      : { known: { etag: known.etag, lastModified: known.lastModified } };
  const address = known?.address ?? feed;
  try {
    const answer = await options.fetchText(address, {
      ...LIMITS,
      types: FEED_TYPES,
      ...validators,
      ...options.fetching,
    });
    const read = answer.unchanged ? undefined : feedEntries(answer.text, answer.url);
    if (read !== undefined && 'problem' in read) return failed({ feed, memory, now }, read.problem, {});
    const record: SeenFeed = {
      address: answer.permanentUrl,
      ...(answer.etag === undefined ? {} : { etag: answer.etag }),
      ...(answer.lastModified === undefined ? {} : { lastModified: answer.lastModified }),
      checkedAt: iso(now),
      nextAt: iso(now + nextAfterAnswer(answer.freshForMs)),
      failures: 0,
    };
    if (read === undefined)
      return { ...nothing, status: 'unchanged', memory: withFeed(memory, feed, record) };
    // A feed that was never read successfully counts as new: its entries may be years old by now.
    const isFirst = known === undefined || known.checkedAt === '';
    const { fresh, edited, entries } = sortEntries(read.entries, memory.entries, { feed, isFirst, backfill });
    const after = withFeed({ ...memory, entries: [...entries] }, feed, record);
    return { status: 'read', isFirst, fresh, edited, count: read.entries.length, memory: after };
  } catch (error) {
    if (!isFetchError(error)) throw error;
    return failed({ feed, memory, now }, error.message, error);
  }
}

const iso = (ms: number): string => new Date(ms).toISOString();

function withFeed(memory: FeedMemory, feed: string, record: SeenFeed): FeedMemory {
  return { ...memory, feeds: { ...memory.feeds, [feed]: record } };
}

/** Whether an entry may be drafted from a feed; memories of an early version don't record the feed. */
const mayBeOf = (entry: SeenEntry, feed: string): boolean => entry.feed === undefined || entry.feed === feed;

function failed(
  { feed, memory, now }: { readonly feed: string; readonly memory: FeedMemory; readonly now: number },
  message: string,
  {
    status,
    retryAfterMs,
  }: { readonly status?: number | undefined; readonly retryAfterMs?: number | undefined },
): FeedCheck {
  const known = memory.feeds[feed];
  const failures = (known?.failures ?? 0) + 1;
  const gone = status === 410;
  const record: SeenFeed = {
    ...(known ?? { address: feed, checkedAt: '' }),
    nextAt: iso(now + nextAfterFailure(failures, retryAfterMs)),
    failures,
    ...(gone ? { gone } : {}),
  };
  const after = withFeed(memory, feed, record);
  return {
    status: gone ? 'gone' : 'failed',
    message,
    isFirst: known === undefined,
    fresh: [],
    edited: [],
    count: 0,
    memory: after,
  };
}

/** Records an entry's draft in the memory: `waiting` with its file before it is written, `drafted` after. */
export function noted(memory: FeedMemory, keys: readonly string[], change: Partial<SeenEntry>): FeedMemory {
  const entries = memory.entries.map((entry) =>
    entry.keys.some((key) => keys.includes(key)) ? { ...entry, ...change } : entry,
  );
  return { ...memory, entries };
}
