import { decodeReferences } from '../../text/character-references.ts';

/** A page's metadata for a link card. `image` is an absolute URL. */
export type CardWords = { readonly title: string; readonly description: string; readonly image?: string };

/** Card metadata is in a page's head; don't scan further. */
const HEAD_LENGTH = 200_000;
const LONGEST = { title: 300, description: 1_000 } as const;

/** Makes one line of plain text, cut at a limit in UTF-16 units. */
function plain(text: string, most: number): string {
  const line = decodeReferences(text)
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > most
    ? `${line
        .slice(0, most - 1)
        .toWellFormed()
        .trimEnd()}…`
    : line;
}

/** Parses the attributes of a tag, with names in lower case. */
function attributesOf(tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', quoted, single, bare] of tag.matchAll(
    /([a-z][a-z0-9:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
  ))
    found.set(name.toLowerCase(), quoted ?? single ?? bare ?? '');
  return found;
}

/** Collects the `content` of each `<meta>` by its `property` or `name`; the first one wins. */
function metaOf(head: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [tag] of head.matchAll(/<meta\s[^<>]{1,4000}>/gi)) {
    const attributes = attributesOf(tag);
    const name = (attributes.get('property') ?? attributes.get('name') ?? '').toLowerCase();
    const content = attributes.get('content') ?? '';
    if (name !== '' && content.trim() !== '' && !found.has(name)) found.set(name, content);
  }
  return found;
}

/** Reads a page's card: Open Graph first, then Twitter's tags, then the page's own title and description. */
export function cardWords(html: string, url: string): CardWords {
  const head = html.slice(0, HEAD_LENGTH);
  const meta = metaOf(head);
  const of = (...names: readonly string[]): string =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined) ?? '';
  const written = /<title[^<>]{0,200}>([^<]{1,2000})/i.exec(head)?.[1] ?? '';
  const title = plain(of('og:title', 'twitter:title') || written, LONGEST.title);
  const description = plain(of('og:description', 'twitter:description', 'description'), LONGEST.description);
  const image = decodeReferences(
    of('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image'),
  ).trim();
  const isWeb = image !== '' && URL.canParse(image, url) && /^https?:$/.test(new URL(image, url).protocol);
  return { title, description, ...(isWeb ? { image: new URL(image, url).href } : {}) };
}
