import { bareDomains } from './bare-domains.ts';
import { BEFORE_URL, classesAt, classOf, DOMAIN, IN_NAME, PLAIN } from './char-classes.ts';
import { hasGoodLabels } from './domain-length.ts';
import { tldEnd } from './tld-match.ts';
import { isPlain, schemeLength } from './url-head.ts';
import { pathEnd, portEnd, queryEnd, shortLinkEnd } from './url-tail.ts';

const DOT = 46;
const HYPHEN = 45;
const SLASH = 47;
const UNDERSCORE = 95;

/** The longest URL; the scheme counts twice if present, else as `https://`. */
const URL_LIMIT = 4096;

/**
 * The URLs of a text as numbers, four each: start, end of the host, start of the rest, end. The URL is the text of both parts;
 * they are adjacent, except for a bare domain inside a longer one, where twitter-text leaves out the text between them.
 */
export type UrlSpans = readonly number[];

/** How many numbers of `UrlSpans` belong to one URL. */
export const SPAN = 4;

/** The URLs, and whether there was a top-level domain unknown to twitter-text. */
export type UrlScan = { readonly spans: UrlSpans; readonly sawNewer: boolean };

const NOTHING: UrlScan = { spans: [], sawNewer: false };

/**
 * Finds what X links in a text, in one pass, instead of twitter-text's regexp at every character. With `withNewer`, top-level
 * domains delegated after its list was frozen count too.
 */
export function scanUrls(text: string, withNewer: boolean): UrlScan {
  const dot = nameEnd(text, 0);
  return dot === -1 ? NOTHING : run(begin(text, withNewer), dot);
}

/** Returns the first dot from `from` that a top-level domain may follow; most dots end a sentence. */
function nameEnd(text: string, from: number): number {
  for (let dot = text.indexOf('.', from); dot !== -1; dot = text.indexOf('.', dot + 1)) {
    const next = text.charCodeAt(dot + 1);
    const second = text.charCodeAt(dot + 2) | 32;
    if (
      next > 127 ||
      ((next | 32) >= 97 && (next | 32) <= 122 && (second > 127 || (second >= 97 && second <= 122)))
    )
      return dot;
  }
  return -1;
}

/**
 * The state of one scan. It goes from dot to dot: at each one followed by a top-level domain, it walks back to the place where
 * the regexp would first have matched. It remembers what it learns about a chain of labels, so that no text is read more than a
 * few times however often a match inside it fails.
 */
type Scan = {
  readonly text: string;
  readonly withNewer: boolean;
  readonly spans: number[];
  sawNewer: boolean;
  /** Where the last match ended: the character before a URL may not precede it. */
  last: number;
  /** No match can start before it. */
  floor: number;
  /** The last chain of whole labels, and its last dot followed by a top-level domain, or -1. */
  chainFrom: number;
  chainEnd: number;
  chainDot: number;
  /** The last dot examined, and where the top-level domain after it ends. */
  tldDot: number;
  tldEnd: number;
  /** A range up to the current dot in which every character is `PLAIN`. */
  plainFrom: number;
  plainTo: number;
};

function begin(text: string, withNewer: boolean): Scan {
  return {
    text,
    withNewer,
    spans: [],
    sawNewer: false,
    last: 0,
    floor: 0,
    chainFrom: -1,
    chainEnd: -1,
    chainDot: -1,
    tldDot: -1,
    tldEnd: 0,
    plainFrom: 0,
    plainTo: 0,
  };
}

function run(scan: Scan, firstDot: number): UrlScan {
  let dot = firstDot;
  while (dot !== -1) {
    const next = isNameEnd(scan, dot) ? matchAround(scan, dot) : dot + 1;
    dot = nameEnd(scan.text, next);
  }
  return { spans: scan.spans, sawNewer: scan.sawNewer };
}

function isNameEnd(scan: Scan, dot: number): boolean {
  return dot > 0 && (classesAt(scan.text, dot - 1) & DOMAIN) !== 0 && hasTld(scan, dot);
}

function hasTld(scan: Scan, dot: number): boolean {
  const end = tldEnd(scan.text, dot + 1, scan.text.length);
  if (end < 0) scan.sawNewer = true;
  scan.tldDot = dot;
  scan.tldEnd = Math.abs(end);
  return end > 0 || (end < 0 && scan.withNewer);
}

/** Tries every start up to `dot`, the first dot from the floor at which a domain can end. Returns where to continue. */
function matchAround(scan: Scan, dot: number): number {
  const text = scan.text;
  const lowest = Math.max(scan.last, scan.floor);
  let first = dot;
  let lastLabel = -1;
  let underscore = -1;
  let classes = PLAIN;
  for (; first > lowest; first--) {
    const code = text.charCodeAt(first - 1);
    const found = classOf(code);
    if ((found & IN_NAME) === 0) break;
    classes &= found;
    if (lastLabel >= 0) continue;
    if (code === DOT) lastLabel = first;
    else if (code === UNDERSCORE && underscore < 0) underscore = first - 1;
  }
  scan.plainFrom = classes === PLAIN ? first : dot;
  scan.plainTo = dot;
  for (let label = first; label < dot; ) {
    const end = label >= lastLabel ? dot : text.indexOf('.', label);
    if (end > label && (classesAt(text, end - 1) & DOMAIN) !== 0) {
      const further = lastDotAfter(scan, end);
      // A top-level domain follows the last label of a domain, and contains no underscore.
      const after = further >= 0 ? -1 : end === dot ? underscore : end;
      const from = firstStart(scan, Math.max(label, after + 1), end, first);
      if (from >= 0) return take(scan, from, further < 0 ? end : further);
    }
    label = end + 1;
  }
  scan.floor = dot + 1;
  return dot + 1;
}

