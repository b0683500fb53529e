import { danglesAt, isRest } from './context-bound.ts';
import { mainWords, titleWords, type UsedWord } from './main-words.ts';
import type { OpeningContext } from './opening-context.ts';
import { endAt } from './opening-flow.ts';
import { lengthOf, OPENING, postsOf } from './opening-length.ts';
import { isBeforeNews, missesNews, newsOf, type OpeningNews } from './opening-news.ts';
import { breaksOff, isCount, isReflexive } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';

/** A place where an opening may end. */
export type OpeningEnd = {
  /** What it tells then; never empty. */
  readonly told: readonly PostSentence[];
  readonly last: PostSentence;
  /** The sentence of the post that follows. */
  readonly after: PostSentence | undefined;
  /** What the sentence that follows makes of it. */
  readonly how: ReturnType<typeof endAt>;
  /** The words of the title and how often the post uses them. */
  readonly title: readonly UsedWord[];
  /** The words that the post uses most. */
  readonly main: readonly UsedWord[];
  /** The sentences with news. */
  readonly news: OpeningNews;
};

type EndRow = {
  readonly weight: number;
  readonly reason: string;
  /** From 0 to 1, but for what is counted. */
  readonly value: (end: OpeningEnd, context: OpeningContext) => number;
};

/** Sentences that remain in a paragraph count up to so many. */
const MOST_REST = 3;
/** Sums that differ by less are the same. */
const SAME = 1e-9;
/** The longest scene, as a share of a post. */
const SCENE = 0.4;

/**
 * What makes a good end of an opening, one row per reason. The weights are those of a conditional logistic regression on 1,104
 * openings of public posts, in each of which a reader marked all sentences with which an announcement may end; rounded. Three are
 * our judgement: that of teasers (readers marked the end of 94 of 106), and those of counts and scenes, which are rare in these posts.
 * Those of news, of what was made and of excuses were fitted later, to the same marks.
 */
