/** Tags of a page's head with which a body begins, each on a line of its own. */
const HEAD = /^(?:\s*<meta\s[^<>]*>[ \t]*(?:\r?\n|$))+/i;
const TAG = /<meta\s[^<>]*>/gi;
const DESCRIBES = /\s(?:name|property)=["']?(?:(?:twitter|og):)?description["'\s/>]/i;
const CONTENT = /\scontent=(?:"([^"]*)"|'([^']*)')/i;

/**
 * Returns the description for cards that an author wrote as tags above the text; `undefined` if there is none. Tags further down
 * may be what a post is about.
 *
 *     <meta name="twitter:description" content="A lid for every lamp.">
 */
export function cardDescription(body: string): string | undefined {
  const [head = ''] = HEAD.exec(body) ?? [];
  const tag = head.match(TAG)?.find((one) => DESCRIBES.test(one));
  const [, double, single] = CONTENT.exec(tag ?? '') ?? [];
  const written = (double ?? single ?? '').trim();
  return written === '' ? undefined : written;
}
