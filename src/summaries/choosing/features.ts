import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import { finds, type Phrases } from '../../languages/phrases.ts';
import { type StemVector, similarity } from './centrality.ts';
import { leansBack } from './context-bound.ts';
import type { PostSentence } from './post-sentences.ts';
import type { PostSize } from './post-size.ts';
import { quotedLength } from './quoted-sentences.ts';
import { wordCount } from './words.ts';

/** What a feature may use besides the sentence itself. */
export type FeatureContext = {
  readonly language: PhraseLanguage;
  readonly size: PostSize;
  /** The first paragraph below each heading, and the very last one. */
  readonly openings: ReadonlySet<number>;
  readonly lastParagraph: number;
  /** By sentence. */
  readonly centrality: readonly number[];
  readonly vectors: readonly StemVector[];
  /** The title and the heading above, by section. */
  readonly topics: readonly StemVector[];
  readonly title: StemVector;
};

type Feature = {
  readonly weight: number;
  readonly reason: string;
  /** From 0 to 1, or from -1 if it counts against. */
  readonly value: (sentence: PostSentence, context: FeatureContext) => number;
};

const ramp = (value: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));
const found = (text: string, pattern: RegExp): number => (pattern.test(text) ? 1 : 0);

type PhraseKind = 'defining' | 'occasion' | 'turning' | 'advising' | 'supposing' | 'recalling';

/** Returns 1 if a rule of that kind matches. */
const says = (kind: PhraseKind, text: string, phrases: Phrases): number =>
  phrases[kind].some((rule) => finds(rule, text)) ? 1 : 0;

/**
 * The features for and against a sentence, one row each. `bench/summaries-tune.ts` fitted the weights on the odd halves of
 * `bench/summaries` and `bench/summaries-terse`, then they were rounded; the even halves were never used. Where those posts
 * have too few cases (emphasis, items, questions, speech, housekeeping, sentences longer than a post), the weight is our
 * judgement.
 */
