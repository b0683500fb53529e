import type { Piece } from './block-layout.ts';
import { HOLE } from './hole.ts';
import { insideOfPair, isAlone, note, partingPiece, type TokenCase, textPiece, whole } from './token-case.ts';

/** Tags that repeat what is between them. */
const LOOP = /^(?:for|foreach|each|asynceach|asyncall|tablerow|range)$/;

/**
 * Drops a loop over the blog’s data, whose pattern is no text: `{% for one in posts %}- {{ one.title }}{% endfor %}`. Returns
 * `undefined` for a loop that prints nothing of its variable.
 */
export function loopPiece(here: TokenCase): Piece | undefined {
  const { token, pair, source, options } = here;
  if (options.purpose !== 'thread' || pair?.open !== token || !LOOP.test(token.name)) return undefined;
  const variables = /^[\w, ]{1,100}?(?=\s+in\b)/.exec(token.text)?.[0].split(/[\s,]+/) ?? [];
  const inside = insideOfPair(here);
  const printed = [...inside.matchAll(/\{[{%][^{}]{0,500}/g)].flatMap(([tag]) => tag.match(/\w+/g) ?? []);
  if (!printed.some((name) => variables.includes(name))) return undefined;
  const { start, end } = whole(here);
  const span = { ...token, end };
  if (isAlone(source, start, end)) {
    note(
      here,
      'not-text-dropped',
      'repeats a pattern, and only the blog knows how often and with which words; it is left out. Write its lines, or link to the page',
    );
    return partingPiece(span);
  }
  note(here, 'template-value', 'repeats a pattern, and only the blog knows its words; write them');
  return textPiece(span, HOLE);
}
