import { SPAN, scanUrls, type UrlSpans } from './url-scan.ts';

/**
 * A URL that X links automatically. Offsets are UTF-16, `end` exclusive; `url` is the text there (in one odd case, a bare
 * domain inside a longer name, less than that). `bare`: it has no scheme, as in `README.md`. `newer`: it only matches with
 * top-level domains newer than twitter-text, so X may or may not link it.
 */
export type XLink = {
  readonly start: number;
  readonly end: number;
  readonly url: string;
  readonly bare: boolean;
  readonly newer: boolean;
};

/**
 * Finds the URLs that X links in a text, in order: exactly those that twitter-text 3.1.0 extracts, bare domains included, and
 * those on top-level domains delegated after its list was frozen. Linear in the length of the text.
 */
export function xLinks(text: string): XLink[] {
  const { spans, sawNewer } = scanUrls(text, false);
  const known = linksOf(text, spans, false);
  return sawNewer ? merged(known, linksOf(text, scanUrls(text, true).spans, true)) : known;
}

/** Of overlapping links, keeps those of the newer list; they count as newer unless the other list has the same ones. */
function merged(known: readonly XLink[], all: readonly XLink[]): XLink[] {
  const links: XLink[] = [];
  let next = 0;
  for (const link of all) {
    let newer = true;
    for (let other = known[next]; other !== undefined && other.start < link.end; other = known[++next])
      if (other.start === link.start && other.url === link.url) newer = false;
      else if (other.end <= link.start) links.push(other);
    links.push({ ...link, newer });
  }
  return [...links, ...known.slice(next)];
}

/** Finds URLs with twitter-text's own list: what the package itself would extract. */
export function xLinksOfTwitterText(text: string): XLink[] {
  return linksOf(text, scanUrls(text, false).spans, false);
}

function linksOf(text: string, spans: UrlSpans, newer: boolean): XLink[] {
  const links: XLink[] = [];
  for (let at = 0; at < spans.length; at += SPAN) {
    const [start = 0, hostEnd = 0, rest = 0, end = 0] = spans.slice(at, at + SPAN);
    const url = text.slice(start, hostEnd) + text.slice(rest, end);
    links.push({ start, end, url, bare: !/^https?:\/\//i.test(url), newer });
  }
  return links;
}
