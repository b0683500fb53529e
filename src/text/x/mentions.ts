/** A mention: `start` is at its sign, `name` excludes it. Offsets are UTF-16, `end` exclusive. */
export type XMention = { readonly start: number; readonly end: number; readonly name: string };

const NAME = /[a-zA-Z0-9_]{1,20}/y;
const LIST = /\/[a-zA-Z][a-zA-Z0-9_-]{0,24}/y;
/** What follows a mention and makes it an address or a URL instead. */
const UNDONE_BY =
  /[\u0300-\u036f@＠\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b\u02bb\u1e00-\u1eff]|:\/\//y;

/**
 * Finds the accounts that a text mentions, in order, as twitter-text does: without names of lists (`@user/list`), but with
 * mentions inside a URL's path. Linear.
 */
export function xMentions(text: string): XMention[] {
  const mentions: XMention[] = [];
  let last = 0;
  for (let at = nextSign(text, 0); at < text.length; at = nextSign(text, Math.max(at + 1, last))) {
    if (!mayStandBefore(text, at, last)) continue;
    const nameEnd = endOf(NAME, text, at + 1);
    if (nameEnd < 0) continue;
    const listEnd = endOf(LIST, text, nameEnd);
    last = Math.max(nameEnd, listEnd);
    if (listEnd < 0 && endOf(UNDONE_BY, text, nameEnd) < 0)
      mentions.push({ start: at, end: nameEnd, name: text.slice(at + 1, nameEnd) });
  }
  return mentions;
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * Whether a sign may start a mention: after anything that is not part of a word, or after `RT`, and not inside the previous
 * match.
 */
function mayStandBefore(text: string, sign: number, last: number): boolean {
  if (sign === 0) return true;
  if (sign === last) return false;
  if (!/[a-zA-Z0-9_!#$%&*@＠]/.test(text.charAt(sign - 1))) return true;
  if (sign < 2 || !/rt/i.test(text.slice(sign - 2, sign))) return false;
  const retweet = sign - 2;
  if (retweet === 0) return last === 0;
  return retweet > last && !/[a-zA-Z0-9_+~.-]/.test(text.charAt(retweet - 1));
}

function nextSign(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 0x40 && text.charCodeAt(at) !== 0xff20) at++;
  return at;
}
