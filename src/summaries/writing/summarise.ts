import type { Finding } from '../../drafts/finding.ts';
import { packedInto, postsFilled } from '../choosing/packing.ts';
import { languageOf } from '../choosing/post-language.ts';
import { postText } from '../choosing/post-sentences.ts';
import { type PostSize, SHORTEST_POST } from '../choosing/post-size.ts';
import { summaryFinding } from '../finding-codes.ts';
import type { BlogPost } from '../reading/blog-post.ts';
import { describesOnly, isDigest, saysNothing } from './digest-pieces.ts';
import { digestSections } from './digest-sections.ts';
import { areCutLines, isLog, isOfLabels, isReview } from './log-items.ts';
import { proseParagraphs } from './prose-paragraphs.ts';
import { withAdvice } from './release-advice.ts';
import { roundUpItems } from './round-up.ts';
import { roundUpParagraphs } from './round-up-paragraphs.ts';
import { summaryMarkdown } from './summary-markdown.ts';
import { lineOf, type SummaryParagraph, type SummaryPlan, sourceLine } from './summary-paragraph.ts';
import { tellableItems } from './tellable-items.ts';
import type { ListedItems } from './whole-lists.ts';

/** The length of a summary; `auto`: the post's opening as it stands. */
export type SummaryLength = 'auto' | 'short' | 'medium' | 'long';

/**
 * The limits of each length: points besides the hook, and posts. Six posts and one that pays for the link cost $0.29 on X at
 * the prices of April 2026, which is why none is longer.
 */
export const LENGTHS: Readonly<Record<SummaryLength, { readonly points: number; readonly posts: number }>> = {
  auto: { points: 5, posts: 6 },
  short: { points: 3, posts: 4 },
  medium: { points: 5, posts: 6 },
  long: { points: 7, posts: 7 },
};

/** The most points of any summary; with more it would be the post itself. */
const MOST_POINTS = 7;
/** The fewest points of a useful summary. */
export const FEWEST_POINTS = 3;

/** How a summary should look. */
export type SummariseOptions = {
  /** The size of a post on the smallest network of the summary; a post that fits every network if absent. */
  readonly size?: PostSize;
  readonly length?: SummaryLength | undefined;
  /** The exact number of posts, if the blog post has enough content; overrides `length`. */
  readonly posts?: number | undefined;
};

/** Returns how many points and posts a summary may have. */
function limitsOf({ length = 'auto', posts }: SummariseOptions): Pick<SummaryPlan, 'points' | 'budget'> {
  if (posts === undefined) return { points: LENGTHS[length].points, budget: LENGTHS[length].posts };
  return { points: Math.min(MOST_POINTS, Math.max(posts, FEWEST_POINTS)), budget: Math.max(1, posts) };
}

/** Returns the links of a round-up, or what a post says; the lines of a program's log only where it says nothing else. */
function paragraphsOf(
  post: BlogPost,
  listed: ListedItems,
  plan: SummaryPlan,
): { readonly paragraphs: readonly SummaryParagraph[]; readonly isRoundUp: boolean } {
  const items = listed.told;
  const isList = items.length >= FEWEST_POINTS && !isReview(items) && !isOfLabels(items);
  const isFew = plan.isDigest && plan.onlyOpening && items.length < plan.points;
  const sections = isFew ? digestSections(post, plan, items.length) : [];
  if (sections.length > 0) return { paragraphs: sections, isRoundUp: false };
  // The items of a round-up have their links: its opening without news decides whether they are needed.
  const bare = { ...plan, addsChanges: !isList };
  const prose = isList && (plan.isIssue || !isLog(items)) ? [] : proseParagraphs(post, bare);
  const own = prose.filter(({ text }) => text !== post.summary);
  const isEmpty =
    prose.every(({ role }) => role === 'title') ||
    (own.some(({ role }) => role !== 'title') && saysNothing(own, plan.language)) ||
    // Lines of a log that no post holds are no better than its others.
    (isList && areCutLines(own, plan.size));
  const isRoundUp = isList && (isEmpty || plan.isDigest);
  const told = isRoundUp
    ? roundUpParagraphs(post, listed, bare)
    : isList
      ? proseParagraphs(post, plan)
      : prose;
  const isTickets =
    plan.onlyOpening &&
    [items, listed.all].some((one) => one.length >= FEWEST_POINTS && isLog(one)) &&
    told.every(({ role }) => role !== 'item');
  return { paragraphs: isTickets ? withAdvice(told, plan.text) : told, isRoundUp };
}

