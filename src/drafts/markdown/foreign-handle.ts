import type { Position } from '../finding.ts';
import type { DraftText } from './conversion.ts';

/** A name alone (`@ana’s` too), a person’s of several words (`@Ana Lee`), in brackets, or anywhere in words; `@ana/float` is a package, `@ana@example.social` a name on every server. */
const ALONE =
  /^@[\w.-]+(?=(?:['’]\p{L}+)?$)|^@\p{Lu}[\p{L}\p{M}.'’-]*(?=(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,3}$)|(?<=\()@[\w.-]+(?=\))/gu;
const INSIDE = /(?<![\w@./])@\w[\w-]*(?![\w-]|@)(?![\w./-]*\/)/g;
/** Sites whose names are not those of X, Bluesky or Mastodon. */
const OTHER_SITES =
  /^https?:\/\/(?:www\.|gist\.)?(?:bitbucket\.org|codeberg\.org|codepen\.io|dev\.to|dribbble\.com|facebook\.com|github\.com|gitlab\.com|instagram\.com|keybase\.io|linkedin\.com|medium\.com|reddit\.com|stackoverflow\.com|t\.me|tiktok\.com|youtube\.com)\//i;

/** The page of somebody on a server of the Fediverse: `https://example.social/@ana`. */
const FEDIVERSE = /^https?:\/\/(?!(?:www\.|mobile\.)?(?:x|twitter|bsky)\.)[^/]+\/(?:[^/]+\/)?@[\w.-]+\/?$/i;

/**
 * Returns a link’s words without the `@` of names on another site: in a post, `[Lee (@lee)](https://github.com/lee)` would
 * mention whoever has that name on the network.
 */
export function withoutForeignHandle(words: string, url: string, at: Position, text: DraftText): string {
  if (!words.includes('@') || !(OTHER_SITES.test(url) || FEDIVERSE.test(url))) return words;
  const { hostname, pathname } = new URL(url);
  const [owner, ...rest] = pathname.toLowerCase().replace(/^\/@?/, '').split('/');
  // `@lamp` in the words of a link to an issue of Lamp’s own project is rarely a name.
  const isOwn = rest.length <= 1;
  const handles = [
    ...(words.match(ALONE) ?? []),
    ...(words.match(INSIDE) ?? []).filter((name) => isOwn && name.slice(1).toLowerCase() === owner),
  ];
  const [handle] = handles;
  if (handle === undefined) return words;
  const site = hostname.replace(/^www\./, '');
  const message = `\`${handle}\` is a name on ${site}, and may be somebody else on a network; it is sent without its @`;
  text.findings.add('foreign-handle', at, message);
  return handles.reduce((left, name) => left.replace(name, name.slice(1)), words);
}
