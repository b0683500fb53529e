/** Longest path that is shown whole, and how much of a longer one is, in UTF-16 units: as in the official app. */
const WHOLE_PATH = 15;
const CUT_PATH = 13;

/**
 * A URL as a post of the official app shows it: without its scheme, its path cut where it is long
 * (`toShortUrl` of bluesky-social/social-app). The whole of it is in the facet.
 *
 *     https://example.org/2026/long/title   example.org/2026/long/ti...
 *
 * A host that is not ASCII stays in its own letters, which the app shows in Punycode.
 */
export function shownUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const { protocol, host, pathname, search, hash } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return url;
  const path = (pathname === '/' ? '' : pathname) + search + hash;
  const written = /^https?:\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(url)?.[1] ?? host;
  const shown = /[^\x00-\x7f]/.test(written) ? written : host;
  return shown + (path.length > WHOLE_PATH ? `${path.slice(0, CUT_PATH)}...` : path);
}
