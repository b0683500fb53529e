import type { Finding } from '../../drafts/finding.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { xLinks } from '../../text/x/links.ts';
import { choosePoints, type Point } from '../choosing/choose.ts';
import { LINK_LINE, packedInto, postsFilled } from '../choosing/packing.ts';
import type { SummaryLanguage } from '../choosing/stop-words.ts';
import { STOP_WORDS } from '../choosing/stop-words.ts';
import { guessLanguage, stemsOf, wordsOf } from '../choosing/words.ts';
import { summaryFinding } from '../finding-codes.ts';
import type { BlogPost } from '../reading/blog-post.ts';
import { postText } from '../reading/post-sentences.ts';
import { type RoundUpItem, roundUpItems } from './round-up.ts';
import { summaryMarkdown } from './summary-markdown.ts';

/** How long a summary is to be. */
export type SummaryLength = 'short' | 'medium' | 'long';

/**
 * What each length stands for: points besides the hook, and posts on X. Six posts and one that pays for the link cost
 * $0.29 at the prices of April 2026, which is why none is longer.
 */
export const LENGTHS: Readonly<Record<SummaryLength, { readonly points: number; readonly posts: number }>> = {
  short: { points: 3, posts: 4 },
  medium: { points: 5, posts: 6 },
  long: { points: 7, posts: 7 },
};

/** Most points of any summary: past that, it is the post. */
const MOST_POINTS = 7;
const FEWEST_POINTS = 3;
/** A summary takes no more than this share of a post's sentences, the shortest posts excepted. */
const LARGEST_SHARE = 0.4;

/** How a summary is to look. */
export type SummariseOptions = {
  readonly length?: SummaryLength | undefined;
  /** Exactly so many posts on X, where the post has enough to say; it wins over `length`. */
  readonly posts?: number | undefined;
};

/** One paragraph of a summary: the author's own words, and where code stands in them. */
export type SummaryParagraph = {
  readonly text: string;
  readonly code: readonly { readonly start: number; readonly end: number }[];
  /** `title` is the post's own, above a hook that does not tell all of it; `item` is a round-up's, with its link. */
  readonly role: 'title' | 'hook' | 'point' | 'item';
  readonly item?: RoundUpItem;
};

/** A summary: what it says, and the draft that says it. */
export type Summary = {
  readonly paragraphs: readonly SummaryParagraph[];
  /** A draft: Markdown with front matter, which the draft's reader reads back to these very words. */
  readonly markdown: string;
  /** The post's findings, and what the summary could not do. */
  readonly findings: readonly Finding[];
};

/**
 * Summarises a blog post in its author's own sentences, each as it stands in the post: a hook, three to seven points,
 * and the canonical link once. The same post always gives the same summary.
 */
export function summarise(post: BlogPost, options: SummariseOptions = {}): Summary {
  const language = languageOf(post);
  const wish = options.posts === undefined ? LENGTHS[options.length ?? 'medium'] : undefined;
  const budget = wish?.posts ?? Math.max(1, options.posts ?? 1);
  const points = wish?.points ?? Math.min(MOST_POINTS, Math.max(budget, FEWEST_POINTS));
  const items = post.isRoundUp ? roundUpItems(post.blocks, language) : [];
  const isRoundUp = items.length >= FEWEST_POINTS;
  const paragraphs = isRoundUp ? roundUp(post, items, points, budget) : prose(post, language, points, budget);

  const found = paragraphs.filter(({ role }) => role === 'point' || role === 'item').length;
  const at = { line: 1, column: 1 };
  const findings: Finding[] = [];
  if (paragraphs.length === 0) {
    const message = 'nothing here can stand in a summary: the post holds no sentences of its author’s own';
    findings.push(summaryFinding('no-prose', at, message));
  } else if (found < FEWEST_POINTS && (options.posts ?? FEWEST_POINTS) >= FEWEST_POINTS) {
    const points = ['no point', 'one point only', 'two points only'][found];
    const message = `${points} besides the opening: few of the post’s sentences can stand by themselves; add one by hand`;
    findings.push(summaryFinding('summary-short', at, message));
  }
  const lines = paragraphs.map(lineOf);
  const groups = options.posts === undefined ? undefined : packedInto(lines, LINK_LINE, budget);
  // A list is not parted by `---`: its items pack as they come.
  const filled = isRoundUp ? postsFilled(lines, LINK_LINE + found * SOURCE_LINE) : groups?.length;
  if (groups !== undefined && filled !== undefined && filled > 0 && filled < budget) {
    const what = isRoundUp ? `the ${found} links that were chosen fill` : 'what can stand by itself fills';
    const message = `${budget} posts were asked for, and ${what} ${filled}`;
    findings.push(summaryFinding('summary-short', at, message));
  }
  return {
    paragraphs,
    markdown: summaryMarkdown(post, paragraphs, groups),
    findings: [...post.findings, ...findings],
  };
}

function languageOf({ language, blocks }: BlogPost): SummaryLanguage {
  const named = language?.slice(0, 2).toLowerCase();
  if (named !== undefined && Object.hasOwn(STOP_WORDS, named)) return named as SummaryLanguage;
  return guessLanguage(
    postText(blocks)
      .sentences.map((sentence) => sentence.text)
      .join(' '),
  );
}

