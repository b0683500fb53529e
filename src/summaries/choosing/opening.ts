import { isTellable } from './is-tellable.ts';
import { closingLine, firstItems, firstLine, itemsBelow, leadOf } from './lead-in-lines.ts';
import type { OpeningContext } from './opening-context.ts';
import { bestEnding } from './opening-ends.ts';
import { isShortEnough, lengthOf, OPENING } from './opening-length.ts';
import { passagesOf } from './opening-passages.ts';
import { withPurpose } from './opening-purpose.ts';
import { withRelease } from './opening-release.ts';
import { withRemedy } from './opening-remedy.ts';
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
  if (first !== undefined && isShortEnough([first], context)) return withItems(first, context);
  const passages = passagesOf(context);
  const told = bestEnding(passages, context);
  const line = isDescribed ? undefined : closingLine(told, context);
  if (line !== undefined && isShortEnough([...told, line], context)) return paragraphsOf([...told, line]);
  const open = told.at(-1);
  if (open?.unfit === 'lead-in' && open.form === undefined) {
    const above = told.slice(0, -1);
    const listed = withItems(open, context, above);
    const saysLittle = above.at(-1)?.unfit === 'lead-in' || lengthOf(above, context.size) < SAYS_LITTLE;
    return saysLittle || listed.length > paragraphsOf(told).length ? listed : paragraphsOf(above);
  }
  const whole = withRelease(withRemedy(withPurpose(told, passages.at(-1) ?? [], context), context), context);
  return paragraphsOf(withoutTeaser(whole, context));
}

/** Where the sentences above it fill less than this share of a post, a line stays that announces what is left out: `Lamps burn oil. We fill them so:` */
const SAYS_LITTLE = 0.15;
/** The fewest items of a list that answer the line above it. */
const FEWEST_ITEMS = 2;

/** Returns the sentences above a line with a colon, that line, and the first items of its list, which is too long to be shown whole. */
function withItems(
  line: PostSentence,
  context: OpeningContext,
  above: readonly PostSentence[] = [],
): Point[] {
  const alone = paragraphsOf([...above, line]);
  let items: readonly Point[] = [];
  for (const item of paragraphsOf(itemsBelow(line, context))) {
    const all = [...alone, ...items, item];
    const length = lengthOf(
      all.flatMap(({ sentences }) => sentences),
      context.size,
    );
    if (length > OPENING.full || !context.fits(all)) break;
    items = [...items, item];
  }
  return items.length < FEWEST_ITEMS ? alone : [...alone, ...items];
}

/** From this share of its words in a later sentence that is told too, the first paragraph only announces that. */
const SAID_LATER = 0.9;
/** A teaser of fewer words is like other sentences by chance. */
const FEWEST_SAID = 5;

/** Returns an opening without its first paragraph, if that is a sentence which is told again below. */
function withoutTeaser(
  told: readonly PostSentence[],
  { candidates: { vectors } }: OpeningContext,
): readonly PostSentence[] {
  const [first, ...below] = told;
  const stems = [...(vectors[first?.index ?? -1]?.keys() ?? [])];
  if (first?.of !== 1 || first.unfit !== undefined || stems.length < FEWEST_SAID) return told;
  const isSaid = ({ index, form }: PostSentence): boolean =>
    form === undefined &&
    stems.filter((stem) => vectors[index]?.has(stem) === true).length >= stems.length * SAID_LATER;
  return below.some(isSaid) ? below : told;
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
