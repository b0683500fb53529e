import { byteShownAs } from './windows-1252.ts';

/** UTF-8 that was decoded as Windows-1252: `â€”` for an em dash. */
export type Mojibake = {
  readonly start: number;
  readonly end: number;
  /** What the author wrote; `null` if a byte is lost, so that it is unknown. */
  readonly meant: string | null;
};

/** A sequence of bytes found in a text; `strong` if no correct text has these characters in this order. */
type Candidate = Mojibake & { readonly strong: boolean };

/**
 * Marks that may follow a letter in correct text: `CAFÉ »` (with a no-break space), `manhã…»`. A sequence that ends in only
 * these counts as mojibake only if the draft has stronger evidence.
 */
const FOLLOWS_A_LETTER = new Set('\u00a0»«“”‘’…–—›‹·');
/** Marks that may follow letters that start no common mojibake: `NESCAFÉ®`. */
const FOLLOWS_A_NAME = new Set('®©™°ªº¹²³¶§•');

/**
 * Lead bytes of two-byte UTF-8 by the letters that they begin, and whether one sequence alone is evidence. Others (U+0180 to
 * U+036F, Armenian, Hebrew and beyond) are ignored: their letters are rare, but É, Ñ or Ü before a sign is common.
 */
const TWO_BYTE_LEADS: Readonly<Record<number, 'alone' | 'in pairs'>> = {
  194: 'alone', // Â: no-break space, «, °, £
  195: 'alone', // Ã: é, à, ü and the other letters of Western Europe
  196: 'alone', // Ä: ć, ę, ğ
  197: 'alone', // Å: ł, ő, š
  206: 'in pairs', // Î: Greek
  207: 'in pairs', // Ï: Greek
  208: 'in pairs', // Ð: Cyrillic
  209: 'in pairs', // Ñ: Cyrillic
};

/** The first code point of the three-byte forms that count as mojibake; the scripts below are never confused with it. */
const LOWEST_THREE_BYTE = 0x900;

/** Finds all mojibake in a text, in order. Linear. */
export function findMojibake(text: string): Mojibake[] {
  const candidates: Candidate[] = [];
  const lead = /[\u00c2-\u00f4]/g;
  for (let match = lead.exec(text); match !== null; match = lead.exec(text)) {
    const found = sequenceAt(text, match.index);
    if (found === null) continue;
    candidates.push(found);
    lead.lastIndex = found.end;
  }
  const sure = candidates.some((candidate, index) => isSure(text, candidate, candidates[index + 1]));
  return sure ? candidates.map(({ start, end, meant }) => ({ start, end, meant })) : [];
}

/** Two Greek or Cyrillic letters in a row are certain; a single one may be a coincidence. */
function isSure(text: string, candidate: Candidate, next: Candidate | undefined): boolean {
  if (TWO_BYTE_LEADS[text.charCodeAt(candidate.start)] !== 'in pairs') return candidate.strong;
  return next?.start === candidate.end && (candidate.strong || next.strong);
}

function sequenceAt(text: string, start: number): Candidate | null {
  const lead = text.charCodeAt(start);
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (length === 2 && TWO_BYTE_LEADS[lead] === undefined) return null;
  let code = lead & (0xff >> (length + 1));
  let strong = false;
  for (let index = 1; index < length; index++) {
    const character = text.charAt(start + index);
    const byte = byteShownAs(character);
    if (byte < 0x80 || byte > 0xbf) return brokenSequence(text, start, start + index);
    code = (code << 6) | (byte & 0x3f);
    const common = FOLLOWS_A_LETTER.has(character) || (lead > 0xc3 && FOLLOWS_A_NAME.has(character));
    if (!common) strong = true;
  }
  if (length === 3 && (code < LOWEST_THREE_BYTE || (code >= 0xd800 && code <= 0xdfff))) return null;
  if (length === 4 && (code < 0x10000 || code > 0x10ffff)) return null;
  return { start, end: start + length, meant: String.fromCodePoint(code), strong };
}

/**
 * A truncated sequence: its undefined bytes were dropped, or became U+FFFD. Only two beginnings are unambiguous: `â€`, the
 * block of dashes and quotation marks, and `ðŸ`, the emoji. Of the former only the closing quotation mark is common, so it is
 * assumed if an opening one precedes it in its line.
 */
function brokenSequence(text: string, start: number, broken: number): Candidate | null {
  const opening = text.slice(start, start + 2);
  if ((opening !== 'â€' && opening !== 'ðŸ') || broken < start + 2) return null;
  const end = text.charAt(broken) === '\ufffd' ? broken + 1 : broken;
  return { start, end, meant: opening === 'â€' && isQuoteOpen(text, start) ? '”' : null, strong: true };
}

/** How far back in its line to look for the opening quotation mark of a closing one; quoted sentences are shorter. */
const QUOTED_LENGTH = 500;

function isQuoteOpen(text: string, before: number): boolean {
  const from = Math.max(text.lastIndexOf('\n', before) + 1, before - QUOTED_LENGTH);
  const line = text.slice(from, before);
  const opened = Math.max(line.lastIndexOf('â€œ'), line.lastIndexOf('“'));
  if (opened === -1) return false;
  const quoted = line.slice(opened + (line.charAt(opened) === '“' ? 1 : 3));
  if (quoted.includes('”')) return false;
  for (let at = quoted.indexOf('â€'); at !== -1; at = quoted.indexOf('â€', at + 2)) {
    const third = byteShownAs(quoted.charAt(at + 2));
    if (third === 0x9d || third < 0x80 || third > 0xbf) return false;
  }
  return true;
}
