import type { FeedEntry } from '../../summaries/feeds/feed-entries.ts';
import { contentHash, entryKeys, titleKey, wordsKey } from './entry-keys.ts';
import type { SeenEntry } from './feed-memory.ts';
import { knownEntries } from './known-entries.ts';

/** A feed's entries compared with the memory. */
export type SortedEntries = {
  /** Entries to draft, oldest first. */
  readonly fresh: readonly FeedEntry[];
  /** Known entries with changed words: reported, never sent again. */
  readonly edited: readonly FeedEntry[];
  /** The memory including every entry of the feed; fresh ones are `waiting`. */
  readonly entries: readonly SeenEntry[];
};

/** How to sort a feed's entries. */
export type SortOptions = {
  /** The address that identifies the feed. */
  readonly feed: string;
  /** Whether the feed is new: its current entries are then skipped. */
  readonly isFirst: boolean;
  /** How many of the newest entries without a draft to take anyway. */
  readonly backfill: number;
};

/** How many contents to remember per entry, so that frequent edits don't grow the memory without limit. */
const MOST_CONTENTS = 20;

/**
 * Separates a feed's new entries from those known by address, id or words. A match of any of them means known, whatever
 * happened to the others. Pure.
 */
export function sortEntries(
  feed: readonly FeedEntry[],
  memory: readonly SeenEntry[],
  { feed: address, isFirst, backfill }: SortOptions,
): SortedEntries {
  const entries: Mutable[] = memory.map((entry) => ({
    ...entry,
    keys: [...entry.keys],
    contents: [...entry.contents],
  }));
  const memories = knownEntries(entries, feed, address);
  const fresh: { entry: FeedEntry; seen: Mutable }[] = [];
  const passed: { entry: FeedEntry; seen: Mutable }[] = [];
  const edited: FeedEntry[] = [];
  for (const entry of feed) {
    const keys = entryKeys(entry, address);
    const content = contentHash(entry);
    const known = memories.find(entry, content);
    const seen: Mutable = known ?? {
      keys: [],
      contents: [],
      title: entry.title ?? '',
      state: isFirst ? 'passed' : 'waiting',
      ...(isFirst ? {} : { feed: address }),
    };
    if (known === undefined) entries.push(seen);
    else if (content !== undefined && seen.contents.length > 0 && !seen.contents.includes(content))
      edited.push(entry);
    for (const key of keys) if (!seen.keys.includes(key)) seen.keys.push(key);
    if (content !== undefined && !seen.contents.includes(content))
      seen.contents = [...seen.contents, content].slice(-MOST_CONTENTS);
    memories.note(seen, keys, content);
    const twice = fresh.some((other) => other.seen === seen) || passed.some((other) => other.seen === seen);
    if (twice) continue;
    // A waiting entry was fresh in a run that ended before writing its draft.
    if (seen.state === 'waiting') fresh.push({ entry, seen });
    else if (seen.state === 'passed') passed.push({ entry, seen });
  }
  // Entries that the first versions merged into one are from now on known by their words.
  for (const seen of entries)
    if (seen.keys.some((key) => key.startsWith(wordsKey(address))))
      seen.keys = seen.keys.filter((key) => key !== titleKey(address, ''));
  const newestFirst = byDate(passed).slice(0, backfill);
  for (const { seen } of newestFirst) {
    seen.state = 'waiting';
    seen.feed = address;
  }
  return {
    fresh: byDate([...fresh, ...newestFirst])
      .reverse()
      .map(({ entry }) => entry),
    edited,
    entries,
  };
}

type Mutable = { -readonly [Key in keyof SeenEntry]: SeenEntry[Key] };

/** Sorts newest first: by date if all have one, else in the feed's order, which is newest first by custom. */
function byDate<T extends { readonly entry: FeedEntry }>(list: readonly T[]): T[] {
  const times = new Map(list.map((item) => [item, Date.parse(item.entry.published ?? '')]));
  if ([...times.values()].some(Number.isNaN)) return [...list];
  return [...list].sort((one, other) => (times.get(other) ?? 0) - (times.get(one) ?? 0));
}
