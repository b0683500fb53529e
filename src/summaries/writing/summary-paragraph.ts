import type { PhraseLanguage } from '../../languages/phrase-table.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { xLinks } from '../../text/x/links.ts';
import { postsFilled } from '../choosing/packing.ts';
import type { PostText } from '../choosing/post-sentences.ts';
import type { PostSize } from '../choosing/post-size.ts';
import { stemsOf } from '../choosing/words.ts';
import type { BlogPost } from '../reading/blog-post.ts';
import { itemText, type RoundUpItem } from './round-up-item.ts';

/** One paragraph of a summary: the author's own words, and the ranges of code in them. */
export type SummaryParagraph = {
  readonly text: string;
  readonly code: readonly { readonly start: number; readonly end: number }[];
  /** `title`: the post's own, above a hook that does not cover all of it; `item`: a round-up's, with its link. */
  readonly role: 'title' | 'hook' | 'point' | 'item';
  readonly item?: RoundUpItem;
  /** A block of somebody else's words, or an item of a list; text if absent. */
  readonly form?: 'quote' | 'item';
};

/** The facts for planning the paragraphs of a summary. */
export type SummaryPlan = {
  readonly text: PostText;
  readonly language: PhraseLanguage;
  readonly size: PostSize;
  /** The most points besides the hook, and the most posts. */
  readonly points: number;
  readonly budget: number;
  /** Whether the summary is the post's opening as it stands. */
  readonly onlyOpening: boolean;
  /** Whether the opening stands in each issue of a newsletter: the news are below. */
  readonly isIssue: boolean;
  /** And it is no list of links all through: its articles and paragraphs are news, too. */
  readonly isDigest: boolean;
  /** Whether an announcement tells what is new in it. */
  readonly addsChanges?: boolean;
};

/** Makes the paragraph of an item. */
export const paragraphOfItem = (item: RoundUpItem): SummaryParagraph => ({
  text: itemText(item),
  code: [],
  role: 'item',
  item,
});

/** Returns a paragraph as it reads in a post, for measuring. */
export function lineOf({ text, item, form }: SummaryParagraph): string {
  if (item === undefined)
    return form === undefined ? text : text.replace(/^/gm, form === 'quote' ? '> ' : '- ');
  const line = [item.before, item.words, '[10]', item.after].filter((part) => part !== '').join(' ');
  return `10. ${line}${item.comment === undefined ? '' : `\n  - ${item.comment}`}`;
}

/** Returns the length of a source line: `[10] `, the URL, the line's end. */
export const sourceLine = ({ linkLine }: PostSize): number => linkLine + 4;

/** Whether a text has no URL but names that X takes for one (`Micro.blog`), and nothing that only the blog can compute. */
export const isPlain = (text: string): boolean =>
  xLinks(text).every(({ url }) => !url.includes('/')) && !/:\/\/|\{[{%<]/.test(text);

/** A title up to this share of a post stands above a hook that goes on in the next post. */
const LONGEST_TITLE = 0.5;

/** From this share of the words of a hook's first sentence that tells all of it, a title says nothing more. */
const SAME_WORDS = 0.5;

/** A title that is only a number, as those of releases: `2.4.0`. */
const BARE_NUMBER = /^v?\d[\d.]*$/i;
/** A title that is only a name and its version: `Lamp 2.4`. */
const NAME_AND_NUMBER = /^(?:[\p{L}.+-]+ ){1,3}v?\d+(?:\.\d+)+$/iu;

/** Adds the title on its own line, if the hook's first sentence does not cover it and there is room. */
export function withTitle(
  { title }: BlogPost,
  paragraphs: readonly SummaryParagraph[],
  size: PostSize,
): SummaryParagraph[] {
  const [hook] = paragraphs;
  if (title === undefined || hook === undefined || !isPlain(title)) return [...paragraphs];
  const [first] = sentencesOf(hook.text);
  const told = new Set(stemsOf(first?.text ?? ''));
  const own = new Set(stemsOf(title));
  const isNamed =
    (BARE_NUMBER.test(title) && first?.text.includes(title) === true) ||
    (NAME_AND_NUMBER.test(title) && first?.text.startsWith(`${title} `) === true);
  const isTold = isNamed || ([...own].every((stem) => told.has(stem)) && own.size >= told.size * SAME_WORDS);
  const isShort = size.measure(title) <= LONGEST_TITLE * size.limit;
  if (isTold || (!isShort && postsFilled([title, hook.text], 0, size) > 1)) return [...paragraphs];
  return [{ text: title, code: [], role: 'title' }, ...paragraphs];
}
