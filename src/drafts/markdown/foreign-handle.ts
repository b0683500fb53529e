import type { Position } from '../finding.ts';
import type { DraftText } from './conversion.ts';

const HANDLE = /^@[\w.-]+$/;
/** Sites whose names are not those of X, Bluesky or Mastodon. */
const OTHER_SITES =
  /^https?:\/\/(?:www\.|gist\.)?(?:bitbucket\.org|codeberg\.org|codepen\.io|dev\.to|dribbble\.com|facebook\.com|github\.com|gitlab\.com|instagram\.com|keybase\.io|linkedin\.com|medium\.com|reddit\.com|stackoverflow\.com|t\.me|tiktok\.com|youtube\.com)\//i;

/**
 * Returns a link’s words without the `@` of a name on another site: in a post, `[@lee](https://github.com/lee)` would
 * mention whoever has that name on the network.
 */
export function withoutForeignHandle(words: string, url: string, at: Position, text: DraftText): string {
  if (!HANDLE.test(words) || !OTHER_SITES.test(url)) return words;
  const site = new URL(url).hostname.replace(/^www\./, '');
  const message = `\`${words}\` is a name on ${site}, and may be somebody else on a network; it is sent without its @`;
  text.findings.add('foreign-handle', at, message);
  return words.slice(1);
}