export const OPENING_ENDS: readonly EndRow[] = [
  {
    weight: 1.4,
    reason: 'a paragraph is a thought',
    value: (end) => Number(endsParagraph(end)),
  },
  {
    weight: -0.4,
    reason: 'inside a paragraph, each sentence that remains of it is missed',
    value: (end) => (endsParagraph(end) ? 0 : Math.min(MOST_REST, end.last.of - end.last.place - 1)),
  },
  {
    weight: 1.5,
    reason: 'below a heading begins another matter',
    value: ({ last, after }) => Number(after?.section !== last.section),
  },
  {
    weight: 1.5,
    reason: 'readers know the words of the title that the post uses again and again',
    value: ({ title, told }, context) => {
      const all = usesOf(title);
      return all === 0 ? 1 : usesOf(title.filter((word) => isTold(word, told, context))) / all;
    },
  },
  {
    weight: 1.2,
    reason: 'what the title promises is told',
    value: ({ title, told }, context) =>
      title.length === 0 ? 1 : title.filter((word) => isTold(word, told, context)).length / title.length,
  },
  {
    weight: 3,
    reason: 'the last sentence says what the post is about: it has the words that the post uses most',
    value: ({ main, last }, context) =>
      main.length === 0 ? 0 : main.filter(({ stem }) => has(last, stem, context)).length / main.length,
  },
  {
    weight: 0.9,
    reason: 'what leans on the sentence before completes its thought: `So it went.`',
    value: ({ last }, { language }) => Number(danglesAt(last.text, language) !== undefined),
  },
  {
    weight: 1.4,
    reason: 'next, the author speaks of the text itself: `In this post …`',
    value: ({ after }, { language }) => Number(after !== undefined && isReflexive(after.text, language)),
  },
  {
    weight: 1,
    reason: 'next, the author leads on to the rest or turns to the reader: `Let’s begin.`',
    value: ({ after }, { language }) =>
      Number(after !== undefined && breaksOff(after.text, language) !== undefined),
  },
  {
    weight: 4,
    reason: 'the author ended a teaser here',
    value: ({ told, last, news }, { teaser }) =>
      Number(
        teaser > 0 &&
          last.index === teaser - 1 &&
          !told.every(({ text }) => isCount(text)) &&
          !missesNews(told, news),
      ),
  },
  {
    weight: -3,
    reason: 'the number of changes tells none of them: `This week, we merged 37 pull requests.`',
    value: ({ told }) => Number(told.every(({ text }) => isCount(text))),
  },
  {
    weight: -2.3,
    reason: 'what the author announces comes later: `I want to share our new lid.`',
    value: ({ told, news }) => Number(missesNews(told, news)),
  },
  {
    weight: 0.7,
    reason: 'what the author made is news: `So we built a lid.`',
    value: ({ last, news }) => Number(news.made.includes(last)),
  },
  {
    weight: -4,
    reason: 'a greeting or an excuse says nothing: `This letter is shorter than usual.`',
    value: ({ told }) => Number(isBeforeNews(told)),
  },
  {
    weight: -0.9,
    reason: 'one sentence says little',
    value: ({ told }) => Number(told.length === 1),
  },
  {
    weight: -1,
    reason: 'each post after the third, with the title and the link, is read by fewer',
    value: ({ told }, context) => Math.max(0, postsOf(told, context) - OPENING.most),
  },
  {
    weight: -4,
    reason: 'what it promises does not follow: `First of all, …`',
    value: ({ how }) => Number(how === 'promise'),
  },
  {
    weight: -0.6,
    reason: 'the next sentence takes it back, leans on it or answers it: `But nobody came.`',
    value: ({ how }) => Number(how === 'half' || how === 'none'),
  },
  {
    weight: -3,
    reason: 'a few sentences above a separator, without a word of the title, only set the scene',
    value: (end, context) => Number(isScene(end, context)),
  },
  {
    weight: -3.3,
    reason: 'a remark in brackets is no end',
    value: ({ last }) => Number(last.form === undefined && isRest(last.text)),
  },
];

const endsParagraph = ({ last, after }: OpeningEnd): boolean => after?.paragraph !== last.paragraph;

/** Whether an opening that ends here is only a short scene: the subject comes below the separator. */
const isScene = ({ told, last, after, title }: OpeningEnd, context: OpeningContext): boolean =>
  after !== undefined &&
  context.blocks.separators.has(last.block + 1) &&
  lengthOf(told, context.size) < SCENE &&
  !title.some((word) => isTold(word, told, context));

const has = ({ index }: PostSentence, stem: string, { candidates }: OpeningContext): boolean =>
  candidates.vectors[index]?.has(stem) === true;

/** Whether the author's description or what an opening tells has a word. */
const isTold = ({ stem }: UsedWord, told: readonly PostSentence[], context: OpeningContext): boolean =>
  context.candidates.hook.has(stem) || told.some((one) => has(one, stem, context));

const usesOf = (words: readonly UsedWord[]): number => words.reduce((sum, { uses }) => sum + uses, 0);

/** Returns the passage whose end is the best, the shortest of equals; empty if there is none. */
export function bestEnding(
  passages: readonly (readonly PostSentence[])[],
  context: OpeningContext,
  rows: readonly EndRow[] = OPENING_ENDS,
): readonly PostSentence[] {
  const { sentences, candidates } = context;
  const title = titleWords(candidates);
  const facts = { title, main: mainWords(candidates), news: newsOf(passages, title, context) };
  let best: readonly PostSentence[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const told of passages) {
    const last = told.at(-1);
    if (last === undefined) continue;
    const after = sentences[last.index + 1];
    const end = { told, last, after, how: endAt(last, after, context), ...facts };
    const score = rows.reduce((sum, { weight, value }) => sum + weight * value(end, context), 0);
    if (score > most + SAME) {
      best = told;
      most = score;
    }
  }
  return best;
}
