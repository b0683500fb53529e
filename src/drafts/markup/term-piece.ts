import type { Piece } from './block-layout.ts';
import type { TokenCase } from './token-case.ts';

/** What stands between a term and its meaning: the end of one element, and the start of the other. */
const MEANING = /^\s*<dd(?:\s[^<>]*)?>[^\S\n]*/i;

/** How far below a term its first meaning may end, in UTF-16 units. */
const LONGEST_MEANING = 2000;

/** The sign behind a term that has none. */
export const behindTerm = (term: string): string => (/[:?!：]\s*$/.test(term) ? ' ' : ': ');

/**
 * Makes the piece between a term and its meaning, `<dt>Gate</dt><dd>It shuts.</dd>`: both are one line, as `Gate` above `: It shuts.`
 * is. Undefined for any other tag.
 */
export function termPiece({ token, pair, source }: TokenCase): Piece | undefined {
  if (token.name !== 'dt' || pair?.close !== token) return undefined;
  const meaning = MEANING.exec(source.slice(token.end, token.end + 500))?.[0];
  if (meaning === undefined) return undefined;
  // Several meanings are lines of their own.
  const below = source.slice(token.end + meaning.length, token.end + LONGEST_MEANING);
  const end = below.search(/<\/dd\s*>/i);
  if (end >= 0 && /^<\/dd\s*>\s*<dd\b/i.test(below.slice(end, end + 200))) return undefined;
  const term = source.slice(pair.open.end, token.start);
  const start = pair.open.end + term.trimEnd().length;
  return { start, end: token.end + meaning.length, as: { is: 'text', text: behindTerm(term) } };
}
