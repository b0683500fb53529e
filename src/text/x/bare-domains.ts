import { BARE, classesAt } from './char-classes.ts';
import { tldEnd } from './tld-match.ts';

const DOT = 46;

/**
 * Finds the domains that are linked without a scheme in a text that looks like a domain: those of Latin letters, digits and
 * hyphens. Returns flat pairs of start and end, in order.
 *
 *     日本語example.com        two_words.example.com
 *     from^  ^3        ^to   from^     ^4           ^to
 */
export function bareDomains(text: string, from: number, to: number, withNewer: boolean): number[] {
  const found: number[] = [];
  let at = from;
  while (at < to) {
    const { next, end } = chainFrom(text, at, to, withNewer);
    if (end > 0) found.push(at, end);
    at = end > 0 ? end : next;
  }
  return found;
}

/**
 * Follows labels and their dots from `at`. `end`: where the last top-level domain ends, 0 for none; `next`: the first place
 * from which another chain can start, if this one has no end.
 */
function chainFrom(text: string, at: number, to: number, withNewer: boolean): { next: number; end: number } {
  let end = 0;
  let start = at;
  for (;;) {
    let dot = start;
    while (dot < to && (classesAt(text, dot) & BARE) !== 0) dot++;
    if (dot === start) return { next: start === at ? start + 1 : start, end };
    if (dot >= to || text.charCodeAt(dot) !== DOT) return { next: dot, end };
    const tld = tldEnd(text, dot + 1, to);
    if (tld > 0 || (withNewer && tld < 0)) end = Math.abs(tld);
    start = dot + 1;
  }
}
