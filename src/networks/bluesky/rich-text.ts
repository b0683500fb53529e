import { graphemeCount, utf8Length } from '../../text/graphemes.ts';
import { xLinks } from '../../text/x/links.ts';
import type { FacetTarget } from '../../threads/facets.ts';

/** The longest hashtag: lexicon `app.bsky.richtext.facet#tag`. */
const TAG_LIMIT = { graphemes: 64, bytes: 640 } as const;

/** A hashtag ends at white space or zero-width characters. */
const TAG_RUN = /(?:(?!\u20e2)[^\s\u00ad\u2060\u200a-\u200d])*/uy;
const TAG_SIGN = /(?<=^|\s)[#＃](?!\ufe0f)/gu;
const HANDLE_RUN = /[a-zA-Z0-9.-]+/y;
const MENTION_SIGN = /(?<=^|\s|\()@/g;

/** A handle: labels of a domain name (https://atproto.com/specs/handle). */
const HANDLE = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

function runAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Drops trailing punctuation. Scans from the end, so that a long row of signs takes linear time. */
function withoutPunctuation(text: string): string {
  const points = Array.from(text);
  let end = points.length;
  while (end > 0 && /^\p{P}$/u.test(points[end - 1] ?? '')) end -= 1;
  return points.slice(0, end).join('');
}

function tagsOf(text: string): FacetTarget[] {
  return [...text.matchAll(TAG_SIGN)].flatMap(({ index }) => {
    const run = runAt(TAG_RUN, text, index + 1);
    // `#42` and `#...` are not hashtags.
    if (!/[^\d\s\p{P}]/u.test(run)) return [];
    const tag = withoutPunctuation(run);
    const fits =
      tag !== '' && utf8Length(tag) <= TAG_LIMIT.bytes && graphemeCount(tag) <= TAG_LIMIT.graphemes;
    return fits ? [{ start: index, end: index + 1 + tag.length, tag }] : [];
  });
}

/** Whether a name ends in a real top-level domain, or `.test`: `@ana` and `@v1.2` are not handles. */
function isHandle(name: string): boolean {
  if (name.length > 253 || !HANDLE.test(name)) return false;
  if (name.toLowerCase().endsWith('.test')) return true;
  const link = xLinks(name)[0];
  return link?.start === 0 && link.end === name.length;
}

function mentionsOf(text: string): FacetTarget[] {
  return [...text.matchAll(MENTION_SIGN)].flatMap(({ index }) => {
    const mention = runAt(HANDLE_RUN, text, index + 1).replace(/[.-]{1,8}$/, '');
    return isHandle(mention) ? [{ start: index, end: index + 1 + mention.length, mention }] : [];
  });
}

/**
 * Finds the hashtags and handles of a text as the official library does (`detectFacets` of `@atproto/api`), but not its
 * cashtags, because `$HOME` in a text about shells is not one. Resolving shows later whether a handle exists.
 */
export function tagsAndMentions(text: string): FacetTarget[] {
  let end = 0;
  return [...tagsOf(text), ...mentionsOf(text)]
    .sort((a, b) => a.start - b.start)
    .filter((target) => {
      // The library reads `#(@ada.test` as a hashtag with a mention inside; facets must not overlap.
      if (target.start < end) return false;
      end = target.end;
      return true;
    });
}
