import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import type { Candidate, Candidates } from './candidates.ts';
import { isRest } from './context-bound.ts';
import { leadOf, quoteAbove } from './lead-in-lines.ts';
import type { OpeningContext } from './opening-context.ts';
import { lengthOf, OPENING } from './opening-length.ts';
import { breaksOff, isPurpose, isReflexive, LEAD, leadsAway, pointsElsewhere } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';
import { stemsOf, wordCount } from './words.ts';

/** An opening begins with one of so many sentences, and goes on with one of as many. */
const WITHIN = 8;
/** The fewest words of a sentence that may open, if it is a paragraph by itself: `Party!` opens nothing. */
const FEWEST_WORDS = 4;
/** From this share of its words in the author's description, a sentence says the same. */
const SAME = 0.7;

/** Returns the sentence that an opening begins or goes on with. */
export function startAfter(told: readonly PostSentence[], context: OpeningContext): PostSentence | undefined {
  const { candidates, sentences, size, language } = context;
  const last = told.at(-1);
  const from = (last?.index ?? -1) + 1;
  const near = Array.from({ length: WITHIN }, (_, at) => candidates.tellableAt(from + at)).filter(
    (one) => one !== undefined,
  );
  const ofLead = near.filter(({ sentence: { index } }) => index < LEAD);
  const isGood = (one: Candidate): boolean =>
    (ofLead.includes(one) || one.sentence.unfit === undefined) && mayOpen(one, context);
  if (last !== undefined) {
    const next = ofLead.find((one) => mayGoOn(one, told, context));
    const isScant = lengthOf(told, size) < OPENING.scant || told.every((one) => onlyNames(one, context));
    if (next !== undefined || !isScant) return next?.sentence;
    return belowScant(last, near.filter(isGood), context)?.sentence;
  }
  // Below a greeting: `Hello! This release mends some faults:`
  const isGreeting = ({ text, of, unfit }: PostSentence): boolean =>
    leadsAway(text, language) !== undefined || (of === 1 && unfit !== 'lead-in' && isShort(text));
  const opens = sentences.slice(0, LEAD).find((one) => !isGreeting(one));
  if (opens !== undefined && (leadOf(opens, context) ?? quoteAbove(opens, context)) !== undefined)
    return opens;
  // A step, or words beside code, may go on with an opening, and not begin one.
  const start = near.find((one) => isGood(one) && !one.isFiller);
  if (start !== undefined && ofLead.includes(start)) return start.sentence;
  // Rather one of the first sentences, whatever it opens with, than one from the middle of the post.
  const first = ofLead.find(
    ({ sentence, isFiller }) =>
      !isFiller && !saysAgain(sentence, candidates) && isFirst(sentence, sentences, language),
  );
  return (first ?? start)?.sentence;
}

/** Of the words of a sentence about its series, this share is the title's where it says only which part this is. */
const NAMES = 0.6;
/** `the last part of our series`, also with its name between. */
const SERIES_PART =
  /(?<!\p{L})(?:part|instal?lment|post|article|episode) (?:in|of) (?:this|the|our|my|an?) [^.!?]{0,80}(?<!\p{L})series(?!\p{L})/iu;

/** Whether a sentence says only which part of a series its post is: `This is the last part of our series on lamps.` */
const onlyNames = (
  { text, index }: PostSentence,
  { candidates: { vectors, title }, language }: OpeningContext,
): boolean => {
  const own = [...(vectors[index]?.keys() ?? [])];
  return (
    (SERIES_PART.test(text) || isReflexive(text, language)) &&
    own.filter((stem) => title.has(stem)).length >= own.length * NAMES
  );
};

/** Returns what goes on below an opening that says little, of what may open: in its section, its main topic, or the next section. */
function belowScant(
  { section }: PostSentence,
  good: readonly Candidate[],
  context: OpeningContext,
): Candidate | undefined {
  const own = good.find((one) => one.sentence.section === section);
  // An opening that is the same for every issue has only its first section below it.
  const isNext = ({ sentence }: Candidate): boolean =>
    sentence.section === section + 1 && sentence.place === 0;
  return own ?? topicOf(context, section) ?? good.find(isNext);
}

