import type { Candidates } from './candidates.ts';
import { danglesAt, isSaidBy } from './context-bound.ts';
import { isTellable } from './is-tellable.ts';
import { closingLine, firstItems, firstLine, leadOf, quoteAbove } from './lead-in-lines.ts';
import type { OpeningContext } from './opening-context.ts';
import { endAt, follows, withoutAside } from './opening-flow.ts';
import { isEnough, isLong, isShortEnough, lengthOf, OPENING } from './opening-length.ts';
import { withNews, withRelease } from './opening-news.ts';
import { saysAgain, startAfter } from './opening-start.ts';
import { type Point, paragraphsOf } from './points.ts';
import { breaksOff, LEAD } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';

/**
 * Returns the opening of a post as it stands, one point per paragraph: from the first sentence that can open, with all that follow
 * it, up to the end of a paragraph. Its author wrote it for readers who know nothing yet, so it needs nothing before it. One that
 * is not enough goes on below what can't be told. Empty if none of the first sentences can open.
 */
export function openingOf(context: OpeningContext): Point[] {
  const { size, sentences, language } = context;
  const [opens] = sentences;
  const isShown = opens !== undefined && leadOf(opens, context) !== undefined;
  const { isDescribed } = context;
  const first = isShown || isDescribed ? undefined : firstLine(sentences, language);
  if (first !== undefined && isShortEnough([first], context)) return paragraphsOf([first]);
  let told: readonly PostSentence[] = [];
  for (;;) {
    const { run, isFull } = passageFrom(told, context);
    told = [...told, ...run];
    const line = isDescribed ? undefined : closingLine(told, context);
    if (line !== undefined && isShortEnough([...told, line], context)) return paragraphsOf([...told, line]);
    if (isFull || run.length === 0 || isEnough(told, size))
      return paragraphsOf(withNews(withRelease(withoutAside(told), context), context));
  }
}

const isScant = (told: readonly PostSentence[], { size }: OpeningContext): boolean =>
  lengthOf(told.filter(isTellable), size) < OPENING.scant;

/** Whether the author chose a sentence for the teaser, and all of that is short enough. */
const isTeased = (one: PostSentence | undefined, { sentences, teaser, size }: OpeningContext): boolean =>
  one !== undefined && one.index < teaser && lengthOf(sentences.slice(0, teaser), size) <= OPENING.most;

/** Sentences that follow each other, and whether what follows them is left out only because an opening would get too long. */
type Passage = { readonly run: readonly PostSentence[]; readonly isFull: boolean };

/** Returns the next passage of an opening after what was told; empty if nothing can go on with it. */
function passageFrom(told: readonly PostSentence[], context: OpeningContext): Passage {
  const { sentences, candidates, teaser, isDescribed, described, size, language } = context;
  const start = startAfter(told, context);
  // Below words of its author, a transcript of a talk is another text.
  if (start === undefined || (told.length > 0 && isSaidBy(start.text))) return { run: [], isFull: true };
  let run: PostSentence[] = [];
  let sure: readonly PostSentence[] = [];
  // The last of them that ends a paragraph.
  let whole: readonly PostSentence[] = [];
  // What ends in the middle of a thought, where nothing else opens.
  let half: readonly PostSentence[] = [];
  const ended = (isFull: boolean): Passage => {
    // Rather half a thought than less than readers see who open the post.
    const isShort = told.length + sure.length < OPENING.sentences;
    return { run: isShort && half.length > sure.length ? half : sure, isFull };
  };
  const above = told.length === 0 ? quoteAbove(start, context) : undefined;
  if (above !== undefined) run = [above];
  for (const next of sentences.slice(start.index)) {
    const before = run.at(-1);
    // Items of a list that was shown whole.
    if (next.index <= (before?.index ?? -1)) continue;
    const shown = leadOf(next, context);
    if (next !== start && !follows(next, before, shown !== undefined, language)) break;
    if (next !== start && isDescribed && repeats(next, candidates)) break;
    if (next.section !== start.section && isEnough([...told, ...run], size)) break;
    const isLater = told.length + run.length >= OPENING.sentences;
    if (isLater && isStep(next, context)) break;
    // No post would hold it whole.
    if (next.index >= teaser && lengthOf([next], size) > 1 && isLong([...told, ...run], size))
      return ended(true);
    run = [...run, next, ...(shown ?? [])];
    const all = [...told, ...run];
    if (!isShortEnough(all, context)) return ended(true);
    const length = lengthOf(all, size);
    const last = shown?.at(-1) ?? next;
    const after = sentences[last.index + 1];
    const endsParagraph = after?.paragraph !== last.paragraph;
    const end = endAt(last, after, context);
    // Rather the end of an earlier paragraph than a short one, which leads on, or a place inside the next one.
    const isPassing = last.of === 1 && lengthOf([last], size) < OPENING.passing;
    // `Let’s dive in!`, `See the following links.`: nothing of it follows.
    const isOver =
      (shown ?? []).length === 0 &&
      lengthOf([last], size) < OPENING.passing &&
      breaksOff(last.text, language) !== undefined &&
      (told.length + sure.length > 1 || !isScant([...told, ...sure], context));
    const endsTeaser = last.index === teaser - 1 && isEnough(all, size);
    const mayEnd = endsParagraph && (!isPassing || endsTeaser);
    const mayStop = endsParagraph || (length <= OPENING.sure && !isTopic(last, all));
    const isSure = isLong([...told, ...whole], size) ? mayEnd : mayStop;
    if (!isOver && (isSure || told.length + sure.length < OPENING.sentences)) {
      if (end === 'half' || (end === 'promise' && isScant(all.slice(0, -1), context))) half = run;
      if (end === 'whole') {
        sure = run;
        if (endsParagraph) whole = run;
      }
    }
    // A paragraph that leans on this one is its turn: `This isn’t true of glass.`
    const isTurned =
      end === 'half' ||
      end === 'promise' ||
      isTeased(after, context) ||
      (after !== undefined && danglesAt(after.text, language) !== undefined);
    const isFull = isDescribed
      ? described + length >= OPENING.described
      : length >= OPENING.full && all.length >= OPENING.sentences;
    if (endsParagraph && (endsTeaser || (isFull && !isTurned))) break;
  }
  return ended(false);
}

/** The fewest words of a sentence that says a description again: fewer are alike by chance. */
const FEWEST_AGAIN = 4;

const repeats = (one: PostSentence, candidates: Candidates): boolean =>
  (candidates.vectors[one.index]?.size ?? 0) >= FEWEST_AGAIN && saysAgain(one, candidates);

/** Whether a sentence is the first one of its paragraph, which goes on after its topic. */
const isTopic = ({ place }: PostSentence, all: readonly PostSentence[]): boolean =>
  place === 0 && all.length > OPENING.sentences;

const isStep = ({ index }: PostSentence, { candidates }: OpeningContext): boolean =>
  candidates.tellable.some(({ sentence, isFiller }) => isFiller && sentence.index === index);

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
