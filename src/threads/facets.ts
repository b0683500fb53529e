import { utf8Length } from '../text/graphemes.ts';
import type { Span } from '../text/span.ts';
import type { Facet, PostLink } from './thread.ts';

/** Words of a text that refer to a hashtag or an account. */
export type FacetTarget = Span & ({ readonly tag: string } | { readonly mention: string });

/**
 * Lists a post's facets, in order: linked words, bare URLs, hashtags and handles. Of overlapping ones, keeps the author's link,
 * then the first. Offsets count UTF-8 bytes (lexicon `app.bsky.richtext.facet`).
 *
 *     text   é here        facet over `here`
 *     UTF-16 0 2   6
 *     bytes  0  3   7      -> byteStart 3, byteEnd 7
 */
export function facetsOf(
  text: string,
  words: readonly (Span & { readonly url: string })[],
  links: readonly PostLink[],
  targets: readonly FacetTarget[] = [],
): Facet[] {
  const linked = [...words, ...outside(links, words)].sort((a, b) => a.start - b.start);
  const spans = [...linked, ...outside(targets, linked)].sort((a, b) => a.start - b.start);
  let at = 0;
  let bytes = 0;
  const bytesTo = (offset: number): number => {
    bytes += utf8Length(text.slice(at, offset));
    at = offset;
    return bytes;
  };
  return spans.map((span) => {
    const range = { byteStart: bytesTo(span.start), byteEnd: bytesTo(span.end) };
    if ('url' in span) return { ...range, url: span.url };
    return 'tag' in span ? { ...range, tag: span.tag } : { ...range, mention: span.mention };
  });
}

/** Returns the ordered spans that touch none of the other ordered spans. Linear. */
function outside<T extends Span>(spans: readonly T[], others: readonly Span[]): T[] {
  let next = 0;
  return spans.filter(({ start, end }) => {
    while ((others[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    return (others[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}

/** Returns a facet's target for display: a URL, `#tag` or `@handle`. */
export function facetTarget(facet: Facet): string {
  if ('url' in facet) return facet.url;
  return 'tag' in facet ? `#${facet.tag}` : `@${facet.mention}`;
}
