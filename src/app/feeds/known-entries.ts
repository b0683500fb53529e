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

/** Looks up the entries of a feed one by one in the memory. */
export type KnownEntries<T extends SeenEntry> = {
  /** Finds an entry in the memory by its keys, its words or its page; `undefined` if it is new. */
  readonly find: (entry: FeedEntry, content: string | undefined) => T | undefined;
  /** Records the keys and the words of an entry under `seen`. */
  readonly note: (seen: T, keys: readonly string[], content: string | undefined) => void;
};

/**
 * Indexes the memory for checking a feed.
 *
 * Several entries may be fragments of one page (a changelog's `#v1` and `#v2`), and an address may gain or lose a fragment
 * without becoming another entry. The feed distinguishes the cases: fragments that appear side by side in it are separate
 * entries.
 */
export function knownEntries<T extends SeenEntry>(
  memory: readonly T[],
  document: readonly FeedEntry[],
  feed: string,
): KnownEntries<T> {
  const byKey = new Map<string, T[]>();
  const byContent = new Map<string, T>();
  /** By page; `placed` are those remembered with their fragment. */
  const byPage = new Map<string, { readonly seen: T; readonly placed: boolean }[]>();
  for (const seen of memory) {
    for (const key of seen.keys) added(byKey, key, seen);
    for (const content of seen.contents.filter(tellsApart)) byContent.set(content, seen);
    for (const page of pagesOf(seen.keys)) {
      const placed = seen.keys.some((key) => pageOf(key) === page);
      added(byPage, page, { seen, placed });
    }
  }
  /** Entries matched with certainty; a shared page alone must not claim them again. */
  const claimed = new Set<T>();
  /** The keys of the feed's entries, by page. */
  const side = new Map<string, (readonly string[])[]>();
  /** The ids of the feed's entries, by address. */
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
      // An entry remembered with its fragment would have been found by that.
      const old = there.filter(({ placed }) => !placed).map(({ seen }) => seen);
      const same = old.find(({ contents }) => content !== undefined && contents.includes(content));
      if (same !== undefined) return same;
      // The first versions remembered pages without fragments, so an entry without its own id may be the remembered one.
      return hasOwnId(entry) ? undefined : old.find((seen) => !claimed.has(seen));
    }
    const areApart = there.length > 1 && there.some(({ placed }) => placed);
    if (areApart) return undefined;
    return there.find(({ seen, placed }) => !(placed && isOther(entry, keys, page, seen)))?.seen;
  };
  /** A feed that only has its newest entry shows no two side by side: another fragment with another id is another entry. */
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
 * Whether an entry differs from a remembered one at the same address, in a feed whose entries share addresses, such as a
 * changelog or a link blog. Both have their own ids, and neither ids nor words match.
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

/** The pages of the addresses among an entry's keys. */
function pagesOf(keys: readonly string[]): Set<string> {
  return new Set(keys.flatMap((key) => pageOf(key) ?? (key.includes('#') ? [] : [key])));
}

function added<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
