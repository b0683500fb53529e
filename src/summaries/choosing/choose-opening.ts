import { sentencesOf } from '../../text/sentences.ts';
import { withChanges } from './announcement.ts';
import type { Candidates } from './candidates.ts';
import { type Choice, type ChoiceOptions, choiceOf } from './choose.ts';
import { isTellable } from './is-tellable.ts';
import { mainWords } from './main-words.ts';
import { leadAsItStands, listAsItStands, openingOf } from './opening.ts';
import type { OpeningContext } from './opening-context.ts';
import { inShort, withHighlights } from './opening-highlights.ts';
import { isShortEnough } from './opening-length.ts';
import { overviewOf } from './opening-overview.ts';
import { type Point, paragraphsOf, pointsOf, startOf } from './points.ts';
import { LEAD } from './points-elsewhere.ts';
import type { PostSentence, PostText } from './post-sentences.ts';
import type { PostSize } from './post-size.ts';
import { SOUND, soundnessOf } from './soundness.ts';
import { stemsOf } from './words.ts';

/** From this share of a post on, a description is an opening, and the text’s own opening would tell it again. */
const DESCRIBES = 0.28;
/** Below a description, the opening begins with one of the first sentences: a later one goes on with what was left out. */
const LAST_FIRST = 1;

/**
 * Chooses the opening of a post as it stands; below its author's description, if that is short. A post without either opens with
 * the sentence that needs the least, if its title alone is not better.
 */
export function chooseOpening(
  text: PostText,
  options: ChoiceOptions & { readonly addsChanges?: boolean },
  fits: Choice['fits'],
): Point[] {
  const { language, size, hook: description } = options;
  if (description !== undefined && tellsEnough(description, size) && !VERSION.test(options.title)) return [];
  const choice = choiceOf(text, options, fits);
  const { candidates, sentences } = choice;
  const isDescribed = description !== undefined;
  const context = {
    isDescribed,
    above: [options.title, ...sentencesOf(description ?? '').map(({ text: one }) => one)].filter(
      (line) => line !== '',
    ),
    described: description === undefined ? 0 : size.measure(description) / size.limit,
    isRelease: VERSION.test(options.title),
    candidates,
    sentences,
    headings: text.headings,
    blocks: text.blocks,
    teaser: text.teaser,
    language,
    size,
    fits,
  };
  const shown = shownAbove(context, options, choice);
  return options.addsChanges === true ? withChanges(shown, context) : shown;
}

/** Returns the opening of a post before what is new in an announcement is added to it. */
function shownAbove(context: OpeningContext, options: ChoiceOptions, choice: Choice): Point[] {
  const { size, hook: description } = options;
  const { candidates } = context;
  const isDescribed = description !== undefined;
  const short = inShort(context);
  if (short.length > 0) return [...short];
  const overview = isDescribed ? [] : overviewOf(context);
  if (overview.length > 0) return overview;
  const opening = openingOf(context);
  const [first] = opening;
  if (isDescribed) {
    const isLate = first !== undefined && startOf(first) > Math.max(LAST_FIRST, candidates.opener);
    const isAgain = tellsEnough(description, size) && announcesAgain(description, opening, options.title);
    const below = withHighlights(isLate || isAgain ? [] : opening, context);
    if (below.length > 0 || !isSlogan(description, candidates)) return below;
    if (isLate && namesTitle(opening, candidates)) return opening;
    const lead = first === undefined && context.isRelease ? leadAsItStands(context) : below;
    return lead.length > 0 || !isChangelog(context) ? lead : listAsItStands(context);
  }
  if (first !== undefined && startOf(first) < LEAD) return withHighlights(opening, context);
  // The author's own short form is better than an opening that comes below it, and than none.
  const highlights = withHighlights([], context);
  const [item, second] = highlights;
  if (item !== undefined && second !== undefined && (first === undefined || startOf(item) < startOf(first)))
    return highlights;
  const lead = leadAsItStands(context);
  if (lead.length > 0) return lead;
  if (first !== undefined) return opening;
  const sound = soundest(options, choice);
  return sound.length > 0 ? sound : listAsItStands(context);
}

