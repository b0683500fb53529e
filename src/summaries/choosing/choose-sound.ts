import type { Candidate, Candidates } from './candidates.ts';
import { type Choice, type ChoiceOptions, choiceOf, scoreBeside } from './choose.ts';
import { onlyLeadIn, openingOf } from './opening.ts';
import { type Point, pointsOf, startOf } from './points.ts';
import type { PostText } from './post-sentences.ts';
import type { PostSize } from './post-size.ts';
import { SOUND, soundnessOf } from './soundness.ts';

/** A sentence that readers understand less may open only a post without a title. */
const ENOUGH_TO_OPEN = 1.1;
/** The most points below an opening, however many are sound: each more is one more that a reader may miss the context of. */
const MOST_SOUND = 2;

/**
 * Chooses the opening of a post as it stands, and up to `most` points that readers understand with nothing but it. Quality
 * decides the number: many posts have no such point. A post without an opening of its author's own, and without a description,
 * opens with the point that needs the least, if its title alone is not better.
 */
export function chooseSound(
  text: PostText,
  options: ChoiceOptions,
  most: number,
  fits: Choice['fits'],
): Point[] {
  const choice = choiceOf(text, options, fits);
  const { candidates, sentences } = choice;
  const { language, size, hook: description } = options;
  const context = { candidates, sentences, language, size, fits };
  const isEnough = description !== undefined && tellsEnough(description, size);
  const { points: opening, leadsOn } = isEnough ? { points: [], leadsOn: false } : openingOf(context);
  if (leadsOn && !isTold(opening, options, candidates)) return [...opening];
  if (description !== undefined)
    return withSound(isTold(opening, options, candidates) ? [] : opening, most, options, choice);
  if (opening.length > 0) return withSound(opening, most, options, choice);
  const hook = soundest([], options, choice).find(({ point }) => fits([point]));
  if (hook !== undefined && (options.title === '' || hook.soundness >= ENOUGH_TO_OPEN))
    return withSound([hook.point], most, options, choice);
  return onlyLeadIn(context);
}

/** From this share of a post on, a description is an opening, and the text’s own opening would tell it again. */
const DESCRIBES = 0.35;

const tellsEnough = (description: string, { measure, limit }: PostSize): boolean =>
  measure(description) >= DESCRIBES * limit;

/** Below a description, the opening begins with one of the first sentences: a later one goes on with what was left out. */
const LAST_FIRST = 1;

/** From this share of a description’s words in the opening, both say the same. */
const SAME = 0.6;

/** Whether an opening below the author's description says the same, or begins too late to go on with it. */
function isTold(
  opening: readonly Point[],
  { hook: description }: ChoiceOptions,
  candidates: Candidates,
): boolean {
  const [first] = opening;
  if (description === undefined || first === undefined) return false;
  return startOf(first) > LAST_FIRST || says(first, candidates);
}

/** Whether the first paragraph of an opening says what the description says. */
function says(first: Point, { hook, vectors }: Candidates): boolean {
  const own = first.sentences.map(({ index }) => vectors[index]);
  const shared = [...hook.keys()].filter((stem) => own.some((vector) => vector?.has(stem) === true));
  return shared.length >= hook.size * SAME;
}

/** Adds the soundest points after an opening, in the order of the post. */
function withSound(opening: readonly Point[], most: number, options: ChoiceOptions, choice: Choice): Point[] {
  let points: readonly Point[] = [];
  for (const { point, soundness } of soundest(opening, options, choice)) {
    if (soundness < SOUND || points.length >= Math.min(most, MOST_SOUND)) break;
    const chosen = [...opening, ...points];
    const isNew = scoreBeside(point, chosen, choice) > Number.NEGATIVE_INFINITY;
    if (isNew && choice.fits([...chosen, point])) points = [...points, point];
  }
  return [...opening, ...[...points].sort((one, other) => startOf(one) - startOf(other))];
}

/** The largest share of a point’s words that may have been told before it. */
const MOST_TOLD = 0.5;

/** Whether a point says something that was not told before. */
function isNews(
  { sentences }: Point,
  told: ReadonlySet<string>,
  vectors: readonly (ReadonlyMap<string, number> | undefined)[],
): boolean {
  const own = new Set(sentences.flatMap(({ index }) => [...(vectors[index]?.keys() ?? [])]));
  return [...own].filter((stem) => told.has(stem)).length <= own.size * MOST_TOLD;
}

/** Whether a point begins with a sentence that leans on the one before it. */
function leans({ sentences: [first] }: Point, byIndex: ReadonlyMap<number, Candidate>): boolean {
  return (byIndex.get(first?.index ?? -1)?.values.leansBack ?? 0) > 0;
}

/** Returns the points after an opening, the soundest first. */
function soundest(
  opening: readonly Point[],
  options: ChoiceOptions,
  { candidates, sentences, weights }: Choice,
): readonly { readonly point: Point; readonly soundness: number }[] {
  const { vectors, title, hook } = candidates;
  const read = opening.flatMap((point) => point.sentences.map(({ index }) => vectors[index]));
  const told = new Set([title, hook, ...read].flatMap((vector) => [...(vector?.keys() ?? [])]));
  const context = { language: options.language, weights, vectors, told };
  const byIndex = new Map(candidates.all.map((candidate) => [candidate.sentence.index, candidate]));
  const end = opening.at(-1)?.sentences.at(-1)?.index ?? -1;
  return pointsOf(candidates, sentences, weights, options)
    .filter((point) => startOf(point) > end && !leans(point, byIndex) && isNews(point, told, vectors))
    .map((point) => ({ point, soundness: soundnessOf(point, byIndex, context) }))
    .sort((one, other) => other.soundness - one.soundness);
}
