import { xWeight } from '../../text/x/weight.ts';
import type { PostSentence, PostText } from '../reading/post-sentences.ts';
import { centralities, type StemVector, similarity, stemVectors } from './centrality.ts';
import { danglesAt, needsNext } from './context-bound.ts';
import { type FeatureContext, type FeatureName, featuresOf, scoreOf, WEIGHTS } from './features.ts';
import { pointsElsewhere } from './points-elsewhere.ts';
import { answerTo, isAsked } from './question-answer.ts';
import type { SummaryLanguage } from './stop-words.ts';
import { stemsOf } from './words.ts';

/** How points are kept apart, besides by what they are worth; fitted with the weights. */
export const CHOICE = {
  /** What a sentence loses for being wholly like one that is chosen. */
  likeness: 2,
  /** What it loses for each chosen one below the same heading, so that every section is heard. */
  sameSection: 0.3,
  /** What it loses for one in the same paragraph. */
  sameParagraph: 1,
  /** Above this likeness two sentences say the same, and only one is taken. */
  repeat: 0.6,
  /** The share of the post in which the hook stands. */
  hookWithin: 0.2,
  /**
   * What a sentence gains that is the first to speak of all the title: whoever reads that expects all of it. Our
   * judgement: in the posts that weights are fitted on, anything from 0 to 3 chooses the same.
   */
  wholeTitle: 1,
  /** What the very first sentence gains as a hook, and those after it less and less: a reader has to be led in. */
  hookLead: 1,
} as const;

/** A point of a summary: one sentence, or two neighbours where the second needs the first; in the post's order. */
export type Point = { readonly sentences: readonly PostSentence[]; readonly score: number };

/** What sentences are chosen by. */
export type ChoiceOptions = {
  readonly language: SummaryLanguage;
  readonly title: string;
  /** What opens the summary already, in the author's words: no point repeats it, and none is taken for its sake. */
  readonly hook?: string;
  readonly weights?: Readonly<Record<FeatureName, number>>;
  readonly choice?: Readonly<Record<keyof typeof CHOICE, number>>;
};

/** Every sentence that may be a point, with its features: for fitting the weights. */
export type Candidate = {
  readonly sentence: PostSentence;
  readonly values: Record<FeatureName, number>;
  /** Why it can't stand by itself, where it can't. */
  readonly dangles: string | undefined;
};

/** The sentences of a post that may stand in a summary, with what speaks for and against each. */
export function candidatesOf(text: PostText, options: ChoiceOptions): Candidate[] {
  return graded(text, options).candidates;
}

function graded(text: PostText, { language, title, hook = '' }: ChoiceOptions) {
  const { sentences, headings } = text;
  const vectors = stemVectors([
    ...sentences.map((sentence) => stemsOf(sentence.text)),
    ...headings.map(stemsOf),
    stemsOf(title),
    stemsOf(hook),
  ]);
  const openings = new Set<number>();
  sentences.forEach(({ section, paragraph }, at) => {
    if (sentences[at - 1]?.section !== section) openings.add(paragraph);
  });
  const context: FeatureContext = {
    language,
    count: sentences.length,
    paragraphs: new Set(sentences.map(({ paragraph }) => paragraph)).size,
    openings,
    lastParagraph: sentences.at(-1)?.paragraph ?? 0,
    centrality: centralities(vectors.slice(0, sentences.length)),
    vectors,
    topics: vectors.slice(sentences.length, -2),
    title: vectors.at(-2) ?? new Map(),
  };
  const candidates = sentences
    .filter(({ unfit, text }) => unfit === undefined && pointsElsewhere(text, language) === undefined)
    .map((sentence) => ({
      sentence,
      values: featuresOf(sentence, context),
      dangles: sentence.label === undefined ? danglesAt(sentence.text, language) : undefined,
    }));
  return { candidates, vectors };
}

/**
 * Chooses up to `most` points from a post's sentences, in the order of the post; the first stands in the part where a
 * hook is looked for. `fits` says whether a point may be taken beside those already chosen.
 */
