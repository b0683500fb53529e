import type { Line } from './lines.ts';

/** The shortest `>` line, in characters, that an editor can have wrapped. */
const WRAPPED = 50;
/** A link's target does not count: `](https://…)`. */
const TARGET = /\]\([^\s)]*\)/g;

/**
 * Whether a line without `>` goes on with the sentence of the `>` line above it, which an editor wrapped (CommonMark’s lazy
 * continuation). Taken for the author’s own words, it would tear the quotation:
 *
 *     > The float sank twice in the storm of May, and nobody
 *     saw it for a week.
 */
export function goesOnLazily(above: Line | undefined, below: Line | undefined): boolean {
  if (above?.kind !== 'quote' || below?.kind !== 'text' || !/^\p{Ll}/u.test(below.text)) return false;
  const words = above.text.replace(TARGET, ']').trimEnd();
  return words.length >= WRAPPED && !/[.!?:;…"”’)\]]$/.test(words);
}
