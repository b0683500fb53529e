import { parseFeed } from 'feedsmith';

/** One entry of a feed, whatever its format. */
export type FeedEntry = {
  /** As the feed names it; some feeds change it, or name none. */
  readonly id: string | undefined;
  /** Absolute. */
  readonly url: string | undefined;
  readonly title: string | undefined;
  /** Whether the title is plain text for sure; else it may hold tags and entities. */
  readonly titleIsText?: boolean;
  /** As written. */
  readonly published: string | undefined;
  /** HTML or text; the whole post where the feed holds it, else an excerpt. */
  readonly html: string;
  /** Where relative links of the content start, where the feed says so; else at the entry's own address. */
  readonly base?: string;
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
  const { title, entries } = readersOf(parsed, url);
  return { title: line(title), entries: entries.slice(0, MOST_ENTRIES).map((entry) => absolute(entry, url)) };
}

function readersOf(
  parsed: ReturnType<typeof parseFeed>,
  url: string,
): {
  title: string | undefined;
  entries: FeedEntry[];
} {
  switch (parsed.format) {
    case 'rss':
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((item) => ({
          id: item.guid?.value,
          url: joined(
            item.link ?? (item.guid?.isPermaLink === false ? undefined : webAddress(item.guid?.value)),
            baseOf(url, parsed.feed.xml, item.xml),
          ),
          title: line(item.title),
          published: written(item.pubDate ?? item.dc?.dates?.[0]),
          html: item.content?.encoded ?? item.description ?? '',
          ...contentBase(url, parsed.feed.xml, item.xml),
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
          const held = entry.content?.value !== undefined;
          return {
            id: entry.id,
            url: joined(link?.href, baseOf(url, parsed.feed.xml, entry.xml)),
            title: line(entry.title?.value),
            titleIsText: isText(entry.title),
            published: written(entry.published ?? entry.updated),
            html: htmlOf(held ? entry.content : entry.summary) ?? '',
            ...contentBase(url, parsed.feed.xml, entry.xml, (held ? entry.content : entry.summary)?.xml),
            summary: held ? htmlOf(entry.summary) : undefined,
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
          titleIsText: true,
          published: written(item.date_published),
          html: item.content_html ?? escaped(item.content_text ?? ''),
          summary: item.summary === undefined ? undefined : escaped(item.summary),
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

/** A text of an Atom feed. */
type AtomText = { readonly value?: string | undefined; readonly type?: string | undefined } | undefined;

/** Plain text where no type says otherwise: https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1 */
const isText = (text: AtomText): boolean => /^(?:text|text\/plain)$/i.test(text?.type ?? 'text');

/** Tags from the first letter to the last: HTML whose feed forgot to say so. */
const ALL_TAGS = /^\s*<(?:p|div|h[1-6]|[uo]l|blockquote|figure|article|section)\b.*<\/\w+>\s*$/is;

function htmlOf(text: AtomText): string | undefined {
  if (text?.value === undefined || !isText(text)) return text?.value;
  return text.type === undefined && ALL_TAGS.test(text.value) ? text.value : escaped(text.value);
}

/** Plain text as HTML that reads the same: a blank line parts paragraphs. */
function escaped(text: string): string {
  const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return safe
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n');
}

/** What an element says of where relative addresses in it start: `xml:base`. */
type Based = { readonly base?: string | undefined } | undefined;

/** Where relative addresses start in the innermost of some elements, outermost first, of a document. */
function baseOf(document: string, ...elements: readonly Based[]): string {
  return elements.reduce((outer, element) => joined(element?.base, outer) ?? outer, document);
}

/** The same for a content, where any of the elements names a base. */
function contentBase(document: string, ...elements: readonly Based[]): { readonly base?: string } {
  const isSaid = elements.some((element) => element?.base !== undefined);
  return isSaid ? { base: baseOf(document, ...elements) } : {};
}

/** An address of the web, made whole; `undefined` for any other. */
function joined(address: string | undefined, base: string): string | undefined {
  if (address === undefined || !URL.canParse(address, base)) return undefined;
  const { protocol, href } = new URL(address, base);
  return /^https?:$/.test(protocol) ? href : undefined;
}

const absolute = (entry: FeedEntry, base: string): FeedEntry => ({ ...entry, url: joined(entry.url, base) });
