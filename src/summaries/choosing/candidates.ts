import type { PhraseLanguage } from '../../languages/phrase-table.ts';
import { finds } from '../../languages/phrases.ts';
import { SPEAKS_OF_TITLE } from '../../languages/speaks-of-title.ts';
import { once } from '../../text/lazy.ts';
import { centralities, type StemVector, stemVectors } from './centrality.ts';
import { danglesAt, isRest, leansBack } from './context-bound.ts';
import { type FeatureContext, type FeatureName, featuresOf } from './features.ts';
import { isTellable } from './is-tellable.ts';
import { knownThings } from './known-things.ts';
import { logLines } from './log-lines.ts';
import { loneSteps } from './lone-steps.ts';
import {
  breaksOff,
  instructs,
  isPurpose,
  isReflexive,
  isVerbless,
  leavesOpening,
  pointsElsewhere,
} from './points-elsewhere.ts';
import { foreignTo } from './post-language.ts';
import type { PostSentence, PostText } from './post-sentences.ts';
import type { PostSize } from './post-size.ts';
import { walkthroughSentences } from './walkthrough.ts';
import { stemsOf, wordCount } from './words.ts';

/** A sentence that may become a point, with its features. */
export type Candidate = {
  readonly sentence: PostSentence;
  readonly values: Readonly<Record<FeatureName, number>>;
  /** Why it can't stand alone, if it can't. */
  readonly dangles: string | undefined;
  /** What it names as known although only an earlier sentence introduced it, as stems. */
  readonly needs: ReadonlySet<string>;
  /** Whether a pronoun inside it refers to something outside it. */
  readonly leansBack: boolean;
  /** Whether it is about the post itself: `In this post …`. */
  readonly isAbout: boolean;
  /** Whether it is a line of a log, or a step without its predecessors: used only as a last resort. */
  readonly isFiller: boolean;
};

/** From so many words on, a first sentence such as `In this post, we introduce …` says what its post is about. */
const FEWEST_OF_PURPOSE = 12;

/** What sentences are judged by besides themselves. */
export type CandidateOptions = {
  readonly language: PhraseLanguage;
  readonly title: string;
  /** The opening of the summary in the author's words: no point repeats it or gains from it. */
  readonly hook?: string;
  readonly size: PostSize;
};

/** The candidates of a post, with the stems of all its sentences, of its title and of its hook. */
export type Candidates = {
  readonly all: readonly Candidate[];
  /** Returns the one at a sentence’s index, if that may begin an opening, or go on with it. */
  readonly tellableAt: (index: number) => Candidate | undefined;
  /** By the sentence's index. */
  readonly vectors: readonly StemVector[];
  readonly title: StemVector;
  readonly hook: StemVector;
  /** The index of the post's own first sentence, below remarks about the post; -1 if it is a part of what is left out. */
  readonly opener: number;
};

/** `So`, `Well,`: a way to begin a post, which joins it to nothing. */
const STARTER = /^(?:so|well|ok(?:ay)?|alright|now),? (?!that )(?=\p{L})/iu;

/** Returns the words by which a sentence may refer to an earlier one. */
const ownOpening = ({ text, index, block }: PostSentence): string =>
  index === 0 && block === 0 ? text.replace(STARTER, '') : text;

/** A remark and the picture or card of its link: `Link: …` */
const MOST_BETWEEN = 2;

/**
 * Returns the index of the sentence before which a reader sees nothing but the title and remarks about the post: what it says of
 * `this` and `it` is the title's subject.
 */
