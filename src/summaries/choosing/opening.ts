import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import type { Candidate, Candidates } from './candidates.ts';
import { danglesAt, isRest } from './context-bound.ts';
import { isTellable } from './is-tellable.ts';
import { closingLine, firstLine, leadOf, quoteAbove } from './lead-in-lines.ts';
import { endAt, follows } from './opening-flow.ts';
import type { Point } from './points.ts';
import { breaksOff, LEAD, leadsAway, pointsElsewhere } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';
import type { PostSize } from './post-size.ts';
import type { ShownBlocks } from './shown-blocks.ts';
import { wordCount } from './words.ts';

/** How long an opening is, as shares of a post on the network, and how late in the post it may begin. */
export const OPENING = {
  /** It ends with the first paragraph that makes it this long; half of the 169 openings that judges chose are longer … */
  enough: 0.7,
  /** … and it has so many sentences, … */
  sentences: 3,
  /** … if that is no longer than this, … */
  most: 2.1,
  /** … else with the last sentence before this, which 9 of 10 are below. */
  sure: 1.6,
  /** One that is shorter goes on below what is between: a piece of code, a list. */
  scant: 0.3,
  /** It begins with one of so many sentences, and goes on with one of as many. */
  within: 8,
  /** One that is not enough also goes on with these first sentences of the post, because readers who open it see them first, … */
  lead: LEAD,
  /** … and is as long as they, and the paragraph of the last of them, need … */
  leadMost: 2.6,
  /** … if no more sentences of it are left. */
  rest: 2,
} as const;

/** The fewest words of a sentence that may open, if it is a paragraph by itself: `Party!` opens nothing. */
const FEWEST_WORDS = 4;
/** From this share of its words in the author's description, a sentence says the same. */
const SAME = 0.7;

/** What an opening is chosen by. */
export type OpeningContext = {
  readonly candidates: Candidates;
  readonly sentences: readonly PostSentence[];
  readonly blocks: ShownBlocks;
  /** Whether the author's description is above it. */
  readonly isDescribed: boolean;
  /** How many sentences the author chose as the teaser. */
  readonly teaser: number;
  readonly language: PhraseLanguage;
  readonly size: PostSize;
  /** Whether so many paragraphs may be in the summary together. */
  readonly fits: (paragraphs: readonly Point[]) => boolean;
};

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
    const line = isDescribed ? undefined : closingLine(told, sentences, language);
    if (line !== undefined && isShortEnough([...told, line], context)) return paragraphsOf([...told, line]);
    if (isFull || run.length === 0 || isEnough(told, size)) return paragraphsOf(told);
  }
}

const lengthOf = (run: readonly PostSentence[], { measure, limit }: PostSize): number =>
  measure(run.map(({ text }) => text).join(' ')) / limit;

/** Whether an opening says as much as the first sentences of a post, or fills most of one on the network. */
function isEnough(told: readonly PostSentence[], size: PostSize): boolean {
  const length = lengthOf(told, size);
  return length >= OPENING.scant && (told.length >= OPENING.sentences || length >= OPENING.enough);
}

function isShortEnough(told: readonly PostSentence[], context: OpeningContext): boolean {
  const { size, fits } = context;
  const { index = 0, place = 0 } = told.at(-1) ?? {};
  const isOfLead =
    told.length <= OPENING.lead || index - place < OPENING.lead || isTeased(told.at(-1), context);
  return lengthOf(told, size) <= (isOfLead ? OPENING.leadMost : OPENING.most) && fits(paragraphsOf(told));
}

const isScant = (told: readonly PostSentence[], { size }: OpeningContext): boolean =>
  lengthOf(told.filter(isTellable), size) < OPENING.scant;

/** Whether the author chose a sentence for the teaser, and all of that is short enough. */
const isTeased = (one: PostSentence | undefined, { sentences, teaser, size }: OpeningContext): boolean =>
  one !== undefined && one.index < teaser && lengthOf(sentences.slice(0, teaser), size) <= OPENING.leadMost;

/** Sentences that follow each other, and whether what follows them is left out only because an opening would get too long. */
type Passage = { readonly run: readonly PostSentence[]; readonly isFull: boolean };

