import { type PostSentence, postText } from '../choosing/post-sentences.ts';
import { type PostSize, SHORTEST_POST } from '../choosing/post-size.ts';
import type { Unfit } from '../choosing/sentence-facts.ts';
import type { BlogPost } from '../reading/blog-post.ts';
import { paragraphOf } from './prose-paragraphs.ts';
import { type Summary, summarise } from './summarise.ts';
import { summaryMarkdown } from './summary-markdown.ts';
import { type SummaryParagraph, withTitle } from './summary-paragraph.ts';

/** A sentence of a post, with the number by which it can be chosen. */
export type NumberedSentence = {
  /** From 1 in the order of the post; 0 is the description of its front matter. */
  readonly number: number;
  readonly text: string;
  /** The heading above it; empty above the first one, and for the description. */
  readonly heading: string;
  readonly isItem: boolean;
  /** Whether it opens its paragraph or item. */
  readonly opens: boolean;
  /** Whether the summary tells it that is made without a choice. */
  readonly isTold: boolean;
};

/** What words can't show: a value that only the blog can work out, a formula, what was struck out. */
const UNSHOWN: ReadonlySet<Unfit | undefined> = new Set(['hole', 'formula', 'struck']);
const isShown = ({ unfit }: PostSentence): boolean => !UNSHOWN.has(unfit);

/** Returns the sentences of a post that can be chosen for a summary; numbers of others are left out. */
export function numberedSentences(post: BlogPost, size: PostSize = SHORTEST_POST): NumberedSentence[] {
  const { sentences, headings } = postText(post.blocks);
  const told = summarise(post, { size })
    .paragraphs.filter(({ role }) => role !== 'title')
    .map(({ text }) => text);
  const isTold = (text: string): boolean => told.some((paragraph) => paragraph.includes(text));
  const description: NumberedSentence[] =
    post.summary === undefined
      ? []
      : [
          {
            number: 0,
            text: post.summary,
            heading: '',
            isItem: false,
            opens: true,
            isTold: isTold(post.summary),
          },
        ];
  return [
    ...description,
    ...sentences.filter(isShown).map(({ index, text, section, inItem, place }) => ({
      number: index + 1,
      text,
      heading: headings[section] ?? '',
      isItem: inItem,
      opens: place === 0,
      isTold: isTold(text),
    })),
  ];
}

/**
 * Makes a summary of the sentences that somebody chose by number: whole, word for word, in the order of the post, below its title.
 *
 * @throws RangeError for a number that no sentence has
 */
export function summariseChosen(
  post: BlogPost,
  numbers: readonly number[],
  size: PostSize = SHORTEST_POST,
): Summary {
  const { sentences } = postText(post.blocks);
  const wanted = new Set(numbers);
  const chosen = sentences.filter((one) => wanted.has(one.index + 1) && isShown(one));
  const known = new Set(chosen.map(({ index }) => index + 1));
  if (post.summary !== undefined) known.add(0);
  const unknown = numbers.find((number) => !known.has(number));
  if (unknown !== undefined) throw new RangeError(`no sentence of the post has the number ${unknown}`);
  const description: SummaryParagraph[] =
    post.summary !== undefined && wanted.has(0) ? [{ text: post.summary, code: [], role: 'hook' }] : [];
  const byParagraph = Map.groupBy(chosen, ({ paragraph }) => paragraph);
  const told = [...byParagraph.values()].map((own): SummaryParagraph => {
    const paragraph = paragraphOf({ sentences: own });
    return own[0]?.inItem === true ? { ...paragraph, form: 'item' } : paragraph;
  });
  const [first, ...rest] = [...description, ...told];
  const paragraphs = first === undefined ? [] : withTitle(post, [{ ...first, role: 'hook' }, ...rest], size);
  return { paragraphs, markdown: summaryMarkdown(post, paragraphs), findings: post.findings };
}
