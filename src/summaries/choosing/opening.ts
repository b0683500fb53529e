import type { PhraseLanguage } from '../../languages/phrase-table.ts';
import type { Candidate, Candidates } from './candidates.ts';
import { danglesAt, needsNext } from './context-bound.ts';
import type { Point } from './points.ts';
import { breaksOff, pointsElsewhere } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';
import type { PostSize } from './post-size.ts';
import { isAsked } from './question-answer.ts';
import { stemsOf, wordCount } from './words.ts';

/** How long an opening is, as shares of a post on the network, and how late in the post it may begin. */
export const OPENING = {
  /** It ends with the first paragraph that makes it this long; half of the 169 openings that judges chose are longer … */
  enough: 0.7,
  /** … and it has so many sentences, … */
  sentences: 3,
  /** … if that is no longer than this, … */
  most: 1.6,
  /** … else with the last sentence before this, which 9 of 10 are below. */
  sure: 1.45,
  /** One that is shorter goes on below what is between: a piece of code, a list. */
  scant: 0.3,
  /** It begins with one of so many sentences. */
  firstWithin: 8,
} as const;

/** The fewest words of a sentence that may open, if it is a paragraph by itself: `Party!` opens nothing. */
const FEWEST_WORDS = 4;
/** From this share of its words in the author's description, a sentence says the same. */
const SAME = 0.7;

/** What an opening is chosen by. */
export type OpeningContext = {
  readonly candidates: Candidates;
  readonly sentences: readonly PostSentence[];
  readonly language: PhraseLanguage;
  readonly size: PostSize;
  /** Whether so many paragraphs may be in the summary together. */
  readonly fits: (paragraphs: readonly Point[]) => boolean;
};

/**
 * Returns the opening of a post as it stands, one point per paragraph: from the first sentence that can open, with all that
 * follow it, up to the end of a paragraph. Its author wrote it for readers who know nothing yet, so it needs nothing before it.
 * Empty if none of the first sentences can open.
 */
export function openingOf(context: OpeningContext): Point[] {
  const { size } = context;
  const first = passageFrom(0, OPENING.firstWithin, [], context);
  const last = first.at(-1);
  if (last === undefined || lengthOf(first, size) >= OPENING.scant * size.limit) return paragraphsOf(first);
  const second = passageFrom(last.index + 1, last.index + OPENING.firstWithin, first, context);
  return paragraphsOf([...first, ...second]);
}

/** Returns the passage that begins with the first sentence that may open, from one index to before another; `told` is before it. */
function passageFrom(
  from: number,
  before: number,
  told: readonly PostSentence[],
  context: OpeningContext,
): readonly PostSentence[] {
  const { candidates, sentences, size, language } = context;
  // A step, or words beside code, may go on with an opening, and not begin one.
  const start = candidates.all
    .filter(({ sentence: { index } }) => index >= from && index < before)
    .find((one) => (told.length > 0 || !one.isFiller) && mayOpen(one, context))?.sentence;
  if (start === undefined) return [];
  let run: PostSentence[] = [];
  let sure: readonly PostSentence[] = [];
  for (const next of sentences.slice(start.index)) {
    if (next !== start && !follows(next, run.at(-1), language)) break;
    run = [...run, next];
    const length = lengthOf([...told, ...run], size) / size.limit;
    if (length > OPENING.most || !context.fits(paragraphsOf([...told, ...run]))) return sure;
    const after = sentences[next.index + 1];
    if (needsNext(next.text, after?.text ?? '', language)) continue;
    if (next.index > 0 && isAsked(next, sentences)) continue;
    const endsParagraph = after?.paragraph !== next.paragraph;
    if (length <= OPENING.sure || endsParagraph) sure = run;
    // A paragraph that leans on this one is its turn: `This isn’t true of glass.`
    const isTurned = after !== undefined && danglesAt(after.text, language) !== undefined;
    const isEnough = length >= OPENING.enough && told.length + run.length >= OPENING.sentences;
    if (endsParagraph && isEnough && !isTurned) return sure;
  }
  return sure;
}

/** Whether a sentence may be the first one of a summary: neither it nor its paragraph leans on what is left out. */
function mayOpen({ sentence, dangles, values }: Candidate, context: OpeningContext): boolean {
  const { text, of, inItem, index, place } = sentence;
  const { sentences, language } = context;
  const { vectors, opener, hook: description } = context.candidates;
  if (dangles !== undefined || inItem) return false;
  if (index !== opener && values.leansBack > 0) return false;
  if ((of === 1 || place > 0) && wordCount(text) < FEWEST_WORDS) return false;
  const before = sentences.slice(index - place, index);
  const isAbout = (one: PostSentence): boolean => pointsElsewhere(one.text, language) !== undefined;
  const isTold = ({ index: at }: PostSentence): boolean => {
    const own = [...(vectors[at]?.keys() ?? [])];
    return own.filter((stem) => description.has(stem)).length > own.length * SAME;
  };
  return !isTold(sentence) && before.every((one) => isAbout(one) || isTold(one));
}

/** `These images`: the noun after the demonstrative that a sentence opens with. */
const POINTED = /^(?:this|these|that|those) (\p{L}+)/iu;

/** Whether a sentence goes on where a passage ends: it may be quoted, and no heading, list or block is between them. */
function follows(next: PostSentence, last: PostSentence | undefined, language: PhraseLanguage): boolean {
  if (next.inItem || last === undefined) return false;
  if (next.unfit !== undefined && next.unfit !== 'names') return false;
  if (next.section !== last.section || next.block > last.block + 1) return false;
  // `a hero image … These images`: it points at what was just named, not at a picture.
  const [, named] = POINTED.exec(next.text) ?? [];
  if (named !== undefined && stemsOf(named).every((stem) => stemsOf(last.text).includes(stem))) return true;
  return breaksOff(next.text, language) === undefined;
}

const lengthOf = (run: readonly PostSentence[], { measure }: PostSize): number =>
  measure(run.map(({ text }) => text).join(' '));

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
