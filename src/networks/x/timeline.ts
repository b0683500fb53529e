import type { EpochMs } from '../../time/epoch-ms.ts';
import type { RateWindow, ReadPost } from '../port.ts';
import { PublishingError } from '../publishing-error.ts';
import { xAddresses } from './addresses.ts';
import type { XTransport } from './request.ts';

/** Whether a value is an object. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Returns the objects in a list; empty for anything else. */
export const recordsOf = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** Returns the `data` of a response; empty if missing. */
export function dataOf(body: unknown): Readonly<Record<string, unknown>> {
  const data = isRecord(body) ? body['data'] : undefined;
  return isRecord(data) ? data : {};
}

/** The fields to request when reading back. */
export const TIMELINE_FIELDS = 'author_id,created_at,referenced_tweets,conversation_id,note_tweet,entities';

/** The link that X appends to a post for its attachments: not the author's words. */
const MEDIA_LINK = /^https?:\/\/(?:[^/]+)\/[^/]+\/status\/\d+\/(?:photo|video)\/\d+$/;

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

function expanded(text: string, entities: unknown): string {
  let plain = text;
  const urls = isRecord(entities) ? recordsOf(entities['urls']) : [];
  for (const entity of urls) {
    const { url, expanded_url: target } = entity;
    if (typeof url !== 'string' || typeof target !== 'string' || url === '') continue;
    plain = plain.replaceAll(url, () => (MEDIA_LINK.test(target) ? '' : target));
  }
  return plain.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity).trim();
}

/** Reads a post from a response, as its author wrote it; `undefined` for an unreadable entry. */
export function postOf(wire: Readonly<Record<string, unknown>>): ReadPost | undefined {
  const { id, text, created_at: created } = wire;
  if (typeof id !== 'string' || !xAddresses.isId(id) || typeof text !== 'string') return undefined;
  const note = wire['note_tweet'];
  const whole = isRecord(note) && typeof note['text'] === 'string' ? note : wire;
  const at = Date.parse(typeof created === 'string' ? created : '');
  const parent = recordsOf(wire['referenced_tweets']).find((reference) => reference['type'] === 'replied_to');
  const parentId = parent?.['id'];
  const authorId = wire['author_id'];
  return {
    id,
    text: expanded(String(whole['text']), whole['entities']),
    at: Number.isFinite(at) ? at : 0,
    parentId: typeof parentId === 'string' ? parentId : null,
    ...(typeof authorId === 'string' ? { authorId } : {}),
  };
}

/** What to read of a timeline: at most `pages` pages of `perPage` (5 to 100) posts. */
export type TimelineQuery = {
  readonly userId: string;
  readonly perPage: number;
  readonly pages: number;
  readonly sinceId?: string;
  readonly from?: EpochMs;
};

/**
 * Part of a timeline, newest first. `complete` only if nothing is missing: no further page, no `errors`, as many entries as the
 * response counts, and every entry readable and the account's own.
 */
export type TimelinePart = {
  readonly posts: readonly ReadPost[];
  readonly complete: boolean;
  readonly windows: readonly RateWindow[];
};

/**
 * Reads an account's own posts including replies, as the author wrote them: links expanded, entities decoded, long posts whole.
 * X bills each post read, and nothing if there is nothing new.
 * @throws {PublishingError} also if the response is not a timeline
 */
export async function readTimeline(send: XTransport, query: TimelineQuery): Promise<TimelinePart> {
  const posts: ReadPost[] = [];
  let windows: readonly RateWindow[] = [];
  let token: string | undefined;
  let isWhole = true;
  for (let page = 0; page < query.pages; page += 1) {
    const { body, ...told } = await send({
      method: 'GET',
      path: `users/${query.userId}/tweets`,
      call: 'read',
      once: false,
      doing: 'read the timeline',
      query: {
        max_results: String(query.perPage),
        'tweet.fields': TIMELINE_FIELDS,
        ...(query.sinceId === undefined ? {} : { since_id: query.sinceId }),
        ...(query.from === undefined
          ? {}
          : { start_time: `${new Date(query.from).toISOString().slice(0, 19)}Z` }),
        ...(token === undefined ? {} : { pagination_token: token }),
      },
    });
    windows = told.windows;
    const meta = isRecord(body) ? body['meta'] : undefined;
    // Only `meta` proves that this is a timeline, even an empty one, and not an error with status 200.
    if (!isRecord(body) || !isRecord(meta))
      throw new PublishingError('transient', 'X answered a read of the timeline with something else.', {
        windows,
      });
    const entries: unknown[] = Array.isArray(body['data']) ? body['data'] : [];
    const own = recordsOf(entries)
      .flatMap((wire) => postOf(wire) ?? [])
      .filter(({ authorId }) => authorId === undefined || authorId === query.userId);
    posts.push(...own);
    const isCounted = meta['result_count'] === entries.length && own.length === entries.length;
    isWhole &&= isCounted && body['errors'] === undefined;
    token = typeof meta['next_token'] === 'string' ? meta['next_token'] : undefined;
    if (token === undefined) return { posts, complete: isWhole, windows };
  }
  return { posts, complete: false, windows };
}
