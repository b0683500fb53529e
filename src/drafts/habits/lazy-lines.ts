import type { DraftForm } from './draft-form.ts';
import type { Line } from './lines.ts';

/** The shortest `>` line, in characters, that an editor can have wrapped. */
const WRAPPED = 50;
/** A link's target does not count: `](https://…)`. */
const TARGET = /\]\([^\s)]*\)/g;

/** `— Name` below somebody’s words. */
const NAMES = /^(?:[—–―]|--)\s?\p{L}/u;

/**
 * Whether a line without `>` is part of the quotation above it (CommonMark’s lazy continuation): verse, whose lines end in a
 * comma or a hard break, a name, or a sentence that an editor wrapped. Taken for the author’s own words, it would tear the
 * quotation:
 *
 *     > The float sank twice in the storm of May, and nobody
 *     saw it for a week.
 *
 * In a blog every such line is, because its page shows it there.
 */
export function goesOnLazily(
  above: Line | undefined,
  below: Line | undefined,
  { ofBlog }: DraftForm,
): boolean {
  if (above?.kind !== 'quote' || below?.kind !== 'text') return false;
  if (ofBlog && above.text.length > 1) return true;
  if (endsHard(above) || /\p{L}[,，、]$/u.test(above.text) || NAMES.test(below.text)) return true;
  const words = above.text.replace(TARGET, ']').trimEnd();
  return /^\p{Ll}/u.test(below.text) && words.length >= WRAPPED && !/[.!?:;…"”’)\]]$/.test(words);
}

/** Whether a line ends in a forced break: two spaces, or a backslash. */
const endsHard = ({ text, textStart, end }: Line): boolean =>
  text.length > 1 && (end - textStart - text.length >= 2 || text.endsWith('\\'));
