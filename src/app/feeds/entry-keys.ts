import { createHash } from 'node:crypto';
import type { FeedEntry } from '../../summaries/feeds/feed-entries.ts';
import { TRACKING_PARAMETERS } from '../../text/tracking-parameters.ts';

/** Parameters that count clicks and don't change where a link leads. */
const TRACKING = new RegExp(`^(?:${TRACKING_PARAMETERS}|ref)$`, 'i');

/** Normalises an address for comparison: no scheme, `www.`, tracking parameters, fragment or trailing slash. */
export function comparable(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const host = url.host.replace(/^www\./, '');
  const path = url.pathname.replace(/\/(?:index\.html?)?$/, '');
  return `${host}${path}${url.search}`;
}

/** The key of an address: its normalised form, then after a space its fragment, if it has one. */
function addressKey(address: string): string {
  const { hash } = URL.canParse(address) ? new URL(address) : { hash: '' };
  return `${comparable(address)}${hash.length > 1 ? ` ${hash}` : ''}`;
}

/** The page of a key with a fragment: `example.org/changes` of `example.org/changes #v2`; `undefined` for others. */
export function pageOf(key: string): string | undefined {
  return /^([^\s#]+) #/.exec(key)?.[1];
}

const isAddress = (id: string): boolean => /^https?:\/\//i.test(id);

/** Whether an entry's id is not just another address. */
export const hasOwnId = ({ id }: FeedEntry): boolean => id !== undefined && id !== '' && !isAddress(id);

/** The key of an entry's own id; `undefined` if it has none besides its address. */
export function ownIdKey({ id, url }: FeedEntry, feed: string): string | undefined {
  if (id === undefined || id === '') return undefined;
  if (!isAddress(id)) return `${idPrefix(feed)}${id}`;
  const key = addressKey(id);
  return url !== undefined && addressKey(url) === key ? undefined : key;
}

/** Whether two keys are ids of the same kind: of one feed, or addresses on one host (`example.org?p=11`). */
export function sameKind(one: string, other: string): boolean {
  const sortOf = (key: string): string => (key.includes('#') ? key.slice(0, key.indexOf('#')) : hostOf(key));
  return one.includes('#') === other.includes('#') && sortOf(one) === sortOf(other);
}

const hostOf = (key: string): string => /^[^/?#]*/.exec(key)?.[0] ?? '';

/**
 * The keys that identify an entry: its address, and its id within its feed; without both its title, and without a title its
 * words.
 */
export function entryKeys(entry: FeedEntry, feed: string): string[] {
  const { id, url, title } = entry;
  const keys = new Set<string>();
  if (url !== undefined) keys.add(addressKey(url));
  if (id !== undefined && id !== '') keys.add(isAddress(id) ? addressKey(id) : `${idPrefix(feed)}${id}`);
  if (keys.size === 0)
    keys.add(
      title === undefined
        ? `${wordsKey(feed)}${contentHash(entry) ?? sha256(entry.html)}`
        : titleKey(feed, title),
    );
  return [...keys];
}

/** The prefix of keys that are only valid within one feed. */
export const idPrefix = (feed: string): string => `${comparable(feed)}#`;

/** The key of an entry that only has a title; the first versions gave entries without a title the key of an empty one. */
export const titleKey = (feed: string, title: string): string => `${idPrefix(feed)}title:${title}`;

/** The prefix of the keys of entries without a title. */
export const wordsKey = (feed: string): string => `${idPrefix(feed)}words:`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The fewest letters of a content that identify it; two entries may well share a shorter text. */
const FEWEST_LETTERS = 200;

/**
 * SHA-256 of an entry's words without markup; `undefined` if it has none. A short text only shows whether an entry was edited:
 * see `tellsApart`.
 */
export function contentHash({ html }: FeedEntry): string | undefined {
  const words = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[#\w]{1,10};/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  if (words === '') return undefined;
  const hash = sha256(words);
  return words.length < FEWEST_LETTERS ? `${SHORT}${hash}` : hash;
}

/** The prefix of hashes of short contents. */
const SHORT = 'short:';

/** Whether a content's hash identifies its entry. */
export const tellsApart = (hash: string): boolean => !hash.startsWith(SHORT);