function prose(
  post: BlogPost,
  language: SummaryLanguage,
  points: number,
  budget: number,
): SummaryParagraph[] {
  const text = postText(post.blocks);
  const given = hookOf(post);
  const hook: SummaryParagraph[] = given === undefined ? [] : [{ text: given, code: [], role: 'hook' }];
  const share = Math.max(FEWEST_POINTS + 1, Math.ceil(text.sentences.length * LARGEST_SHARE));
  const most = Math.min(share, points + 1) - hook.length;
  const fits = (chosen: readonly Point[]): boolean => {
    const inOrder = [...chosen].sort((one, other) => startOf(one) - startOf(other));
    return (
      postsFilled(withTitle(post, [...hook, ...inOrder.map(paragraphOf)]).map(lineOf), LINK_LINE) <= budget
    );
  };
  const options = { language, title: post.title ?? '', ...(given === undefined ? {} : { hook: given }) };
  const chosen = choosePoints(text, options, most, fits).map(paragraphOf);
  const told = [...hook, ...chosen].map(
    (paragraph, index): SummaryParagraph => ({ ...paragraph, role: index === 0 ? 'hook' : 'point' }),
  );
  return withTitle(post, told);
}

/** The title on a line of its own, where the hook leaves some of it out and both fit the first post. */
function withTitle({ title }: BlogPost, paragraphs: readonly SummaryParagraph[]): SummaryParagraph[] {
  const [hook] = paragraphs;
  if (title === undefined || hook === undefined || !isPlain(title)) return [...paragraphs];
  const told = new Set(stemsOf(hook.text));
  const isTold = stemsOf(title).every((stem) => told.has(stem));
  if (isTold || postsFilled([title, hook.text], 0) > 1) return [...paragraphs];
  return [{ text: title, code: [], role: 'title' }, ...paragraphs];
}

/** No link, and nothing that only the blog can work out. */
const isPlain = (text: string): boolean => xLinks(text).length === 0 && !/:\/\/|\{[{%<]/.test(text);

const startOf = (point: Point): number => point.sentences[0]?.index ?? 0;

/** What the author wrote to make people read it: as many of its sentences as fit a post; not where it would be a second link. */
function hookOf({ summary }: BlogPost): string | undefined {
  if (summary === undefined || !isPlain(summary)) return undefined;
  if (postsFilled([summary], 0) <= 1) return summary;
  const ends = sentencesOf(summary).map(({ end }) => summary.slice(0, end));
  return ends.findLast((opening) => postsFilled([opening], 0) <= 1);
}

/** What joins the sentences of two paragraphs: a space, but in scripts that have none. */
const gapAfter = (text: string): string => (/[\u3000-\u303f\uff01-\uff60]$/.test(text) ? '' : ' ');

function paragraphOf({ sentences }: Point): SummaryParagraph {
  let text = '';
  const code: { start: number; end: number }[] = [];
  for (const sentence of sentences) {
    const { label, gap, place } = sentence;
    if (text !== '') text += label === undefined && place > 0 ? gap : gapAfter(text);
    if (label !== undefined) text += label + gap;
    for (const { start, end } of sentence.code)
      code.push({ start: start + text.length, end: end + text.length });
    text += sentence.text;
  }
  return { text, code, role: 'point' };
}

/** How a paragraph reads in a post, for measuring. */
function lineOf({ text, item }: SummaryParagraph): string {
  if (item === undefined) return text;
  const line = [item.before, item.words, '[10]', item.after].filter((part) => part !== '').join(' ');
  return `10. ${line}${item.comment === undefined ? '' : `\n  - ${item.comment}`}`;
}

/** What a line of the sources weighs: `[10] `, the URL, the line's end. */
const SOURCE_LINE = 29;

/** The items that the author said most about, in their order; comments give way where they fill too many posts. */
function roundUp(
  post: BlogPost,
  items: readonly RoundUpItem[],
  points: number,
  budget: number,
): SummaryParagraph[] {
  const title = hookOf(post) ?? post.title;
  const hook: SummaryParagraph[] =
    title === undefined || xLinks(title).length > 0 ? [] : [{ text: title, code: [], role: 'hook' }];
  const ranked = items
    .map((item, index) => ({ item, index }))
    .sort((one, other) => worth(other.item) - worth(one.item) || one.index - other.index);
  let kept: { item: RoundUpItem; index: number }[] = [];
  for (const entry of ranked) {
    if (kept.length >= points) break;
    for (const item of [entry.item, { ...entry.item, comment: undefined }]) {
      const next = [...kept, { item, index: entry.index }].sort((one, other) => one.index - other.index);
      const lines = [...hook, ...next.map(paragraphOfItem)].map(lineOf);
      if (postsFilled(lines, LINK_LINE + next.length * SOURCE_LINE) > budget) continue;
      kept = next;
      break;
    }
  }
  return [...hook, ...kept.map(paragraphOfItem)];
}

function paragraphOfItem({ item }: { readonly item: RoundUpItem }): SummaryParagraph {
  return { text: item.comment ?? item.words, code: [], role: 'item', item };
}

/** A link that the author commented on is one that they care about. */
function worth({ comment, own }: RoundUpItem): number {
  return (comment === undefined ? 0 : 20 + Math.min(20, wordsOf(comment).length)) + Math.min(own, 40);
}
