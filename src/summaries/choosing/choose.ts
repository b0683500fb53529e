import { type Candidate, type CandidateOptions, type Candidates, candidatesOf } from './candidates.ts';
import { overlap, type StemVector, similarity } from './centrality.ts';
import { CHOICE } from './choice.ts';
import { type FeatureName, scoreOf, WEIGHTS } from './features.ts';
import { continuedHook, hookEnd, hookScore, openerAmong } from './hook.ts';
import { type Point, pointsOf, startOf } from './points.ts';
import type { PostSentence, PostText } from './post-sentences.ts';
import { isAsked } from './question-answer.ts';
import { wordCount, wordsOf } from './words.ts';

/** What sentences are chosen by. */
export type ChoiceOptions = CandidateOptions & {
  readonly weights?: Readonly<Record<FeatureName, number>>;
  readonly choice?: Readonly<Record<keyof typeof CHOICE, number>>;
};

/** The facts for a choice; constant while points are chosen. */
export type Choice = {
  readonly candidates: Candidates;
  readonly sentences: readonly PostSentence[];
  readonly titleStems: readonly string[];
  readonly weights: Readonly<Record<FeatureName, number>>;
  readonly rules: Readonly<Record<keyof typeof CHOICE, number>>;
  /** Whether some points may be in a summary together. */
  readonly fits: (points: readonly Point[]) => boolean;
};

/**
 * Chooses up to `most` points from a post's sentences, in the order of the post; the first is the hook, unless `options.hook`
 * is given. `fits` says whether some points may be in a summary together.
 */
export function choosePoints(
  text: PostText,
  options: ChoiceOptions,
  most: number,
  fits: (points: readonly Point[]) => boolean = () => true,
): Point[] {
  const choice = choiceOf(text, options, fits);
  const { candidates, sentences } = choice;
  const open = pointsOf(candidates, sentences, choice.weights, options);
  const isLast = lastChoices(choice);
  const good = open.filter((point) => !isLast(point));
  const hook = options.hook === undefined ? hookAmong(good, open, options, choice) : undefined;
  // A point before the hook would be out of order below it.
  const after = (points: readonly Point[]): Point[] =>
    points.filter((point) => hook === undefined || startOf(point) > startOf(hook));
  const { doubt, weak, useless, enough } = choice.rules;
  const isOfUse = (point: Point): boolean => point.score >= useless;
  const isSound = (point: Point): boolean =>
    point.score >= weak && point.doubt + strangeness(point, chosen, choice) <= doubt;
  const mayOpen = (point: Point): boolean =>
    isOfUse(point) &&
    point.doubt <= doubt &&
    fits([point]) &&
    scoreBeside(point, [], choice) > Number.NEGATIVE_INFINITY;
  const isDescribed = hook === undefined && choice.rules.opener > 0;
  const opening = hook ?? (isDescribed ? openerAmong(good, mayOpen) : undefined);
  let chosen: readonly Point[] = opening === undefined ? [] : [opening];
  const points = (): number => chosen.length - (hook === undefined ? 0 : 1);
  while (chosen.length < most) {
    const may = points() < enough ? isOfUse : isSound;
    const best =
      bestOf(after(good).filter(may), chosen, choice) ??
      (chosen.length < choice.rules.few ? bestOf(after(open), chosen, choice) : undefined);
    if (best === undefined) break;
    chosen = [...chosen, best];
  }
  if (hook !== undefined && points() <= enough) {
    const rest = chosen.slice(1);
    const { measure, limit } = options.size;
    const isTold = (sentence: PostSentence): boolean =>
      rest.some((point) => point.sentences.includes(sentence));
    const may = (longer: Point): boolean =>
      !longer.sentences.some(isTold) &&
      measure(longer.sentences.map((sentence) => sentence.text).join(' ')) <= limit &&
      fits([longer, ...rest]);
    chosen = [continuedHook(hook, candidates, may), ...rest];
  }
  return withNeighbours(chosen, choice).sort((one, other) => startOf(one) - startOf(other));
}

/** Gathers the facts for a choice from a post's sentences. */
export function choiceOf(text: PostText, options: ChoiceOptions, fits: Choice['fits']): Choice {
  const candidates = candidatesOf(text, options);
  return {
    candidates,
    sentences: text.sentences,
    titleStems: [...candidates.title.keys()],
    weights: options.weights ?? WEIGHTS,
    rules: options.choice ?? CHOICE,
    fits,
  };
}

/** Returns the best opening: among good points near the start, else among all points there, else the best point of all. */
function hookAmong(
  good: readonly Point[],
  open: readonly Point[],
  options: ChoiceOptions,
  choice: Choice,
): Point | undefined {
  const { candidates, sentences } = choice;
  const end = hookEnd(sentences.length);
  const context = {
    language: options.language,
    title: candidates.title,
    vectors: candidates.vectors,
    sentences,
  };
  const score = (point: Point): number => hookScore(point, context);
  const near = (points: readonly Point[]): Point[] => points.filter((point) => startOf(point) < end);
  for (const points of [near(good), good, near(open), open]) {
    const best = highest(points, score, (point) => choice.fits([point]));
    if (best !== undefined) return best;
  }
  return undefined;
}

function bestOf(points: readonly Point[], chosen: readonly Point[], choice: Choice): Point | undefined {
  return highest(
    points,
    (point) => scoreBeside(point, chosen, choice),
    (point) => choice.fits([...chosen, point]),
  );
}

/** Returns the first of the permitted points with the highest score. */
function highest(
  points: readonly Point[],
  score: (point: Point) => number,
  may: (point: Point) => boolean,
): Point | undefined {
  let best: Point | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const point of points) {
    const value = score(point);
    if (value <= most || !may(point)) continue;
    best = point;
    most = value;
  }
  return best;
}