/** So many words of its heading, and this share of them, are the title's where a section is what an issue is named for. */
const NAMED = { fewest: 2, share: 0.5 } as const;

/** Returns the sentence that opens the later section for which the post is named, if it has one: the main topic of a newsletter. */
function topicOf(context: OpeningContext, from: number): Candidate | undefined {
  const { title, tellableAt } = context.candidates;
  const section = context.headings.findIndex((heading, at) => {
    const stems = stemsOf(heading);
    const own = stems.filter((stem) => title.has(stem)).length;
    return at > from && own >= NAMED.fewest && own >= stems.length * NAMED.share;
  });
  for (const { index } of context.sentences.filter((one) => one.section === section)) {
    const one = tellableAt(index);
    if (one !== undefined && mayOpen(one, context)) return one;
  }
  return undefined;
}

const isShort = (text: string): boolean => wordCount(text) < FEWEST_WORDS;

/** Whether only labels, links and remarks about the post are above a sentence, in its own paragraph only a label: `CW: oil.` */
function isFirst(
  { text, index, place, of, inItem }: PostSentence,
  sentences: readonly PostSentence[],
  language: PhraseLanguage,
): boolean {
  if (inItem || isRest(text) || (of <= 2 && isShort(text))) return false;
  if (sentences.slice(index - place, index).some(({ text: above }) => !isShort(above))) return false;
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
  // Facts of a candidate are found when they are asked for.
  const { sentence } = candidate;
  const { text, of, inItem, index, place } = sentence;
  const { sentences, language } = context;
  const { opener } = context.candidates;
  // What the post is about is what one of its first sentences says.
  if (inItem || candidate.dangles !== undefined) return false;
  if (index >= LEAD && index !== opener && candidate.isAbout) return false;
  if (index !== opener && candidate.leansBack && !(index < LEAD && isPurpose(text))) return false;
  if (index > Math.max(0, opener) && breaksOff(text, language) !== undefined) return false;
  const paragraph = sentences.slice(index - place, index - place + of);
  if (isShort(paragraph.map((one) => one.text).join(' ')) || (place > 0 && isShort(text))) return false;
  const before = sentences.slice(index - place, index);
  // What is about the post may be the ground of what follows it: `In this post I propose …. The short version is …`
  const isRemark = ({ text: above, unfit }: PostSentence): boolean =>
    unfit !== 'quoted' && (isRest(above) || leadsAway(above, language) !== undefined);
  const isTold = (one: PostSentence): boolean => saysAgain(one, context.candidates);
  // `Court no. (7 … We are pleased to announce …`: the news stand without what nobody can tell.
  const isNews = index < LEAD && isPurpose(text);
  return (
    !isTold(sentence) &&
    before.every((one) => isRemark(one) || isTold(one) || (isNews && one.unfit === 'fragment'))
  );
}

/** Whether a sentence says what the author's description says. */
export function saysAgain({ index }: PostSentence, { vectors, hook: description }: Candidates): boolean {
  const own = [...(vectors[index]?.keys() ?? [])];
  return own.filter((stem) => description.has(stem)).length > own.length * SAME;
}

/** Whether one of a post's first sentences may be told below others of them, with something left out between: it leans on nothing. */
function mayGoOn(
  candidate: Candidate,
  told: readonly PostSentence[],
  { candidates: { vectors, tellableAt }, language }: OpeningContext,
): boolean {
  const { sentence } = candidate;
  if (sentence.inItem || candidate.dangles !== undefined) return false;
  if (candidate.isFiller || candidate.leansBack) return false;
  if (isShort(sentence.text)) return false;
  // Nor does it follow one of its paragraph that could be told but for what it leans on.
  const { index, place } = sentence;
  const isTold = told.at(-1)?.index === index - 1;
  if (place > 0 && !isTold && tellableAt(index - 1) !== undefined) return false;
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