export const FEATURES = {
  centrality: {
    weight: 1.9,
    reason: 'a sentence that shares its words with many others says what the post is about',
    value: ({ index }, { centrality }) => centrality[index] ?? 0,
  },
  length: {
    weight: 2.3,
    reason: 'a point with its reason takes room',
    value: ({ text }) => ramp(wordCount(text), 8, 24),
  },
  short: {
    weight: -0.4,
    reason: 'a very short sentence depends on its neighbours',
    value: ({ text }) => 1 - ramp(wordCount(text), 4, 10),
  },
  rambling: {
    weight: -1.65,
    reason: 'one sentence of forty words is a scene, not a point',
    value: ({ text }) => ramp(wordCount(text), 32, 46),
  },
  nested: {
    weight: -0.35,
    reason: 'nested clauses usually describe, and rarely make a point',
    value: ({ text }, { language }) => ramp(text.match(PHRASES[language].subclause)?.length ?? 0, 2, 5),
  },
  alone: {
    weight: 1,
    reason: 'its author gave it a paragraph of its own',
    value: ({ of, inItem }) => (of === 1 && !inItem ? 1 : 0),
  },
  number: {
    weight: 0.15,
    reason: 'figures are what a reader remembers',
    value: ({ text }, { language }) => found(text, /\d/) || found(text, PHRASES[language].numerals),
  },
  recollection: {
    weight: -1.1,
    reason: '`I remember`, `she told me`, `as if`: the story around the point',
    value: ({ text }, { language }) => says('recalling', text, PHRASES[language]),
  },
  definition: {
    weight: 0.6,
    reason: '`X is a Y` says what something is',
    value: ({ text }, { language }) => says('defining', text, PHRASES[language]),
  },
  occasion: {
    weight: 0.4,
    reason: 'what happened is why the post was written',
    value: ({ text }, { language }) => says('occasion', text, PHRASES[language]),
  },
  turn: {
    weight: 0.5,
    reason: 'a turn in the story, or its lesson, is its point',
    value: ({ text }, { language }) => says('turning', text, PHRASES[language]),
  },
  advice: {
    weight: 0.2,
    reason: 'advice is what a reader remembers',
    value: ({ text }, { language }) => says('advising', text, PHRASES[language]),
  },
  supposition: {
    weight: -1.2,
    reason: '`suppose`, `maybe`: an example or a guess is not the point',
    value: ({ text }, { language }) => says('supposing', text, PHRASES[language]),
  },
  step: {
    weight: -1,
    reason: 'one step of several says nothing without the others',
    value: ({ isStep }) => (isStep ? 1 : 0),
  },
  code: {
    weight: -0.8,
    reason: 'names from the code mean little to those who have not read it',
    value: ({ code, text }) =>
      ramp(code.reduce((sum, { start, end }) => sum + end - start, 0) / text.length, 0.02, 0.2),
  },
  besideCode: {
    weight: -1.6,
    reason: 'words beside code, a table or a formula explain what a summary does not show',
    value: ({ shown }) => ({ beside: 1, section: 0.5, none: 0 })[shown],
  },
  overlong: {
    weight: -6,
    reason: 'a sentence longer than a post would be cut in the middle',
    value: ({ text }, { size }) => ramp(size.measure(text), size.limit - 20, size.limit + 20),
  },
  opensParagraph: {
    weight: 0.35,
    reason: 'a paragraph’s first sentence usually makes sense on its own',
    value: ({ place }) => (place === 0 ? 1 : 0),
  },
  closesParagraph: {
    weight: -0.8,
    reason: 'the last sentence is often an aside: on the tune half it is taken less than others',
    value: ({ place, of }) => (of > 1 && place === of - 1 ? 1 : 0),
  },
  opensSection: {
    weight: -0.35,
    reason: 'below a heading the first sentences lead up to the point',
    value: ({ paragraph, place }, { openings }) => (openings.has(paragraph) && place <= 1 ? 1 : 0),
  },
  closesPost: {
    weight: 0.7,
    reason: 'the last paragraph says what to take away',
    value: ({ paragraph }, { lastParagraph }) => (paragraph === lastParagraph ? 1 : 0),
  },
  onTopic: {
    weight: 1.5,
    reason: 'it uses the words of the title or of its heading',
    value: ({ index, section }, { vectors, topics, title }) => {
      const vector = vectors[index];
      if (vector === undefined) return 0;
      const topic = topics[section];
      return Math.min(
        1,
        2 * Math.max(similarity(vector, title), topic === undefined ? 0 : similarity(vector, topic)),
      );
    },
  },
  general: {
    weight: 0.8,
    reason: '`every`, `never`, `nobody` and `most` claim something',
    value: ({ text }, { language }) => found(text, PHRASES[language].general),
  },
  emphasised: {
    weight: 0.3,
    reason: 'its author marked it',
    value: ({ emphasised }) => (emphasised ? 1 : 0),
  },
  inItem: {
    weight: -0.3,
    reason:
      'an item depends on its list, and most are not sentences; in a post of only items, all have this feature',
    value: ({ inItem }) => (inItem ? 1 : 0),
  },
  question: {
    weight: -0.8,
    reason: 'a question promises what the summary then lacks',
    value: ({ text }) => found(text, /[?？]["”»’')」]*$/),
  },
  speech: {
    weight: -0.8,
    reason: 'much of it is somebody’s words',
    value: ({ text }) => ramp(quotedLength(text) / text.length, 0.15, 0.6),
  },
  leansBack: {
    weight: -1.65,
    reason: 'a pronoun or demonstrative inside it refers to something outside it',
    value: ({ text }, { language }) => (leansBack(text, language) ? 1 : 0),
  },
} as const satisfies Record<string, Feature>;

export type FeatureName = keyof typeof FEATURES;

/** Computes the features of a sentence, by name. */
export function featuresOf(sentence: PostSentence, context: FeatureContext): Record<FeatureName, number> {
  const values = Object.entries(FEATURES).map(([name, { value }]) => [name, value(sentence, context)]);
  return Object.fromEntries(values) as Record<FeatureName, number>;
}

/** Sums a sentence's features with their weights. */
export function scoreOf(
  values: Record<FeatureName, number>,
  weights: Readonly<Record<FeatureName, number>> = WEIGHTS,
): number {
  let sum = 0;
  for (const name of FEATURE_NAMES) sum += weights[name] * values[name];
  return sum;
}

/** Features that suggest that a sentence depends on the rest of its post, or is not its point. */
const DOUBTS = ['leansBack', 'supposition', 'recollection', 'code', 'besideCode', 'step'] as const;

/** Returns how likely a sentence depends on the rest of its post: the sum of its doubts' weights, from 0. */
export function doubtOf(
  values: Readonly<Record<FeatureName, number>>,
  weights: Readonly<Record<FeatureName, number>>,
): number {
  return DOUBTS.reduce((sum, name) => sum - weights[name] * values[name], 0);
}

/** Every feature, in the order of the table. */
export const FEATURE_NAMES = Object.keys(FEATURES) as readonly FeatureName[];

/** The weights of the table. */
export const WEIGHTS = Object.fromEntries(
  FEATURE_NAMES.map((name) => [name, FEATURES[name].weight]),
) as Record<FeatureName, number>;
