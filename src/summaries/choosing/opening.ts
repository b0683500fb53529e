import { isTellable } from './is-tellable.ts';
import { closingLine, firstItems, firstLine, leadOf } from './lead-in-lines.ts';
import type { OpeningContext } from './opening-context.ts';
import { bestEnding } from './opening-ends.ts';
import { isShortEnough, lengthOf, OPENING } from './opening-length.ts';
import { passagesOf } from './opening-passages.ts';
import { withPurpose } from './opening-purpose.ts';
import { withRelease } from './opening-release.ts';
import { type Point, paragraphsOf } from './points.ts';
import { LEAD } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';

/**
 * Returns the opening of a post as it stands, one point per paragraph: from the first sentence that can open, with all that follow
 * it, up to the best end. Its author wrote it for readers who know nothing yet, so it needs nothing before it. Empty if none of the
 * first sentences can open.
 */
export function openingOf(context: OpeningContext): Point[] {
  const { sentences, language } = context;
  const [opens] = sentences;
  const isShown = opens !== undefined && leadOf(opens, context) !== undefined;
  const { isDescribed } = context;
  const first = isShown || isDescribed ? undefined : firstLine(sentences, language);
  if (first !== undefined && isShortEnough([first], context)) return paragraphsOf([first]);
  const passages = passagesOf(context);
  const told = bestEnding(passages, context);
  const line = isDescribed ? undefined : closingLine(told, context);
  if (line !== undefined && isShortEnough([...told, line], context)) return paragraphsOf([...told, line]);
  return paragraphsOf(withRelease(withPurpose(told, passages.at(-1) ?? [], context), context));
}

const isScant = (told: readonly PostSentence[], { size }: OpeningContext): boolean =>
  lengthOf(told.filter(isTellable), size) < OPENING.scant;

/**
 * Returns the first sentences of a post as they stand, for one of which none can open: what readers see first says more than the
 * title alone. Empty if they say little, or none of them can be told.
 */
export function leadAsItStands(context: OpeningContext): Point[] {
  const lead = context.sentences.slice(0, LEAD).filter((one) => !one.inItem && isTellable(one));
  return lead.length > 1 && !isScant(lead, context) && isShortEnough(lead, context) ? paragraphsOf(lead) : [];
}

/** Returns the first items of a post that begins with a list, as a weekly log does: more than one, or none. */
export function listAsItStands({ sentences, size, fits }: OpeningContext): Point[] {
  const items = paragraphsOf(firstItems(sentences));
  const isShort = (_: Point, at: number): boolean =>
    lengthOf(
      items.slice(0, at + 1).flatMap((item) => item.sentences),
      size,
    ) <= OPENING.full;
  const shown = items.filter(isShort);
  return shown.length > 1 && fits(shown) ? shown : [];
}