/** Returns the next passage of an opening after what was told; empty if nothing can go on with it. */
function passageFrom(told: readonly PostSentence[], context: OpeningContext): Passage {
  const { sentences, size, language } = context;
  const start = startAfter(told, context);
  if (start === undefined) return { run: [], isFull: true };
  let run: PostSentence[] = [];
  let sure: readonly PostSentence[] = [];
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
    if (next.section !== start.section && isEnough([...told, ...run], size)) break;
    const isLater = told.length + run.length >= OPENING.sentences;
    if (isLater && isStep(next, context)) break;
    run = [...run, next, ...(shown ?? [])];
    const all = [...told, ...run];
    if (!isShortEnough(all, context)) return ended(true);
    const length = lengthOf(all, size);
    const last = shown?.at(-1) ?? next;
    const after = sentences[last.index + 1];
    const endsParagraph = after?.paragraph !== last.paragraph;
    const end = endAt(last, after, context);
    // The opening goes on to the end of a paragraph if little of it is left.
    const isWhole =
      endsParagraph &&
      (length <= OPENING.most || isTeased(last, context) || run.length - sure.length <= OPENING.rest);
    // A paragraph goes on after its topic.
    const isTopic = all.length > OPENING.sentences && last.place === 0 && !endsParagraph;
    const isSure = (isWhole || length <= OPENING.sure) && !isTopic;
    if (isSure || told.length + sure.length < OPENING.sentences) {
      if (end === 'half' || (end === 'promise' && isScant(all.slice(0, -1), context))) half = run;
      if (end === 'whole') sure = run;
    }
    // A paragraph that leans on this one is its turn: `This isn’t true of glass.`
    const isTurned =
      end === 'half' ||
      isTeased(after, context) ||
      (after !== undefined && danglesAt(after.text, language) !== undefined);
    const isLong = length >= OPENING.enough && all.length >= OPENING.sentences;
    if (endsParagraph && isLong && !isTurned) break;
  }
  return ended(false);
}

const isStep = ({ index }: PostSentence, { candidates }: OpeningContext): boolean =>
  candidates.tellable.some(({ sentence, isFiller }) => isFiller && sentence.index === index);

/** Returns the sentence that an opening begins or goes on with. */
function startAfter(told: readonly PostSentence[], context: OpeningContext): PostSentence | undefined {
  const { candidates, sentences, size, language } = context;
  const last = told.at(-1);
  const from = (last?.index ?? -1) + 1;
  const near = candidates.tellable.filter(
    ({ sentence: { index } }) => index >= from && index < from + OPENING.within,
  );
  const ofLead = near.filter(({ sentence: { index } }) => index < OPENING.lead);
  const good = near.filter(
    (one) => (ofLead.includes(one) || one.sentence.unfit === undefined) && mayOpen(one, context),
  );
  if (last !== undefined) {
    const isScant = lengthOf(told, size) < OPENING.scant;
    const next = ofLead.find((one) => mayGoOn(one, told, context));
    return (next ?? good.find((one) => isScant && one.sentence.section === last.section))?.sentence;
  }
  const [opens] = sentences;
  if (opens !== undefined && (leadOf(opens, context) ?? quoteAbove(opens, context)) !== undefined)
    return opens;
  // A step, or words beside code, may go on with an opening, and not begin one.
  const starts = good.filter(({ isFiller }) => !isFiller);
  const { opener, title, hook } = candidates;
  const known = starts.find(
    (one) => one.sentence.index <= opener || ofLead.includes(one) || isKnown(one, [title, hook], language),
  );
  if (known !== undefined && ofLead.includes(known)) return known.sentence;
  // Rather one of the first sentences, whatever it opens with, than one from the middle of the post.
  const first = ofLead.find(
    ({ sentence, isFiller }) =>
      !isFiller && !saysAgain(sentence, candidates) && isFirst(sentence, sentences, language),
  );
  return (first ?? known ?? starts[0])?.sentence;
}

