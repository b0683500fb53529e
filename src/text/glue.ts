import { isLeadingAbbreviation } from './abbreviations.ts';
import { isWordEdge } from './word-edge.ts';

/** Units that stay with their number, in lower case; currency signs and `%` are told by their look. */
const UNITS = new Set(
  `% ‰ ° °c °f c f k m cm mm km µm nm in ft yd mi mph km/h g kg mg µg t lb lbs oz l ml cl s sec secs ms µs us ns min mins h hr hrs
  hour hours minute minutes second seconds day days week weeks month months year years am pm a.m p.m
  b kb mb gb tb pb kib mib gib tib kbit mbit gbit kbps mbps gbps bit bits byte bytes hz khz mhz ghz w kw mw gw wh kwh mwh v mv a ma
  px pt em rem dpi fps rpm ppm tokens token params parameters layers x × percent pct bps usd eur gbp dollars euros cents
  thousand million millions billion billions trillion k m bn people users posts pages lines files books papers times
  mio mrd uhr euro prozent jahre jahren tage tagen stunden minuten sekunden`.split(/\s+/),
);

/** Words that a number completes: `Figure 3`, `step 2`, `version 1.4`, `Feb 3`. Lower case, without a stop. */
const NUMBERED = new Set(
  `figure table section chapter part step page line item rule row column version appendix equation theorem lemma note
  volume issue episode season day week level layer phase round lesson exercise question answer example
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec kapitel abschnitt seite abbildung tabelle teil version
  chapitre page figure capítulo página`.split(/\s+/),
);

/** Months after an ordinal: `28. Februar`, `28. 2.` is not one. */
const MONTHS = new Set(
  'januar februar märz april mai juni juli august september oktober november dezember jan feb mär apr jun jul aug sep okt nov dez'.split(
    ' ',
  ),
);

const CURRENCY = '$€£¥₹₩₽';
/** Marks that French and others set apart by a space, and that no line may begin with. */
const NEVER_FIRST = '!?:;,.»›)]}%…”’、。，．！？；：」』】）》〉';
const NEVER_LAST = '«‹([{“‘「『【（《〈';

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/**
 * True where the white space from `end` to `next` holds together what must not be cut: a number and its unit, an
 * abbreviation and its name, a mark and its word, a label and its URL.
 *
 *     about 12 km away [3]
 *             ^       ^       both are glued
 */
export function isGlued(text: string, end: number, next: number): boolean {
  const before = text.charCodeAt(end - 1);
  const after = text.charCodeAt(next);
  const afterChar = text.charAt(next);
  const beforeChar = text.charAt(end - 1);
  if (after === 91 /* [ */ && /^\[\^?[\w-]{1,6}\]/.test(text.slice(next, next + 9))) return true;
  if (isDigit(before)) {
    if (isDigit(after)) return isGroup(text, end, next);
    return UNITS.has(unitAt(text, next)) && /^\D?[\d.,]+$/.test(wordBefore(text, end));
  }
  if (CURRENCY.includes(beforeChar) && isDigit(after)) return true;
  if (beforeChar === '.') {
    const word = wordBefore(text, end - 1);
    if (/^\d{1,2}$/.test(word) && MONTHS.has(unitAt(text, next))) return true;
    if (/^\p{Lu}$/u.test(word) && word !== 'I') return true;
    if (isLeadingAbbreviation(word, afterChar)) return true;
    return isMarker(text, end, word);
  }
  if (beforeChar === ')' && /(?:^|\s)\(\w{1,2}\)$/.test(text.slice(Math.max(0, end - 5), end))) return true;
  if ((afterChar === '—' || afterChar === '–' || afterChar === '―') && '"”»’\''.includes(beforeChar))
    return true;
  if (beforeChar === '#' || beforeChar === '№' || beforeChar === '§' || beforeChar === '¶')
    return isDigit(after);
  if (isDigit(after))
    return NUMBERED.has(wordBefore(text, end).toLowerCase()) || /^(?:v|ver|no)$/i.test(wordBefore(text, end));
  return isBullet(text, end);
}

/**
 * True where the white space from `end` to `next` is better left whole, though less than a pair is parted by a cut
 * there: before a mark that no line begins with (`quoi !`), after one that none ends with, and between a label and its
 * URL (`Paper: https://…`).
 */
export function isAttached(text: string, end: number, next: number): boolean {
  if (NEVER_FIRST.includes(text.charAt(next)) && !startsWord(text, next)) return true;
  if (NEVER_LAST.includes(text.charAt(end - 1))) return true;
  return text.charAt(end - 1) === ':' && /^(?:https?:\/\/|www\.)/i.test(text.slice(next, next + 8));
}

/** `.5`, `...`-opened words and `:)` are words of their own; a lone `!` or `»` is not. */
function startsWord(text: string, at: number): boolean {
  const following = text.charAt(at + 1);
  return (
    following !== '' && !/\s/.test(following) && !NEVER_FIRST.includes(following) && text.charAt(at) !== '%'
  );
}

/** `10 000 000`: digits in groups of three. */
function isGroup(text: string, end: number, next: number): boolean {
  return (
    /\d{3}(?!\d)/.test(text.slice(next, next + 4)) &&
    /(?<!\d)\d{1,3}$/.test(text.slice(Math.max(0, end - 4), end))
  );
}

function unitAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && end - at < 12 && !/[\s,;:!?)\]"”]/.test(text.charAt(end))) end += 1;
  return text.slice(at, end).replace(/\.+$/, '').toLowerCase();
}

function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 16 && !isWordEdge(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

/** `3.` or `b.` at the start of a line belongs to its item. */
function isMarker(text: string, end: number, word: string): boolean {
  const start = end - 1 - word.length;
  return /^(?:\d{1,3}|[a-z])$/i.test(word) && (start === 0 || text.charAt(start - 1) === '\n');
}

/** `>`, `-`, `•` or `→` alone at the start of a line belongs to its item. */
function isBullet(text: string, end: number): boolean {
  if (!'>-–*•→‣▪◦+✓✔'.includes(text.charAt(end - 1))) return false;
  let start = end - 1;
  while (start > 0 && text.charAt(start - 1) === ' ') start -= 1;
  return start === 0 || text.charAt(start - 1) === '\n';
}