/** A slogan or a joke is shorter, in UTF-16 units, … */
const LONGEST_SLOGAN = 60;

/** … and has neither a word of the title nor one that the post uses often: `Let there be light!` It says nothing by itself. */
function isSlogan(description: string, candidates: Candidates): boolean {
  const main = new Set(mainWords(candidates).map(({ stem }) => stem));
  const isKnown = (stem: string): boolean => candidates.title.has(stem) || main.has(stem);
  return description.length < LONGEST_SLOGAN && !stemsOf(description).some(isKnown);
}

/** A title or heading of a list of changes, or of the news of a week. */
const OF_CHANGES =
  /(?<!\p{L})(?:changes?|change ?log|what['’]s new|release notes|last (?:\p{L}+ ){0,3}(?:week|month)s?|änderungen|neuerungen|changements|nouveautés|cambios|novedades|mudanças|novidades)(?!\p{L})|変更|更新/iu;

/** Whether a post says in its title or above its first sentences that it lists changes. */
const isChangelog = ({ above, headings, sentences }: OpeningContext): boolean =>
  [above[0], headings[sentences[0]?.section ?? 0]].some((line) => OF_CHANGES.test(line ?? ''));

/** Whether what is told has a word of the title. */
const namesTitle = (told: readonly Point[], { title, vectors }: Candidates): boolean =>
  told.some(({ sentences }) =>
    sentences.some(({ index }) => [...title.keys()].some((stem) => vectors[index]?.has(stem) === true)),
  );

/** A release, `Lamp 2.1`, whose description may be the same for each: its news are in the text. */
const VERSION = /(?<![\d.])\d+\.\d+/;

/** `Lamp 2.1 is out`, `I present you Lamp 2.1`. */
const ANNOUNCES =
  /(?<!\p{L})(?:announce|present|released|launched|published|is (?:now |finally |here|out|available)+)(?!\p{L})/iu;

/** Whether an opening below a release's description ends by announcing the same version again. */
function announcesAgain(description: string, opening: readonly Point[], title: string): boolean {
  const [version] = /\d+(?:\.\d+)+/.exec(title) ?? [];
  const last = opening.at(-1)?.sentences.at(-1)?.text ?? '';
  if (version === undefined || !description.includes(version) || !last.includes(version)) return false;
  // `We announce lamp 2.1. lamp is a tool for …`
  return ANNOUNCES.test(last) && !/\. \p{Ll}/u.test(last);
}

const tellsEnough = (description: string, { measure, limit }: PostSize): boolean =>
  measure(description) >= DESCRIBES * limit;

/** Returns the sentence that readers understand best without its post, with those that it needs; none if the title is better. */
function soundest(options: ChoiceOptions, { candidates, sentences, weights, fits }: Choice): Point[] {
  const { title, vectors, all } = candidates;
  const byIndex = new Map(all.map((candidate) => [candidate.sentence.index, candidate]));
  const context = { language: options.language, weights, vectors, told: new Set(title.keys()) };
  const [best] = pointsOf(candidates, sentences, weights, options)
    .filter((point) => fits([point]) && (byIndex.get(startOf(point))?.values.leansBack ?? 0) === 0)
    .map((point) => ({ point, soundness: soundnessOf(point, byIndex, context) }))
    .sort((one, other) => other.soundness - one.soundness);
  if (best === undefined || (options.title !== '' && best.soundness < SOUND)) return [];
  const whole = fromStart(best.point, sentences);
  return isShortEnough(whole, { size: options.size, fits }) ? paragraphsOf(whole) : [best.point];
}

/** Returns a point with what its author wrote above it in its paragraph, if all of that can be told; otherwise the point. */
function fromStart(point: Point, sentences: readonly PostSentence[]): readonly PostSentence[] {
  const [first] = point.sentences;
  if (first === undefined || first.inItem) return point.sentences;
  const above = sentences.slice(first.index - first.place, first.index);
  return above.every(isTellable) ? [...above, ...point.sentences] : point.sentences;
}
