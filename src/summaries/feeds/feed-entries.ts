import { parseFeed } from 'feedsmith';

/** One entry of a feed in any format. */
export type FeedEntry = {
  /** As the feed names it; some feeds change it, or have none. */
  readonly id: string | undefined;
  /** Absolute. */
  readonly url: string | undefined;
  readonly title: string | undefined;
  /** Whether the title is certainly plain text; otherwise it may contain tags and entities. */
  readonly titleIsText?: boolean;
  /** As written. */
  readonly published: string | undefined;
  /** HTML or text: the whole post if the feed has it, else an excerpt. */
  readonly html: string;
  /** The base of the content's relative links, if the feed names one; else the entry's own address. */
  readonly base?: string;
  /** The author's own summary besides the content. */
  readonly summary: string | undefined;
  readonly tags: readonly string[];
};

/** A parsed feed. Entries are in the feed's order, which is newest first in nearly all. */
export type Feed = { readonly title: string | undefined; readonly entries: readonly FeedEntry[] };

/** Why a document can't be read as a feed. */
export type FeedProblem = { readonly problem: string };

/** The content types of feeds, correct ones first. */
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

/** The most entries read from one feed: the largest blogs' have a few hundred. */
const MOST_ENTRIES = 2000;

/**
 * Parses RSS, Atom, RDF and JSON feeds. Rejects documents that declare entities before any parser sees them: feeds don't need
 * them, and a few nested ones expand to gigabytes.
 *
 * @param url - the feed's address, the base of relative addresses
 */
export function feedEntries(text: string, url: string): Feed | FeedProblem {
  if (/<!ENTITY/i.test(text)) return { problem: 'it declares its own entities, which no feed needs' };
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(text);
  } catch (error) {
    // feedsmith only throws for documents that are not feeds.
    if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) throw error;
    return { problem: `it is not an RSS, Atom or JSON feed (${error.message})` };
  }
  const { title, entries } = readersOf(parsed, url);
  return { title: line(title), entries: entries.slice(0, MOST_ENTRIES).map((entry) => absolute(entry, url)) };
}

type Parsed = ReturnType<typeof parseFeed>;
type Format = Parsed['format'];
type Reader<Kind extends Format> = (
  feed: Extract<Parsed, { format: Kind }>['feed'],
  url: string,
) => FeedEntry[];

/** Readers for the entries of each format; the types check that none is missing. */
const READERS: { readonly [Kind in Format]: Reader<Kind> } = {
  rss: (feed, url) =>
    (feed.items ?? []).map((item) => ({
      id: item.guid?.value,
      url: joined(
        item.link ?? (item.guid?.isPermaLink === false ? undefined : webAddress(item.guid?.value)),
        baseOf(url, feed.xml, item.xml),
      ),
      title: line(item.title),
      published: written(item.pubDate ?? item.dc?.dates?.[0]),
      html: escapedOnce(item.content?.encoded ?? item.description ?? ''),
      ...contentBase(url, feed.xml, item.xml),
      summary: item.content?.encoded === undefined ? undefined : item.description,
      tags: (item.categories ?? []).flatMap(({ name }) => name ?? []),
    })),
  atom: (feed, url) =>
    (feed.entries ?? []).map((entry) => {
      const held = entry.content?.value !== undefined;
      const content = held ? entry.content : entry.summary;
      return {
        id: entry.id,
        url: joined(pageLink(entry.links ?? [])?.href, baseOf(url, feed.xml, entry.xml)),
        title: line(entry.title?.value),
        titleIsText: isText(entry.title),
        published: written(entry.published ?? entry.updated),
        html: escapedOnce(htmlOf(content) ?? ''),
        ...contentBase(url, feed.xml, entry.xml, content?.xml),
        summary: held ? htmlOf(entry.summary) : undefined,
        tags: (entry.categories ?? []).flatMap(({ term }) => term ?? []),
      };
    }),
  json: (feed) =>
    (feed.items ?? []).map((item) => ({
      id: item.id,
      url: item.url ?? item.external_url,
      title: line(item.title),
      titleIsText: true,
      published: written(item.date_published),
      html:
        item.content_html === undefined ? escaped(item.content_text ?? '') : escapedOnce(item.content_html),
      summary: item.summary === undefined ? undefined : escaped(item.summary),
      tags: item.tags ?? [],
    })),
  rdf: (feed) =>
    (feed.items ?? []).map((item) => ({
      id: item.rdf?.about,
      url: item.link ?? item.rdf?.about,
      title: line(item.title),
      published: written(item.dc?.dates?.[0]),
      html: escapedOnce(item.content?.encoded ?? item.description ?? ''),
      summary: undefined,
      tags: [],
    })),
};