/** Returns the last dot after `dot` at which a domain of whole labels can end; -1 for none. */
function lastDotAfter(scan: Scan, dot: number): number {
  const from = dot + 1;
  // Usually the top-level domain ends the whole name, and with it the chain.
  if (dot === scan.tldDot && scan.tldEnd > 0 && (classesAt(scan.text, scan.tldEnd) & IN_NAME) === 0)
    return -1;
  if (from < scan.chainFrom || from > scan.chainEnd || scan.chainFrom < 0) readChain(scan, from);
  return scan.chainDot > dot ? scan.chainDot : -1;
}

function readChain(scan: Scan, from: number): void {
  const text = scan.text;
  scan.chainFrom = from;
  scan.chainDot = -1;
  let label = from;
  while ((classesAt(text, label) & DOMAIN) !== 0) {
    let end = label;
    let underscores = false;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === DOT || (classOf(code) & IN_NAME) === 0) break;
      if (code === UNDERSCORE) underscores = true;
    }
    if (text.charCodeAt(end) !== DOT || (classesAt(text, end - 1) & DOMAIN) === 0) break;
    if (!underscores && hasTld(scan, end)) scan.chainDot = end;
    label = end + 1;
  }
  scan.chainEnd = label;
}

/** Returns the first place from `label` up to `end` where a match can start; -1 for none. */
function firstStart(scan: Scan, label: number, end: number, first: number): number {
  const text = scan.text;
  for (let at = label; at < end; at++) {
    if ((classesAt(text, at) & DOMAIN) === 0) continue;
    if (at === 0 && scan.last === 0) {
      // At the very start the regexp first tries to consume a character before the URL, and only then none.
      const second = (classesAt(text, 0) & BEFORE_URL) !== 0 && end > 1;
      return second && (classesAt(text, 1) & DOMAIN) !== 0 ? 1 : 0;
    }
    if (at > scan.last && (classesAt(text, at - 1) & BEFORE_URL) !== 0) return at;
    if (at === first && schemeStart(scan, at) >= 0) return at;
  }
  return -1;
}

/** Returns where the scheme directly before a domain starts, if a URL may start there; else -1. */
function schemeStart(scan: Scan, domain: number): number {
  const length = schemeLength(scan.text, domain);
  if (length === 0) return -1;
  const start = domain - length;
  if (start === 0) return scan.last === 0 ? 0 : -1;
  return start > scan.last && (classesAt(scan.text, start - 1) & BEFORE_URL) !== 0 ? start : -1;
}

/** Accepts the match whose domain starts at `domain` and whose top-level domain follows `dot`. */
function take(scan: Scan, domain: number, dot: number): number {
  const text = scan.text;
  const scheme = schemeStart(scan, domain);
  const start = scheme >= 0 ? scheme : domain;
  const hostEnd = dot === scan.tldDot ? scan.tldEnd : Math.abs(tldEnd(text, dot + 1, text.length));
  const port = portEnd(text, hostEnd);
  const path = pathEnd(text, port);
  const end = queryEnd(text, path, text.length);
  const length = end - start + (scheme >= 0 ? domain - start : 'https://'.length);
  const plain = isPlain(text, domain, hostEnd, domain >= scan.plainFrom ? scan.plainTo : domain);
  if (length <= URL_LIMIT && (plain || isDomain(scan, domain, hostEnd))) {
    if (scheme >= 0) addWithScheme(scan, start, domain, end);
    else if (!followsNoBare(scan, start)) {
      const last = path > port ? end : -1;
      if (plain) addPlain(scan, domain, last < 0 ? hostEnd : last);
      else addBare(scan, domain, hostEnd, last);
    }
  }
  scan.last = end;
  scan.floor = end;
  return end;
}

/** Whether the character before a URL without a scheme prevents it: `-`, `_`, `.` or `/`. */
function followsNoBare(scan: Scan, start: number): boolean {
  if (start <= scan.last) return false;
  const before = scan.text.charCodeAt(start - 1);
  return before === HYPHEN || before === UNDERSCORE || before === DOT || before === SLASH;
}

function isDomain(scan: Scan, from: number, to: number): boolean {
  const encoded = scan.text.startsWith('xn--', from);
  if (encoded && bareDomains(scan.text, from, to, scan.withNewer).length === 0) return false;
  return hasGoodLabels(scan.text, from, to);
}

function addWithScheme(scan: Scan, start: number, domain: number, end: number): void {
  const last = shortLinkEnd(scan.text, domain, end);
  if (last >= 0) scan.spans.push(start, last, last, last);
}

/** Adds a bare domain of plain letters with its path and query. */
function addPlain(scan: Scan, from: number, to: number): void {
  scan.spans.push(from, to, to, to);
}

/** Adds a bare domain with other letters. `end` is where its path and query end; -1 without a path. */
function addBare(scan: Scan, from: number, to: number, end: number): void {
  const pairs = bareDomains(scan.text, from, to, scan.withNewer);
  const domain = scan.text.slice(from, to);
  // twitter-text searches for the name again by its text, and may find it earlier than where it matched.
  let found = 0;
  for (let pair = 0; pair < pairs.length; pair += 2) {
    const name = scan.text.slice(pairs[pair], pairs[pair + 1]);
    const start = domain.indexOf(name, found);
    found = start + name.length;
    scan.spans.push(from + start, from + found, from + found, from + found);
  }
  if (pairs.length > 0 && end >= 0) scan.spans.splice(-2, 2, to, end);
}
