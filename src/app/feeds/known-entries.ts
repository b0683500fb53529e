import type { FeedEntry } from '../../summaries/feeds/feed-entries.ts';
import {
  entryKeys,
  hasOwnId,
  idPrefix,
  ownIdKey,
  pageOf,
  sameKind,
  tellsApart,
  titleKey,
  wordsKey,
} from './entry-keys.ts';
import type { SeenEntry } from './feed-memory.ts';

/** What is remembered, to be asked for one entry after the other of a feed. */
export type KnownEntries<T extends SeenEntry> = {
  /** What an entry is remembered as, by its names, its words or its page; `undefined` where it is new. */
  readonly find: (entry: FeedEntry, content: string | undefined) => T | undefined;
  /** Notes that the names and the words of an entry are those of `seen` from now on. */
  readonly note: (seen: T, keys: readonly string[], content: string | undefined) => void;
};

/**
 * Puts the memory in order for a look at a feed.
 *
 * Several entries may be places on one page (a changelog's `#v1` and `#v2`), and an address may gain or lose a place
 * without being another entry. The feed tells the two apart: places that stand in it side by side are entries of
 * their own.
 */
export function knownEntries<T extends SeenEntry>(
  memory: readonly T[],
  document: readonly FeedEntry[],
  feed: string,
): KnownEntries<T> {
  const byKey = new Map<string, T[]>();
  const byContent = new Map<string, T>();
  /** By their pages; `placed` are those that were remembered with their place on it. */
  const byPage = new Map<string, { readonly seen: T; readonly placed: boolean }[]>();
  for (const seen of memory) {
    for (const key of seen.keys) added(byKey, key, seen);
    for (const content of seen.contents.filter(tellsApart)) byContent.set(content, seen);
    for (const page of pagesOf(seen.keys)) {
      const placed = seen.keys.some((key) => pageOf(key) === page);
      added(byPage, page, { seen, placed });
    }
  }
  /** What some entry of the feed is known as for sure: no other entry is it only for being on the same page. */
  const claimed = new Set<T>();
  /** The names of the feed's entries, by their pages. */
  const side = new Map<string, (readonly string[])[]>();
  /** The ids of the feed's entries, by the addresses that they have. */
  const idsAt = new Map<string, Set<string>>();
  for (const entry of document) {
    const keys = entryKeys(entry, feed);
    const own = ownIdKey(entry, feed);
    for (const key of keys)
      if (own !== undefined && own !== key) idsAt.set(key, (idsAt.get(key) ?? new Set()).add(own));
    for (const key of keys) {
      for (const seen of byKey.get(key) ?? []) claimed.add(seen);
    }
    for (const page of pagesOf(keys)) added(side, page, keys);
  }

  const onPage = (entry: FeedEntry, keys: readonly string[], page: string, content: string | undefined) => {
    const there = byPage.get(page) ?? [];
    const isShared = side.get(page)?.some((others) => !others.some((key) => keys.includes(key))) ?? false;
    if (isShared) {
      // Whatever was remembered with its place would have been found by it.
      const old = there.filter(({ placed }) => !placed).map(({ seen }) => seen);
      const same = old.find(({ contents }) => content !== undefined && contents.includes(content));
      if (same !== undefined) return same;
      // The first versions remembered pages without places: what no id tells apart may have been meant.
      return hasOwnId(entry) ? undefined : old.find((seen) => !claimed.has(seen));
    }
    const areApart = there.length > 1 && there.some(({ placed }) => placed);
    if (areApart) return undefined;
    return there.find(({ seen, placed }) => !(placed && isOther(entry, keys, page, seen)))?.seen;
  };
  /** A feed of its newest entry only shows no two side by side: another place with another id is another entry. */
  const isOther = (entry: FeedEntry, keys: readonly string[], page: string, seen: T): boolean =>
    hasOwnId(entry) &&
    keys.some((key) => pageOf(key) === page) &&
    seen.keys.some((key) => key.startsWith(idPrefix(feed)));

  return {
    find: (entry, content) => {
      const keys = entryKeys(entry, feed);
      const own = ownIdKey(entry, feed);
      const byId = own === undefined ? undefined : byKey.get(own)?.[0];
      const sure = byId ?? byContent.get(content ?? '');
      if (sure !== undefined) return sure;
      for (const key of keys) {
        const isShared = (idsAt.get(key)?.size ?? 0) > 1;
        const same = byKey.get(key)?.find((seen) => !(isShared && isAnother(seen, key, own, content)));
        if (same !== undefined) return same;
      }
      if (keys.some((key) => byKey.has(key))) return undefined;
      for (const page of pagesOf(keys)) {
        const seen = onPage(entry, keys, page, content);
        if (seen !== undefined) return seen;
      }
      return keys.some((key) => key.startsWith(wordsKey(feed)))
        ? byKey.get(titleKey(feed, ''))?.[0]
        : undefined;
    },
    note: (seen, keys, content) => {
      for (const key of keys) if (byKey.get(key)?.includes(seen) !== true) added(byKey, key, seen);
      if (content !== undefined && tellsApart(content)) byContent.set(content, seen);
    },
  };
}

/**
 * Whether an entry is another one than what is remembered under an address that several entries of the feed share, as
 * of a changelog or of a blog about others' pages. Both have an id of their own, and neither ids nor words are the same.
 */
function isAnother(
  seen: SeenEntry,
  address: string,
  own: string | undefined,
  content: string | undefined,
): boolean {
  if (own === undefined || content === undefined || seen.contents.length === 0) return false;
  if (own === address || seen.contents.includes(content)) return false;
  return seen.keys.some((key) => key !== address && sameKind(key, own)) && !seen.keys.includes(own);
}

/** The pages of the addresses among an entry's names. */
function pagesOf(keys: readonly string[]): Set<string> {
  return new Set(keys.flatMap((key) => pageOf(key) ?? (key.includes('#') ? [] : [key])));
}

function added<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