export function choosePoints(
  text: PostText,
  options: ChoiceOptions,
  most: number,
  fits: (points: readonly Point[]) => boolean = () => true,
): Point[] {
  const { candidates, vectors } = graded(text, options);
  const hook = vectors.at(-1) ?? NONE;
  const choice = options.choice ?? CHOICE;
  const weights = options.weights ?? WEIGHTS;
  const open: Point[] = pointsOf(candidates, text.sentences, weights, options.language);
  const chosen: Point[] = [];
  const titleStems = new Set(stemsOf(options.title));
  if (options.hook === undefined) {
    const hookEnd = Math.max(4, text.sentences.length * choice.hookWithin);
    const lead = (point: Point): number => choice.hookLead * (1 - startOf(point) / hookEnd);
    take(
      bestOf(
        open.filter((point) => startOf(point) < hookEnd),
        lead,
      ),
    );
  }
  const isCrumb = crumbsAmong(text.sentences);
  const whole = open.filter((point) => !isCrumb(point) || [...titleStems].some((stem) => holds(stem)(point)));
  while (chosen.length < most) {
    const best = bestOf(whole) ?? (chosen.length < FEW ? bestOf(open) : undefined);
    if (best === undefined) break;
    take(best);
  }
  for (const point of [...chosen]) {
    const pair = pairOf(point);
    if (pair !== undefined) chosen.splice(chosen.indexOf(point), 1, pair);
  }
  return chosen.sort((one, other) => startOf(one) - startOf(other));

  /** A very short sentence with the better of its neighbours, where there is room: `We need chairs. Six of them.` */
  function pairOf(point: Point): Point | undefined {
    const [one, more] = point.sentences;
    if (one === undefined || more !== undefined || xWeight(one.text) > PAIR.short) return undefined;
    const others = chosen.filter((other) => other !== point);
    const pairs = candidates.flatMap(({ sentence, values, dangles }): Point[] => {
      const isBefore = sentence.index === one.index - 1;
      if (!isBefore && sentence.index !== one.index + 1) return [];
      if (sentence.paragraph !== one.paragraph || (isBefore && dangles !== undefined)) return [];
      if (isAsked(sentence, text.sentences)) return [];
      if (xWeight(`${one.text} ${sentence.text}`) > PAIR.both) return [];
      if (others.some(({ sentences }) => sentences.includes(sentence))) return [];
      return [{ sentences: isBefore ? [sentence, one] : [one, sentence], score: scoreOf(values, weights) }];
    });
    return pairs.sort((first, second) => second.score - first.score).find((pair) => fits([...others, pair]));
  }

  function take(point: Point | undefined): void {
    if (point === undefined) return;
    chosen.push(point);
  }

  function bestOf(points: readonly Point[], bonus: (point: Point) => number = () => 0): Point | undefined {
    let best: Point | undefined;
    let highest = Number.NEGATIVE_INFINITY;
    for (const point of points) {
      const value = point.score + bonus(point) + titleGain(point) - lossOf(point);
      if (value <= highest || !fits([...chosen, point])) continue;
      best = point;
      highest = value;
    }
    return best;
  }

  function holds(stem: string): (point: Point) => boolean {
    return ({ sentences }) => sentences.some(({ index }) => vectors[index]?.has(stem) === true);
  }

  /** What it gains for the stems of the title that it is the first to hold. */
  function titleGain(point: Point): number {
    const fresh = [...titleStems].filter(
      (stem) => !hook.has(stem) && holds(stem)(point) && !chosen.some(holds(stem)),
    );
    // A title of one word is in every other sentence.
    return (choice.wholeTitle * fresh.length) / Math.max(2, titleStems.size);
  }

  function lossOf(point: Point): number {
    let loss = 0;
    let likest = Math.max(0, ...point.sentences.map(({ index }) => similarity(vectors[index] ?? NONE, hook)));
    for (const other of chosen) {
      for (const one of point.sentences) {
        for (const two of other.sentences) {
          const vector = vectors[one.index];
          const against = vectors[two.index];
          if (one.index === two.index) return Number.POSITIVE_INFINITY;
          if (vector !== undefined && against !== undefined)
            likest = Math.max(likest, similarity(vector, against));
        }
      }
      const [mine] = point.sentences;
      const [theirs] = other.sentences;
      if (mine?.paragraph === theirs?.paragraph) loss += choice.sameParagraph;
      else if (mine?.section === theirs?.section) loss += choice.sameSection;
    }
    return likest > choice.repeat ? Number.POSITIVE_INFINITY : loss + likest * choice.likeness;
  }
}

const NONE: StemVector = new Map();

const startOf = (point: Point): number => point.sentences[0]?.index ?? 0;

/**
 * A sentence of at most `short` says little by itself; the one beside it comes along where the two have no more than
 * `both`. In X's units, so that scripts without spaces count too. Our judgement: an editor who marks sentences marks no
 * pairs.
 */
const PAIR = { short: 48, both: 130 } as const;

/**
 * A sentence much shorter than its post's are says next to nothing alone (`Do the work!`), and only fills up, unless it speaks of the
 * title: room that is left stays empty rather, where `FEW` points are there. In X's units. Our judgement, as above.
 */
const CRUMB = { most: 30, share: 0.5 } as const;
const FEW = 2;

function crumbsAmong(sentences: readonly PostSentence[]): (point: Point) => boolean {
  const weights = sentences.map(({ text }) => xWeight(text)).sort((one, other) => one - other);
  const median = weights[Math.floor(weights.length / 2)] ?? 0;
  const limit = Math.min(CRUMB.most, CRUMB.share * median);
  return ({ sentences: [one, more] }) =>
    one !== undefined && more === undefined && one.label === undefined && xWeight(one.text) < limit;
}

/** What a point costs that needs its neighbour's help. */
const HELP = 0.8;

/** Sentences that stand by themselves; and those that don't, with the neighbour that they need where that one does. */
function pointsOf(
  candidates: readonly Candidate[],
  sentences: readonly PostSentence[],
  weights: Readonly<Record<FeatureName, number>>,
  language: SummaryLanguage,
): Point[] {
  const byIndex = new Map(candidates.map((candidate) => [candidate.sentence.index, candidate]));
  const isHalf = ({ text, index, paragraph }: PostSentence): boolean => {
    const next = sentences[index + 1];
    return next?.paragraph === paragraph && needsNext(text, next.text, language);
  };
  return candidates.flatMap(({ sentence, values, dangles }): Point[] => {
    const score = scoreOf(values, weights);
    if (isAsked(sentence, sentences)) {
      const answer = byIndex.get(answerTo(sentence, sentences)?.index ?? -1);
      if (answer === undefined || dangles !== undefined) return [];
      const both = (score + scoreOf(answer.values, weights)) / 2;
      return [{ sentences: [sentence, answer.sentence], score: both }];
    }
    const alone = dangles === undefined && !isHalf(sentence) ? [{ sentences: [sentence], score }] : [];
    const first = byIndex.get(sentence.index - 1);
    if (first?.sentence.paragraph !== sentence.paragraph || first.dangles !== undefined) return alone;
    const scoreOfFirst = scoreOf(first.values, weights);
    const pair = [first.sentence, sentence];
    if (isHalf(first.sentence)) return [...alone, { sentences: pair, score: scoreOfFirst }];
    return dangles === undefined ? alone : [{ sentences: pair, score: (score + scoreOfFirst) / 2 - HELP }];
  });
}
