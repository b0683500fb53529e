import { classesAt, PATH, PATH_END, QUERY, QUERY_END } from './char-classes.ts';

const SLASH = 47;
const QUESTION = 63;
const COLON = 58;
const OPEN = 40;
const CLOSE = 41;

/** Returns where a port that starts at the colon `at` ends; `at` if there is none. */
export function portEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== COLON) return at;
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  return end > at + 1 ? end : at;
}

/**
 * Returns where a path that starts at the slash `at` ends; `at` if there is none. It extends over its characters and balanced
 * parentheses, without trailing punctuation.
 *
 *     /wiki/Plough_(tool), and
 *     at^                ^20
 */
export function pathEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== SLASH) return at;
  let end = at + 1;
  let here = at + 1;
  for (;;) {
    const classes = classesAt(text, here);
    if ((classes & PATH) !== 0) {
      here++;
      if ((classes & PATH_END) !== 0) end = here;
      continue;
    }
    const closed = text.charCodeAt(here) === OPEN ? parenthesesEnd(text, here) : -1;
    if (closed < 0) return end;
    here = closed;
    end = closed;
  }
}

/** Returns where the parentheses that open at `at` end, with at most one pair inside; -1 if they don't balance. */
function parenthesesEnd(text: string, at: number): number {
  const inner = pathRun(text, at + 1);
  if (text.charCodeAt(inner) === CLOSE) return inner > at + 1 ? inner + 1 : -1;
  if (text.charCodeAt(inner) !== OPEN) return -1;
  const close = pathRun(text, inner + 1);
  if (close === inner + 1 || text.charCodeAt(close) !== CLOSE) return -1;
  const outer = pathRun(text, close + 1);
  return text.charCodeAt(outer) === CLOSE ? outer + 1 : -1;
}

function pathRun(text: string, at: number): number {
  let end = at;
  while ((classesAt(text, end) & PATH) !== 0) end++;
  return end;
}

/** Returns where a query that starts at the question mark `at` ends, at most at `limit`; `at` if there is none. */
export function queryEnd(text: string, at: number, limit: number): number {
  if (at >= limit || text.charCodeAt(at) !== QUESTION) return at;
  let end = at;
  for (let here = at + 1; here < limit; here++) {
    const classes = classesAt(text, here);
    if ((classes & QUERY) === 0) break;
    if ((classes & QUERY_END) !== 0) end = here + 1;
  }
  return end;
}

/** The longest slug of X's own short links; twitter-text does not link a longer one. */
const SLUG_LIMIT = 40;

/**
 * Returns where a link with its domain at `domain` really ends: X's own short links end after their slug and query. -1 if the
 * slug is too long.
 */
export function shortLinkEnd(text: string, domain: number, end: number): number {
  if (text.charCodeAt(domain + 4) !== SLASH || text.slice(domain, domain + 4).toLowerCase() !== 't.co')
    return end;
  const slug = domain + 5;
  let here = slug;
  while (here < end && isAlphanumeric(text.charCodeAt(here))) here++;
  if (here === slug) return end;
  return here - slug > SLUG_LIMIT ? -1 : queryEnd(text, here, end);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isAlphanumeric(code: number): boolean {
  const lower = code | 32;
  return isDigit(code) || (lower >= 97 && lower <= 122);
}