/** Whether only labels, links and remarks about the post are above a sentence, in its own paragraph only a label: `CW: oil.` */
function isFirst(
  { text, index, place, of, inItem }: PostSentence,
  sentences: readonly PostSentence[],
  language: PhraseLanguage,
): boolean {
  if (inItem || isRest(text) || (of === 1 && wordCount(text) < FEWEST_WORDS)) return false;
  if (sentences.slice(index - place, index).some(({ text: above }) => wordCount(above) >= FEWEST_WORDS))
    return false;
  return sentences
    .slice(0, index)
    .every(
      ({ text: above, unfit }) =>
        unfit === 'fragment' ||
        unfit === 'footnote' ||
        unfit === 'link' ||
        pointsElsewhere(above, language) !== undefined,
    );
}

/** Whether a sentence may be the first one of a summary: neither it nor its paragraph leans on what is left out. */
function mayOpen(candidate: Candidate, context: OpeningContext): boolean {
  const { sentence, dangles, values, isAbout } = candidate;
  const { text, of, inItem, index, place } = sentence;
  const { sentences, language } = context;
  const { opener } = context.candidates;
  // What the post is about is what one of its first sentences says.
  if (dangles !== undefined || inItem || (isAbout && index >= OPENING.lead)) return false;
  if (index !== opener && values.leansBack > 0) return false;
  if (index > Math.max(0, opener) && breaksOff(text, language) !== undefined) return false;
  if ((of === 1 || place > 0) && wordCount(text) < FEWEST_WORDS) return false;
  const before = sentences.slice(index - place, index);
  // What is about the post may be the ground of what follows it: `In this post I propose …. The short version is …`
  const isRemark = ({ text: above, unfit }: PostSentence): boolean =>
    unfit !== 'quoted' && leadsAway(above, language) !== undefined;
  const isTold = (one: PostSentence): boolean => saysAgain(one, context.candidates);
  return !isTold(sentence) && before.every((one) => isRemark(one) || isTold(one));
}

/** Whether a sentence says what the author's description says. */
function saysAgain({ index }: PostSentence, { vectors, hook: description }: Candidates): boolean {
  const own = [...(vectors[index]?.keys() ?? [])];
  return own.filter((stem) => description.has(stem)).length > own.length * SAME;
}

/** Whether one of a post's first sentences may be told below others of them, with something left out between: it leans on nothing. */
function mayGoOn(
  candidate: Candidate,
  told: readonly PostSentence[],
  { candidates: { vectors, tellable }, language }: OpeningContext,
): boolean {
  const { sentence, dangles, values, isFiller } = candidate;
  if (dangles !== undefined || sentence.inItem || isFiller || values.leansBack > 0) return false;
  if (wordCount(sentence.text) < FEWEST_WORDS) return false;
  // Nor does it follow one of its paragraph that could be told but for what it leans on.
  const { index, place } = sentence;
  const isTold = told.at(-1)?.index === index - 1;
  if (place > 0 && !isTold && tellable.some((one) => one.sentence.index === index - 1)) return false;
  return isKnown(
    candidate,
    told.map(({ index }) => vectors[index]),
    language,
  );
}

/** Whether a sentence compares itself with nothing and names nothing that was not told. */
function isKnown(
  { sentence, needs }: Candidate,
  told: readonly (ReadonlyMap<string, number> | undefined)[],
  language: PhraseLanguage,
): boolean {
  const { stance } = PHRASES[language];
  if (stance !== undefined && sentence.text.search(stance.comparing) >= 0) return false;
  return [...needs].every((stem) => told.some((vector) => vector?.has(stem) === true));
}

/**
 * Returns the first sentences of a post as they stand, for one of which none can open: what readers see first says more than the
 * title alone. Empty if they say little, or none of them can be told.
 */
export function leadAsItStands(context: OpeningContext): Point[] {
  const lead = context.sentences.slice(0, LEAD).filter((one) => !one.inItem && isTellable(one));
  return lead.length > 1 && !isScant(lead, context) && isShortEnough(lead, context) ? paragraphsOf(lead) : [];
}

/** Makes a point of each paragraph of a run. */
function paragraphsOf(run: readonly PostSentence[]): Point[] {
  const paragraphs = Map.groupBy(run, ({ paragraph }) => paragraph);
  return [...paragraphs.values()].map((own) => ({
    sentences: own,
    score: 0,
    doubt: 0,
    needs: new Set<string>(),
    isFiller: false,
  }));
}
