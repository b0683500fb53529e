/** The longest path that is shown in full, and the shown length of a longer one, in UTF-16 units, as in the official app. */
const WHOLE_PATH = 15;
const CUT_PATH = 13;

/**
 * Shortens a URL as the official app shows it: without scheme, and with a long path cut (`toShortUrl` of
 * bluesky-social/social-app). The facet holds the whole URL.
 *
 *     https://example.org/2026/long/title   example.org/2026/long/ti...
 *
 * A non-ASCII host keeps its own letters, where the app shows Punycode.
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
