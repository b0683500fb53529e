import { pointAt } from '../code-point.ts';
import { hashtagClass } from './hashtag-chars.ts';
import { xLinks } from './links.ts';

/** A hashtag: `start` is at its sign, `tag` excludes it. Offsets are UTF-16, `end` exclusive. */
export type XHashtag = { readonly start: number; readonly end: number; readonly tag: string };

/** Finds the hashtags of a text, in order, as twitter-text does: none inside a URL. Linear. */
export function xHashtags(text: string): XHashtag[] {
  if (!/[#＃]/.test(text)) return [];
  const tags = tagsOf(text);
  return tags.length === 0 ? tags : outsideLinks(tags, xLinks(text));
}

function tagsOf(text: string): XHashtag[] {
  const tags: XHashtag[] = [];
  let last = 0;
  for (let at = nextSign(text, 0); at < text.length; at = nextSign(text, Math.max(at + 1, last))) {
    if (!mayStandBefore(text, at, last)) continue;
    const after = text.charCodeAt(at + 1);
    if (after === 0xfe0f || after === 0x20e3) continue;
    const { end, hasLetter } = run(text, at + 1);
    if (!hasLetter) continue;
    last = end;
    if (!isSign(text.charCodeAt(end)) && !text.startsWith('://', end))
      tags.push({ start: at, end, tag: text.slice(at + 1, end) });
  }
  return tags;
}

/** Returns where the characters of a hashtag end, and whether one of them is a letter: `#42` is not a hashtag. */
function run(text: string, from: number): { end: number; hasLetter: boolean } {
  let end = from;
  let hasLetter = false;
  for (;;) {
    const point = pointAt(text, end);
    const found = hashtagClass(point);
    if (found === 0) return { end, hasLetter };
    if (found === 1) hasLetter = true;
    end += point > 0xffff ? 2 : 1;
  }
}

/** Whether the character before the sign allows a hashtag to start; it may not belong to the previous match. */
function mayStandBefore(text: string, sign: number, last: number): boolean {
  if (sign === 0) return true;
  if (sign === last) return false;
  const before = text.charCodeAt(sign - 1);
  if (before === 0xfe0e || before === 0xfe0f) return true;
  if (before === 38) return false;
  if (before < 0xd800 || before > 0xdfff) return hashtagClass(before) === 0;
  if (sign - 2 < last) return false;
  const point = pointAt(text, sign - 2);
  return point > 0xffff && hashtagClass(point) === 0;
}

function isSign(code: number): boolean {
  return code === 0x23 || code === 0xff03;
}

function nextSign(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isSign(text.charCodeAt(at))) at++;
  return at;
}

/** Of overlapping matches, keeps the one that starts first. */
function outsideLinks(
  tags: readonly XHashtag[],
  links: readonly { readonly start: number; readonly end: number }[],
): XHashtag[] {
  const kept: XHashtag[] = [];
  let link = 0;
  let end = 0;
  for (const tag of tags) {
    for (let next = links[link]; next !== undefined && next.start < tag.start; next = links[++link])
      if (next.start >= end) end = next.end;
    if (tag.start < end) continue;
    kept.push(tag);
    end = tag.end;
  }
  return kept;
}
