import { createHash } from 'node:crypto';
import type { FeedEntry } from '../../summaries/feeds/feed-entries.ts';
import { TRACKING_PARAMETERS } from '../../text/tracking-parameters.ts';

/** What counts who followed a link, and says nothing of where it leads. */
const TRACKING = new RegExp(`^(?:${TRACKING_PARAMETERS}|ref)$`, 'i');

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

/** The name that an address gives: as it is compared, and behind a space the place on the page where it has one. */
function addressKey(address: string): string {
  const { hash } = URL.canParse(address) ? new URL(address) : { hash: '' };
  return `${comparable(address)}${hash.length > 1 ? ` ${hash}` : ''}`;
}

/** The page of a name with a place on it, `example.org/changes` of `example.org/changes #v2`; `undefined` of others. */
export function pageOf(key: string): string | undefined {
  return /^([^\s#]+) #/.exec(key)?.[1];
}

const isAddress = (id: string): boolean => /^https?:\/\//i.test(id);

/** Whether an entry's id is more than one more address. */
export const hasOwnId = ({ id }: FeedEntry): boolean => id !== undefined && id !== '' && !isAddress(id);

/** The name of an entry by its own id; `undefined` if it has none besides its address. */
export function ownIdKey({ id, url }: FeedEntry, feed: string): string | undefined {
  if (id === undefined || id === '') return undefined;
  if (!isAddress(id)) return `${idPrefix(feed)}${id}`;
  const key = addressKey(id);
  return url !== undefined && addressKey(url) === key ? undefined : key;
}

/** Whether two names are ids of one sort: of one feed, or addresses of one host (`example.org?p=11`). */
export function sameKind(one: string, other: string): boolean {
  const sortOf = (key: string): string => (key.includes('#') ? key.slice(0, key.indexOf('#')) : hostOf(key));
  return one.includes('#') === other.includes('#') && sortOf(one) === sortOf(other);
}

const hostOf = (key: string): string => /^[^/?#]*/.exec(key)?.[0] ?? '';

/**
 * The names that tell an entry from every other: its address, and its id within its feed; where it has neither its
 * title, and where it has none its words.
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

/** What opens the names that hold within one feed. */
export const idPrefix = (feed: string): string => `${comparable(feed)}#`;

/** The name of what has a title only; the first versions gave that of an empty one to all that have not even a title. */
export const titleKey = (feed: string, title: string): string => `${idPrefix(feed)}title:${title}`;

/** What opens the names of what has not even a title. */
export const wordsKey = (feed: string): string => `${idPrefix(feed)}words:`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

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
  const hash = sha256(words);
  return words.length < FEWEST_LETTERS ? `${SHORT}${hash}` : hash;
}

/** What opens the hashes of short contents. */
const SHORT = 'short:';

/** Whether the hash of a content tells its entry from every other. */
export const tellsApart = (hash: string): boolean => !hash.startsWith(SHORT);