/** A summary: its content, and its draft. */
export type Summary = {
  readonly paragraphs: readonly SummaryParagraph[];
  /** The draft: Markdown with front matter, which is read back to the same words. */
  readonly markdown: string;
  /** The post's findings, and what the summary could not do. */
  readonly findings: readonly Finding[];
};

/**
 * Summarises a blog post in its author's own sentences, each unchanged: its opening, points, and the canonical link once. The
 * same post always gives the same summary.
 */
export function summarise(post: BlogPost, options: SummariseOptions = {}): Summary {
  const { size = SHORTEST_POST } = options;
  const text = postText(post.blocks, post.teaserEnd);
  const language = languageOf(post.language, text.sentences);
  const { title = '' } = post;
  const isIssue = isDigest(post, text);
  const isNews = isIssue && !post.isRoundUp;
  const found = post.isRoundUp || isNews ? roundUpItems(post.blocks, language, isNews) : [];
  const all = isIssue ? found.filter((item) => !describesOnly(item)) : found;
  const items = tellableItems(all, { title, isDigest: isNews, isIssue }, language);
  const { length = 'auto', posts } = options;
  const onlyOpening = length === 'auto' && posts === undefined;
  const plan = {
    text,
    language,
    size,
    onlyOpening,
    isIssue,
    isDigest: isNews,
    addsChanges: true,
    ...limitsOf(options),
  };
  const { budget } = plan;
  const { paragraphs, isRoundUp } = paragraphsOf(post, { all, told: items }, plan);

  const told = paragraphs.filter(({ role }) => role === 'point' || role === 'item').length;
  const at = { line: 1, column: 1 };
  const findings: Finding[] = [];
  if (paragraphs.length === 0) {
    const message = 'nothing here can be quoted in a summary: the post has no sentences of its author’s own';
    findings.push(summaryFinding('no-prose', at, message));
  } else if (onlyOpening && paragraphs.every(({ role }) => role === 'title')) {
    const message =
      'only the title: no sentence of the post is sure to make sense by itself; add one by hand';
    findings.push(summaryFinding('summary-short', at, message));
  } else if (!onlyOpening && told < FEWEST_POINTS && (posts ?? FEWEST_POINTS) >= FEWEST_POINTS) {
    const points = ['no point', 'one point only', 'two points only'][told];
    const message = `${points} besides the opening: few of the post’s sentences make sense on their own; add one by hand`;
    findings.push(summaryFinding('summary-short', at, message));
  }
  const lines = paragraphs.map(lineOf);
  const groups = options.posts === undefined ? undefined : packedInto(lines, size.linkLine, budget, size);
  // `---` does not separate the items of a list: they are packed in order.
  const filled = isRoundUp
    ? postsFilled(lines, size.linkLine + told * sourceLine(size), size)
    : groups?.length;
  if (groups !== undefined && filled !== undefined && filled > 0 && filled < budget) {
    const what = isRoundUp ? `the ${told} links that were chosen fill` : 'the self-contained sentences fill';
    const message = `asked for ${budget} posts; ${what} only ${filled}`;
    findings.push(summaryFinding('summary-short', at, message));
  }
  return {
    paragraphs,
    markdown: summaryMarkdown(post, paragraphs, { groups, isWhole: told >= all.length }),
    findings: [...post.findings, ...findings],
  };
}
