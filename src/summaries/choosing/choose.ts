import { type Candidate, type CandidateOptions, type Candidates, candidatesOf } from './candidates.ts';
import { overlap, type StemVector, similarity } from './centrality.ts';
import { type FeatureName, scoreOf, WEIGHTS } from './features.ts';
import { continuedHook, hookEnd, hookScore } from './hook.ts';
import { type Point, pointsOf, startOf } from './points.ts';
import type { PostSentence, PostText } from './post-sentences.ts';
import { isAsked } from './question-answer.ts';
import { wordCount, wordsOf } from './words.ts';

/** The rules that keep points apart, besides their scores; fitted with the weights unless a row says otherwise. */
export const CHOICE = {
  /** The penalty for full similarity to a chosen sentence. */
  likeness: 2,
  /** The penalty for each chosen sentence below the same heading, so that every section is represented. */
  sameSection: 0.3,
  /** The penalty for a chosen sentence in the same paragraph. */
  sameParagraph: 1,
  /** Above this similarity two sentences say the same, and only one is taken. */
  repeat: 0.6,
  /** Above this share of common stems two sentences have the same pattern: `In week 3 …`, `In week 4 …`. */
  samePattern: 0.7,
  /**
   * The bonus for being the first to cover the whole title, because readers of the title expect all of it. Our judgement: in
   * the posts used for fitting, anything from 0 to 3 gives the same choice.
   */
  wholeTitle: 1,
  /** A sentence of at most this many words says little alone (`Six of them.`), so its neighbour is taken too … */
  pairShort: 9,
  /** … if both together have at most this many words. Our judgement: editors' marks contain no pairs. */
  pairBoth: 25,
  /**
   * A sentence far shorter than the post's median adds little (`Do the work!`), unless it is about the title: at most this many
   * words, and at most this share of the median. Our judgement, as above.
   */
  crumbWords: 6,
  crumbShare: 0.5,
  /** This many points are taken at any score above `useless` … */
  enough: 1,
  useless: -0.5,
  /** … and after those, only points with at least this score … */
  weak: 0.5,
  /**
   * … and with doubts (`doubtOf`) of at most this: on the public posts that we read, others were more often wrong than right. Our
   * judgement, as above.
   */
  doubt: 1.1,
  /** The penalty, and the doubt, for naming as known what neither the title, the hook nor a chosen point tells of. */
  unknown: 1,
  /** Crumbs and lines of a log are taken only while fewer points than this are chosen. */
  few: 1,
} as const;

/** What sentences are chosen by. */
export type ChoiceOptions = CandidateOptions & {
  readonly weights?: Readonly<Record<FeatureName, number>>;
  readonly choice?: Readonly<Record<keyof typeof CHOICE, number>>;
};

/** The facts for a choice; constant while points are chosen. */
type Choice = {
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
  const candidates = candidatesOf(text, options);
  const { sentences } = text;
  const choice: Choice = {
    candidates,
    sentences,
    titleStems: [...candidates.title.keys()],
    weights: options.weights ?? WEIGHTS,
    rules: options.choice ?? CHOICE,
    fits,
  };
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
  let chosen: readonly Point[] = hook === undefined ? [] : [hook];
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
export function scoreBeside(point: Point, chosen: readonly Point[], choice: Choice): number {
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
