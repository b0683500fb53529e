import { utf8Length } from '../text/graphemes.ts';
import type { Span } from '../text/span.ts';
import type { Facet, PostLink } from './thread.ts';

/**
 * A post's links as facets, in order: those laid over words, and the URLs that stand in the text by themselves.
 * Offsets count UTF-8 bytes (lexicon `app.bsky.richtext.facet`).
 *
 *     text   é here        facet over `here`
 *     UTF-16 0 2   6
 *     bytes  0  3   7      -> byteStart 3, byteEnd 7
 */
export function facetsOf(
  text: string,
  words: readonly (Span & { readonly url: string })[],
  links: readonly PostLink[],
): Facet[] {
  const free = links.filter((link) => !words.some(({ start, end }) => link.start < end && link.end > start));
  const spans = [...words, ...free].sort((a, b) => a.start - b.start);
  let at = 0;
  let bytes = 0;
  const bytesTo = (offset: number): number => {
    bytes += utf8Length(text.slice(at, offset));
    at = offset;
    return bytes;
  };
  return spans.map(({ start, end, url }) => ({ byteStart: bytesTo(start), byteEnd: bytesTo(end), url }));
}

/** What a facet leads to, for showing: a URL, `#tag` or `@handle`. */
export function facetTarget(facet: Facet): string {
  if ('url' in facet) return facet.url;
  return 'tag' in facet ? `#${facet.tag}` : `@${facet.mention}`;
}