function readersOf(parsed: Parsed, url: string): { title: string | undefined; entries: FeedEntry[] } {
  switch (parsed.format) {
    case 'rss':
      return { title: parsed.feed.title, entries: READERS.rss(parsed.feed, url) };
    case 'atom':
      return { title: parsed.feed.title?.value, entries: READERS.atom(parsed.feed, url) };
    case 'json':
      return { title: parsed.feed.title, entries: READERS.json(parsed.feed, url) };
    case 'rdf':
      return { title: parsed.feed.title, entries: READERS.rdf(parsed.feed, url) };
    default:
      return parsed satisfies never;
  }
}

type AtomLink = {
  readonly rel?: string | undefined;
  readonly type?: string | undefined;
  readonly href?: string | undefined;
};

/** Picks the link to an entry's own page: the HTML one, else one without a type. */
function pageLink(links: readonly AtomLink[]): AtomLink | undefined {
  const pages = links.filter(({ rel }) => rel === undefined || rel === 'alternate');
  const isHtml = ({ type }: AtomLink): boolean =>
    /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type ?? '');
  return pages.find(isHtml) ?? pages.find(({ type }) => type === undefined) ?? pages[0];
}

/** Block-level HTML, escaped as text. */
const ESCAPED_BLOCK =
  /&lt;(?:p|div|h[1-6]|[uo]l|li|blockquote|figure|article|section|pre|table|br)\b[^&<]*(?:&(?!gt;)[^&<]*)*\/?&gt;/i;
const CLOSED_BLOCK = /&lt;\/(?:p|div|h[1-6]|[uo]l|blockquote|figure|article|section|pre|table)&gt;/i;

/**
 * Unescapes HTML that its feed escaped twice: it has no tags of its own, and begins with markup once unescaped. A text about
 * HTML has words around its escaped tags.
 */
function escapedOnce(html: string): string {
  if (/<\/?[a-z][^<>]*>/i.test(html)) return html;
  const start = html.trimStart().slice(0, 400);
  if (!ESCAPED_BLOCK.test(start) || start.search(ESCAPED_BLOCK) > 0 || !CLOSED_BLOCK.test(html)) return html;
  return html
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&quot;/gi, '"')
    .replace(/&#0*39;|&apos;/gi, "'")
    .replace(/&amp;/gi, '&');
}

/** Returns a date as the feed writes it. */
const written = (date: unknown): string | undefined => {
  if (date instanceof Date) return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
  return typeof date === 'string' ? wholeYear(date) : undefined;
};

/** Expands a two-digit year in `02 Nov 26`: up to 49 it is in this century, by RFC 2822. */
const wholeYear = (date: string): string =>
  date.replace(
    /^(\s*(?:[a-z]{3,9},?\s+)?\d{1,2}[\s-][a-z]{3,9}[\s-])(\d{2})(?=\s|$)/i,
    (_, before: string, year: string) => `${before}${Number(year) < 50 ? '20' : '19'}${year}`,
  );

const line = (text: string | undefined): string | undefined => {
  const joined = text?.replace(/\s+/g, ' ').trim() ?? '';
  return joined === '' ? undefined : joined;
};

const webAddress = (text: string | undefined): string | undefined =>
  text !== undefined && /^https?:\/\//i.test(text) ? text : undefined;

/** A text of an Atom feed. */
type AtomText = { readonly value?: string | undefined; readonly type?: string | undefined } | undefined;

/** Whether a text is plain: the default without a type, https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1 */
const isText = (text: AtomText): boolean => /^(?:text|text\/plain)$/i.test(text?.type ?? 'text');

/** Text completely in tags: HTML whose feed forgot to declare it. */
const ALL_TAGS = /^\s*<(?:p|div|h[1-6]|[uo]l|blockquote|figure|article|section)\b.*<\/\w+>\s*$/is;

function htmlOf(text: AtomText): string | undefined {
  if (text?.value === undefined || !isText(text)) return text?.value;
  return text.type === undefined && ALL_TAGS.test(text.value) ? text.value : escaped(text.value);
}

/** Converts plain text to HTML that reads the same: a blank line separates paragraphs. */
function escaped(text: string): string {
  const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return safe
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n');
}

/** An element with an optional base of relative addresses: `xml:base`. */
type Based = { readonly base?: string | undefined } | undefined;

/** Returns the base of relative addresses in the innermost of some elements, given outermost first. */
function baseOf(document: string, ...elements: readonly Based[]): string {
  return elements.reduce((outer, element) => joined(element?.base, outer) ?? outer, document);
}

/** Returns the base of a content, if any of the elements names one. */
function contentBase(document: string, ...elements: readonly Based[]): { readonly base?: string } {
  const isSaid = elements.some((element) => element?.base !== undefined);
  return isSaid ? { base: baseOf(document, ...elements) } : {};
}

/** Makes a web address absolute; `undefined` for any other. */
function joined(address: string | undefined, base: string): string | undefined {
  if (address === undefined || !URL.canParse(address, base)) return undefined;
  const { protocol, href } = new URL(address, base);
  return /^https?:$/.test(protocol) ? href : undefined;
}

const absolute = (entry: FeedEntry, base: string): FeedEntry => ({ ...entry, url: joined(entry.url, base) });
