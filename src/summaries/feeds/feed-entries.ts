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

type Parsed = ReturnType<typeof parseFeed>;
type Format = Parsed['format'];
type Reader<Kind extends Format> = (
  feed: Extract<Parsed, { format: Kind }>['feed'],
  url: string,
) => FeedEntry[];

/** How the entries of each format are read; another format of the parser doesn't compile without a row. */
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

/** An entry's own page: of several links to it, the one that is HTML, then one without a type. */
function pageLink(links: readonly AtomLink[]): AtomLink | undefined {
  const pages = links.filter(({ rel }) => rel === undefined || rel === 'alternate');
  const isHtml = ({ type }: AtomLink): boolean =>
    /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type ?? '');
  return pages.find(isHtml) ?? pages.find(({ type }) => type === undefined) ?? pages[0];
}

/** Blocks of HTML, escaped as text. */
const ESCAPED_BLOCK =
  /&lt;(?:p|div|h[1-6]|[uo]l|li|blockquote|figure|article|section|pre|table|br)\b[^&<]*(?:&(?!gt;)[^&<]*)*\/?&gt;/i;
const CLOSED_BLOCK = /&lt;\/(?:p|div|h[1-6]|[uo]l|blockquote|figure|article|section|pre|table)&gt;/i;

/**
 * HTML that its feed escaped once too often, escaped once less: it holds no tag of its own, and it is markup from its
 * start once the tags are tags again. A text about HTML has words around its escaped tags.
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

/** A date as the feed writes it. */
const written = (date: unknown): string | undefined => {
  if (date instanceof Date) return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
  return typeof date === 'string' ? wholeYear(date) : undefined;
};

/** `02 Nov 26`: a year of two digits is of this century up to 49, as RFC 2822 has it. */
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
