import { pointAt } from '../code-point.ts';
import { eachRange } from '../code-ranges.ts';
import { once } from '../lazy.ts';
import { nfc } from '../nfc.ts';
import { clearEmojiStarts, emojiEnd } from './emoji.ts';
import { SPAN, scanUrls, type UrlSpans } from './url-scan.ts';

/** The weight of every URL, whatever its length (twitter-text configuration 3, `transformedURLLength`). */
export const X_URL_WEIGHT = 23;

/** The code units that weigh 1 (twitter-text configuration 3, `ranges`); everything else weighs 2. */
const LIGHT = '0-10ff 2000-200d 2010-201f 2032-2037';

/** A regexp finds it several times faster than a loop. */
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** From here on, everything that can start an emoji weighs 2 alone; below (digits, `#`, `*`, `©`, `®`) it weighs 1. */
const FIRST_HEAVY = 0x1100;

/** The weight of a code unit alone; 0 for one that must be examined together with what follows. */
const weightTable = once(() => {
  const weights = new Uint8Array(0x10000).fill(2);
  eachRange(LIGHT, (from, to) => weights.fill(1, from, to + 1));
  clearEmojiStarts(weights);
  return weights.fill(0, 0xd800, 0xdc00);
});

/**
 * Computes the weighted length of a text on X, by the rules of twitter-text 3.1.0: NFC first; every URL 23, bare domains
 * included; every emoji 2; Latin and similar 1; anything else 2. Equals `parseTweet(text).weightedLength` for any string,
 * except if a top-level domain is newer than that package, when the link weighs 23 or its own characters, whichever is more, so
 * that a post fits with either list; and except where the package throws. Linear in the length of the text. Source:
 * https://docs.x.com/fundamentals/counting-characters
 */
export function xWeight(text: string): number {
  if (BEYOND_ASCII.test(text)) return weigh(nfc(text), undefined);
  const { spans, sawNewer } = scanUrls(text, false);
  if (sawNewer) return weigh(text, undefined);
  let total = text.length;
  for (let at = 0; at < spans.length; at += SPAN) total += X_URL_WEIGHT - urlLength(spans, at);
  return total;
}

/**
 * Running totals of `xWeight` over a text in NFC, one entry more than it has UTF-16 units: `totals[k] - totals[j]` is the
 * weight of `text.slice(j, k)`, if neither `j` nor `k` is inside an atom: a URL, an emoji, a surrogate pair, or a word such as
 * `@example.com` of which a part alone would be linked. An atom counts completely at its first unit. The last entry is
 * `xWeight(text)`. Linear.
 */
export function xTotals(text: string): Uint32Array {
  const totals = new Uint32Array(text.length + 1);
  weigh(text, totals);
  return totals;
}

function weigh(text: string, totals: Uint32Array | undefined): number {
  const { spans, sawNewer } = scanUrls(text, false);
  if (!sawNewer) return weighStretch(text, { from: 0, to: text.length, spans, first: 0, before: 0, totals });
  return weighBoth(text, spans, scanUrls(text, true).spans, totals);
}

/**
 * If the two lists of top-level domains find different URLs, a cluster of overlapping ones gets the larger weight of the two.
 */
function weighBoth(text: string, known: UrlSpans, all: UrlSpans, totals: Uint32Array | undefined): number {
  let total = 0;
  let at = 0;
  let i = 0;
  let j = 0;
  while (i < known.length || j < all.length) {
    const start = Math.min(known[i] ?? text.length, all[j] ?? text.length);
    const [firstKnown, firstAll] = [i, j];
    let end = start;
    for (let grown = true; grown; ) {
      grown = false;
      for (; i < known.length && (known[i] ?? 0) < Math.max(end, start + 1); i += SPAN, grown = true)
        end = Math.max(end, known[i + 3] ?? 0);
      for (; j < all.length && (all[j] ?? 0) < Math.max(end, start + 1); j += SPAN, grown = true)
        end = Math.max(end, all[j + 3] ?? 0);
    }
    total = weighStretch(text, { from: at, to: start, spans: [], first: 0, before: total, totals });
    const cluster = { from: start, to: end, before: 0, totals: undefined };
    total += Math.max(
      weighStretch(text, { ...cluster, spans: known, first: firstKnown }),
      weighStretch(text, { ...cluster, spans: all, first: firstAll }),
    );
    totals?.fill(total, start + 1, end + 1);
    at = end;
  }
  return weighStretch(text, { from: at, to: text.length, spans: [], first: 0, before: total, totals });
}

/** A part of a text: its URLs are those of `spans` from entry `first`, and `before` is the weight of what precedes it. */
type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly spans: UrlSpans;
  readonly first: number;
  readonly before: number;
  readonly totals: Uint32Array | undefined;
};

/** Adds the weight of `text.slice(from, to)` to `before`. */
function weighStretch(text: string, { from, to, spans, first, before, totals }: Stretch): number {
  const weights = weightTable();
  let total = before;
  let span = first;
  let url = spans[span] ?? to;
  let plainUntil = from;
  let at = from;
  while (at < to) {
    // Most of any text: units that weigh something alone.
    const plainTo = Math.min(url, to);
    for (; at < plainTo; at += 1) {
      const weight = weights[text.charCodeAt(at)] ?? 2;
      if (weight === 0) break;
      total += weight;
      if (totals !== undefined) totals[at + 1] = total;
    }
    if (at >= to) break;
    const start = at;
    if (at >= url) {
      total += X_URL_WEIGHT;
      at += urlLength(spans, span);
      if (spans[span + 1] !== spans[span + 2]) plainUntil = emojiBoundary(text, start, at);
      span += SPAN;
      url = spans[span] ?? to;
    } else {
      at = start < plainUntil ? codePointEnd(text, start) : emojiEnd(text, start);
      total += at > start + 1 || text.charCodeAt(start) >= FIRST_HEAVY ? 2 : 1;
    }
    totals?.fill(total, start + 1, Math.min(at, to) + 1);
  }
  return total;
}

/** Counts the code units of the text that belong to a URL. */
function urlLength(spans: UrlSpans, at: number): number {
  return (spans[at + 1] ?? 0) - (spans[at] ?? 0) + (spans[at + 3] ?? 0) - (spans[at + 2] ?? 0);
}

/**
 * Returns the end of the emoji that contains `inside`, reading from `at`. twitter-text finds emoji first and then skips a URL's
 * length, so if that ends within an emoji, the rest of it counts by its code points.
 */
function emojiBoundary(text: string, at: number, inside: number): number {
  let end = at;
  while (end < inside) end = emojiEnd(text, end);
  return end;
}

function codePointEnd(text: string, at: number): number {
  return at + (pointAt(text, at) > 0xffff ? 2 : 1);
}