function firstOwn(sentences: readonly PostSentence[], language: PhraseLanguage): number {
  let before = -1;
  for (const sentence of sentences) {
    const { index, block, section, text, unfit, place, of } = sentence;
    // Headings above it only say again what the title says.
    if (block > (before < 0 ? section : before + MOST_BETWEEN)) break;
    const isLabel = unfit === 'fragment' && of === 1 && !sentence.inItem;
    const isRemark = unfit === 'footnote' || isLabel || breaksOff(text, language) !== undefined;
    if (!isRemark) return isTellable(sentence) && place === 0 ? index : -1;
    before = block;
  }
  return -1;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Returns the sentences of a post that may be in a summary, with their features. */
export function candidatesOf(text: PostText, options: CandidateOptions): Candidates {
  const { language, size, hook = '' } = options;
  const { sentences, headings } = text;
  const vectors = stemVectors([
    ...sentences.map((sentence) => stemsOf(sentence.text)),
    ...headings.map(stemsOf),
    stemsOf(options.title),
    stemsOf(hook),
  ]);
  const ofSentences = vectors.slice(0, sentences.length);
  const title = vectors.at(-2) ?? new Map();
  const openings = new Set<number>();
  sentences.forEach(({ section, paragraph }, at) => {
    if (sentences[at - 1]?.section !== section) openings.add(paragraph);
  });
  const context = once(
    (): FeatureContext => ({
      language,
      size,
      openings,
      lastParagraph: sentences.at(-1)?.paragraph ?? 0,
      centrality: centralities(ofSentences),
      vectors,
      topics: vectors.slice(sentences.length, -2),
      title,
    }),
  );
  const needs = once(() => knownThings(sentences, language));
  const isForeign = foreignTo(sentences, language);
  const fillers = once(
    () =>
      new Set([
        ...logLines(sentences, language),
        ...loneSteps(sentences),
        ...walkthroughSentences(text, language),
      ]),
  );
  const opener = firstOwn(sentences, language);
  const isFree = ({ label, index, text: words }: PostSentence): boolean =>
    label !== undefined ||
    // What the first sentence says its post is for leans on nothing above it, also below a picture.
    ((index === opener || index === 0) &&
      !isRest(words) &&
      ((isPurpose(words) && wordCount(words) >= FEWEST_OF_PURPOSE) ||
        (index === opener && SPEAKS_OF_TITLE.some((rule) => finds(rule, words)))));
  const mayTell = (sentence: PostSentence): boolean =>
    isTellable(sentence) &&
    !isForeign(sentence) &&
    !(sentence.inItem && isVerbless(sentence.text, language)) &&
    leavesOpening(sentence, language) === undefined;
  // Most openings ask for a few of the first sentences.
  const tellable = sentences.map((sentence) =>
    once(() => {
      if (!mayTell(sentence)) return undefined;
      return candidate(sentence, {
        values: once(() => featuresOf(sentence, context())),
        dangles: once(() => (isFree(sentence) ? undefined : danglesAt(ownOpening(sentence), language))),
        needs: () => needs()[sentence.index] ?? NOTHING,
        leansBack: once(() => leansBack(sentence.text, language)),
        isAbout: once(() => isReflexive(sentence.text, language)),
        isFiller: once(() => fillers().has(sentence.index) || instructs(sentence.text, language)),
      });
    }),
  );
  const all = once(() =>
    tellable
      .map((one) => one())
      .filter((one) => one !== undefined)
      .filter(
        ({ sentence: { unfit, text: words } }) =>
          unfit === undefined && pointsElsewhere(words, language) === undefined,
      ),
  );
  return {
    get all() {
      return all();
    },
    tellableAt: (index) => tellable[index]?.(),
    vectors: ofSentences,
    title,
    hook: vectors.at(-1) ?? new Map(),
    opener,
  };
}

/** How the facts about a candidate are found. */
type Facts = { readonly [Fact in Exclude<keyof Candidate, 'sentence'>]: () => Candidate[Fact] };

/** Returns a candidate whose facts are found when they are asked for: most openings ask for those of a few sentences. */
const candidate = (sentence: PostSentence, facts: Facts): Candidate => ({
  sentence,
  get values() {
    return facts.values();
  },
  get dangles() {
    return facts.dangles();
  },
  get needs() {
    return facts.needs();
  },
  get leansBack() {
    return facts.leansBack();
  },
  get isAbout() {
    return facts.isAbout();
  },
  get isFiller() {
    return facts.isFiller();
  },
});
