import type { FeedEntry } from '../../summaries/feeds/feed-entries.ts';
import { contentHash, entryKeys, titleKey, wordsKey } from './entry-keys.ts';
import type { SeenEntry } from './feed-memory.ts';
import { knownEntries } from './known-entries.ts';

/** A feed's entries against what is remembered. */
export type SortedEntries = {
  /** To be drafted, oldest first. */
  readonly fresh: readonly FeedEntry[];
  /** Known, with other words than before: told, and never sent again. */
  readonly edited: readonly FeedEntry[];
  /** The memory with every entry of the feed in it; the fresh ones are `waiting`. */
  readonly entries: readonly SeenEntry[];
};

/** How a feed's entries are taken. */
export type SortOptions = {
  /** The address that the feed is known by. */
  readonly feed: string;
  /** Whether the feed is seen for the first time: what it holds is passed over. */
  readonly isFirst: boolean;
  /** How many of the newest that have no draft are taken all the same. */
  readonly backfill: number;
};

/** How many contents of one entry are remembered: an entry that is edited without end would grow without end. */
const MOST_CONTENTS = 20;

/**
 * Tells a feed's new entries from those known by their address, their id or their words. What is known by any of them
 * is never new, whatever happened to the others. Pure: the arguments stay as they are.
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
    // One that waits was fresh in a run that did not live to write its draft.
    if (seen.state === 'waiting') fresh.push({ entry, seen });
    else if (seen.state === 'passed') passed.push({ entry, seen });
  }
  // What the first versions took for one entry is known by each one's words from here on.
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

/** Newest first: by their dates where all have one, else as the feed has them, which is newest first by custom. */
function byDate<T extends { readonly entry: FeedEntry }>(list: readonly T[]): T[] {
  const times = new Map(list.map((item) => [item, Date.parse(item.entry.published ?? '')]));
  if ([...times.values()].some(Number.isNaN)) return [...list];
  return [...list].sort((one, other) => (times.get(other) ?? 0) - (times.get(one) ?? 0));
}
