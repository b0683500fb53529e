import { parseFeed } from 'feedsmith';

/** One entry of a feed, whatever its format. */
export type FeedEntry = {
  /** As the feed names it; some feeds change it, or name none. */
  readonly id: string | undefined;
  /** Absolute. */
  readonly url: string | undefined;
  readonly title: string | undefined;
  /** As written. */
  readonly published: string | undefined;
  /** HTML or text; the whole post where the feed holds it, else an excerpt. */
  readonly html: string;
  /** What the feed's author wrote besides the content. */
  readonly summary: string | undefined;
  readonly tags: readonly string[];
};

/** A feed, read. Entries are in the feed's order, which is newest first in nearly all. */
export type Feed = { readonly title: string | undefined; readonly entries: readonly FeedEntry[] };

/** Why a document is no feed that is read. */
export type FeedProblem = { readonly problem: string };

/** The content types that feeds come under, the honest ones first. */
export const FEED_TYPES = [
  'application/rss+xml',
  'application/atom+xml',
  'application/feed+json',
  'application/xml',
  'text/xml',
  'application/json',
  'application/rdf+xml',
  'text/plain',
  'text/html',
] as const;

/** Most entries of one feed that are looked at: the largest blogs' have a few hundred. */
const MOST_ENTRIES = 2000;

/**
 * Reads RSS, Atom, RDF and JSON feeds. Documents that declare entities of their own are refused before any parser sees
 * them: no feed needs one, and a few nested ones unfold to gigabytes.
 *
 * @param url - where the feed came from, which relative addresses are joined to.
 */
export function feedEntries(text: string, url: string): Feed | FeedProblem {
  if (/<!ENTITY/i.test(text)) return { problem: 'it declares entities of its own, which no feed needs' };
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(text);
  } catch (error) {
    // feedsmith tells of a document that is no feed by throwing, and of nothing else.
    if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) throw error;
    return { problem: `it is no RSS, Atom or JSON feed (${error.message})` };
  }
  const { title, entries } = readersOf(parsed);
  return { title: line(title), entries: entries.slice(0, MOST_ENTRIES).map((entry) => absolute(entry, url)) };
}

function readersOf(parsed: ReturnType<typeof parseFeed>): {
  title: string | undefined;
  entries: FeedEntry[];
} {
  switch (parsed.format) {
    case 'rss':
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((item) => ({
          id: item.guid?.value,
          url: item.link ?? (item.guid?.isPermaLink === false ? undefined : webAddress(item.guid?.value)),
          title: line(item.title),
          published: written(item.pubDate ?? item.dc?.dates?.[0]),
          html: item.content?.encoded ?? item.description ?? '',
          summary: item.content?.encoded === undefined ? undefined : item.description,
          tags: (item.categories ?? []).flatMap(({ name }) => name ?? []),
        })),
      };
    case 'atom':
      return {
        title: parsed.feed.title?.value,
        entries: (parsed.feed.entries ?? []).map((entry) => {
          const links = entry.links ?? [];
          const link = links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? undefined;
          return {
            id: entry.id,
            url: link?.href,
            title: line(entry.title?.value),
            published: written(entry.published ?? entry.updated),
            html: entry.content?.value ?? entry.summary?.value ?? '',
            summary: entry.content?.value === undefined ? undefined : entry.summary?.value,
            tags: (entry.categories ?? []).flatMap(({ term }) => term ?? []),
          };
        }),
      };
    case 'json':
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((item) => ({
          id: item.id,
          url: item.url ?? item.external_url,
          title: line(item.title),
          published: written(item.date_published),
          html: item.content_html ?? escaped(item.content_text ?? ''),
          summary: item.summary,
          tags: item.tags ?? [],
        })),
      };
    default:
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((item) => ({
          id: item.rdf?.about,
          url: item.link ?? item.rdf?.about,
          title: line(item.title),
          published: written(item.dc?.dates?.[0]),
          html: item.content?.encoded ?? item.description ?? '',
          summary: undefined,
          tags: [],
        })),
      };
  }
}

/** A date as the feed writes it. */
const written = (date: unknown): string | undefined => {
  if (date instanceof Date) return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
  return typeof date === 'string' ? date : undefined;
};

const line = (text: string | undefined): string | undefined => {
  const joined = text?.replace(/\s+/g, ' ').trim() ?? '';
  return joined === '' ? undefined : joined;
};

const webAddress = (text: string | undefined): string | undefined =>
  text !== undefined && /^https?:\/\//i.test(text) ? text : undefined;

/** Plain text as HTML that reads the same: a blank line parts paragraphs. */
function escaped(text: string): string {
  const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return safe
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n');
}

function absolute(entry: FeedEntry, base: string): FeedEntry {
  const { url } = entry;
  const full = url !== undefined && URL.canParse(url, base) ? new URL(url, base) : undefined;
  return { ...entry, url: full !== undefined && /^https?:$/.test(full.protocol) ? full.href : undefined };
}
