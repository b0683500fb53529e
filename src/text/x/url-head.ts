import { classOf, PLAIN } from './char-classes.ts';
import { LABEL_LIMIT } from './domain-length.ts';

const SLASH = 47;
const COLON = 58;

/** Returns the length of the scheme that ends at `end`, `http://` or `https://` in any case; 0 for none. */
export function schemeLength(text: string, end: number): number {
  if (end < 7 || text.charCodeAt(end - 1) !== SLASH || text.charCodeAt(end - 2) !== SLASH) return 0;
  if (text.charCodeAt(end - 3) !== COLON) return 0;
  const secure = isLetter(text, end - 4, 115);
  const start = end - (secure ? 8 : 7);
  const is =
    start >= 0 &&
    isLetter(text, start, 104) &&
    isLetter(text, start + 1, 116) &&
    isLetter(text, start + 2, 116) &&
    isLetter(text, start + 3, 112);
  return is ? end - start : 0;
}

/** Whether an ASCII letter, given in lower case, is at `at` in either case. */
function isLetter(text: string, at: number, lower: number): boolean {
  return (text.charCodeAt(at) | 32) === lower;
}

/**
 * Whether a domain is short and plain enough to skip further checks: ASCII letters, digits, hyphens and dots. What precedes
 * `known` was already checked.
 */
export function isPlain(text: string, from: number, to: number, known: number): boolean {
  if (to - from > LABEL_LIMIT || (text.charCodeAt(from) === 120 && text.startsWith('xn--', from)))
    return false;
  for (let at = known; at < to; at++) if ((classOf(text.charCodeAt(at)) & PLAIN) === 0) return false;
  return true;
}
