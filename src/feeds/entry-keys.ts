import { createHash } from 'node:crypto';
import type { FeedEntry } from '../summaries/feed-entries.ts';

/** What counts who followed a link, and says nothing of where it leads. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref|igshid)$/i;

/** An address as it is compared: without scheme, `www.`, tracking, place on the page and the slash at its end. */
export function comparable(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const host = url.host.replace(/^www\./, '');
  const path = url.pathname.replace(/\/(?:index\.html?)?$/, '');
  return `${host}${path}${url.search}`;
}

/** The names that an entry is known by: its address, and its id within its feed; its title where it has neither. */
export function entryKeys({ id, url, title }: FeedEntry, feed: string): string[] {
  const keys = new Set<string>();
  if (url !== undefined) keys.add(comparable(url));
  if (id !== undefined && id !== '')
    keys.add(/^https?:\/\//i.test(id) ? comparable(id) : `${comparable(feed)}#${id}`);
  if (keys.size === 0) keys.add(`${comparable(feed)}#title:${title ?? ''}`);
  return [...keys];
}

/** Fewest letters of a content that tell it from every other: below, two entries may well say the same. */
const FEWEST_LETTERS = 200;

/**
 * SHA-256 of an entry's words, whatever their markup; `undefined` where it has none. Few words only tell whether an
 * entry was edited: see `tellsApart`.
 */
export function contentHash({ html }: FeedEntry): string | undefined {
  const words = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[#\w]{1,10};/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  if (words === '') return undefined;
  const hash = createHash('sha256').update(words).digest('hex');
  return words.length < FEWEST_LETTERS ? `${SHORT}${hash}` : hash;
}

/** What opens the hashes of short contents. */
const SHORT = 'short:';

/** Whether the hash of a content tells its entry from every other. */
export const tellsApart = (hash: string): boolean => !hash.startsWith(SHORT);