/** Returns the score of a point given the chosen ones; `-Infinity` if it says the same as one of them. */
function scoreBeside(point: Point, chosen: readonly Point[], choice: Choice): number {
  const { rules, candidates } = choice;
  const { vectors, hook } = candidates;
  if (chosen.some((other) => openingOf(other) === openingOf(point))) return Number.NEGATIVE_INFINITY;
  let value = point.score + titleGain(point, chosen, choice) - strangeness(point, chosen, choice);
  let likest = Math.max(0, ...point.sentences.map(({ index }) => similarity(vectors[index] ?? NONE, hook)));
  for (const other of chosen) {
    for (const one of point.sentences) {
      for (const two of other.sentences) {
        if (one.index === two.index) return Number.NEGATIVE_INFINITY;
        const mine = vectors[one.index] ?? NONE;
        const theirs = vectors[two.index] ?? NONE;
        if (overlap(mine, theirs) > rules.samePattern) return Number.NEGATIVE_INFINITY;
        likest = Math.max(likest, similarity(mine, theirs));
      }
    }
    const [mine] = point.sentences;
    const [theirs] = other.sentences;
    if (mine?.paragraph === theirs?.paragraph) value -= rules.sameParagraph;
    else if (mine?.section === theirs?.section) value -= rules.sameSection;
  }
  return likest > rules.repeat ? Number.NEGATIVE_INFINITY : value - likest * rules.likeness;
}

/** Two points that begin with the same words read as if one were a draft of the other. */
const OPENING_WORDS = 4;

/** Returns how a point begins; itself, if it is shorter. */
function openingOf({ sentences: [first] }: Point): string | undefined {
  return wordsOf(first?.text.slice(0, 80) ?? '')
    .slice(0, OPENING_WORDS)
    .join(' ');
}

const NONE: StemVector = new Map();

const holds = (point: Point, stem: string, { vectors }: Candidates): boolean =>
  point.sentences.some(({ index }) => vectors[index]?.has(stem) === true);

/** Returns the penalty of a point that names something as known of which nothing before it in the summary tells. */
function strangeness({ needs }: Point, chosen: readonly Point[], { candidates, rules }: Choice): number {
  const isTold = (stem: string): boolean =>
    candidates.title.has(stem) ||
    candidates.hook.has(stem) ||
    chosen.some((other) => holds(other, stem, candidates));
  return [...needs].every(isTold) ? 0 : rules.unknown;
}

/** Returns the bonus for stems of the title that no chosen point has yet. */
function titleGain(
  point: Point,
  chosen: readonly Point[],
  { titleStems, candidates, rules }: Choice,
): number {
  const fresh = titleStems.filter(
    (stem) =>
      !candidates.hook.has(stem) &&
      holds(point, stem, candidates) &&
      !chosen.some((other) => holds(other, stem, candidates)),
  );
  // A title of one word is in every other sentence.
  return (rules.wholeTitle * fresh.length) / Math.max(2, titleStems.length);
}

/** Returns a test for points that are only a last resort: lines of a log, and crumbs that are not about the title. */
function lastChoices({ sentences, titleStems, candidates, rules }: Choice): (point: Point) => boolean {
  const counts = sentences.map(({ text }) => wordCount(text)).sort((one, other) => one - other);
  const median = counts[Math.floor(counts.length / 2)] ?? 0;
  const limit = Math.min(rules.crumbWords, rules.crumbShare * median);
  return (point) => {
    if (point.isFiller) return true;
    const [one, more] = point.sentences;
    if (one === undefined || more !== undefined || one.label !== undefined) return false;
    if (wordCount(one.text) >= limit) return false;
    return !titleStems.some((stem) => holds(point, stem, candidates));
  };
}

/** Adds to each very short chosen point the better of its neighbours, if there is room: `We need chairs. Six of them.` */
function withNeighbours(chosen: readonly Point[], choice: Choice): Point[] {
  let points = [...chosen];
  for (const point of chosen) {
    if (!points.includes(point)) continue;
    const pair = pairOf(point, points, choice);
    if (pair === undefined) continue;
    const isIn = (other: Point): boolean => other.sentences.some((one) => pair.sentences.includes(one));
    points = [...points.filter((other) => !isIn(other)), pair];
  }
  return points;
}

function pairOf(point: Point, points: readonly Point[], choice: Choice): Point | undefined {
  const { candidates, sentences, weights, rules, fits } = choice;
  const [one, more] = point.sentences;
  if (one === undefined || more !== undefined || wordCount(one.text) > rules.pairShort) return undefined;
  const others = points.filter((other) => other !== point);
  const pairs = candidates.all.flatMap(({ sentence, values, dangles, isFiller }: Candidate): Point[] => {
    const isBefore = sentence.index === one.index - 1;
    if (!isBefore && sentence.index !== one.index + 1) return [];
    if (sentence.paragraph !== one.paragraph || (isBefore && dangles !== undefined) || isFiller) return [];
    if (isAsked(sentence, sentences)) return [];
    if (wordCount(one.text) + wordCount(sentence.text) > rules.pairBoth) return [];
    const taken = others.find((other) => other.sentences.includes(sentence));
    if (taken !== undefined && taken.sentences.length > 1) return [];
    const both = isBefore ? [sentence, one] : [one, sentence];
    return [
      { sentences: both, score: scoreOf(values, weights), doubt: 0, needs: point.needs, isFiller: false },
    ];
  });
  return pairs
    .sort((first, second) => second.score - first.score)
    .find((pair) =>
      fits([
        ...others.filter(
          ({ sentences: [other] }) => other !== pair.sentences[0] && other !== pair.sentences[1],
        ),
        pair,
      ]),
    );
}
