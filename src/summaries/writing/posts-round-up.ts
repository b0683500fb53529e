import { languageOf } from '../choosing/post-language.ts';
import { postText } from '../choosing/post-sentences.ts';
import { type PostSize, SHORTEST_POST } from '../choosing/post-size.ts';
import { stemsOf, wordCount } from '../choosing/words.ts';
import { summaryFinding } from '../finding-codes.ts';
import type { BlogPost } from '../reading/blog-post.ts';
import { proseParagraphs } from './prose-paragraphs.ts';
import { LONGEST_COMMENT } from './round-up.ts';
import type { RoundUpItem } from './round-up-item.ts';
import type { Summary } from './summarise.ts';
import { canonicalLink, summaryMarkdown } from './summary-markdown.ts';
import type { SummaryParagraph } from './summary-paragraph.ts';

/** Makes the post for a round-up's draft: it has a title for its file, and no address. */
export const roundUpPost = (title: string, language: string | undefined): BlogPost => ({
  path: null,
  title,
  date: undefined,
  language,
  tags: [],
  summary: undefined,
  canonical: undefined,
  unpublished: undefined,
  blocks: [],
  isRoundUp: true,
  findings: [],
});

/**
 * Makes one thread of several posts, in order of date: each is an item with its title, its link, and the opening of its own
 * summary, if that says more than the title. Leaves out posts without an absolute address.
 *
 * @param title - names the draft; it is not published
 */
export function roundUpOfPosts(
  posts: readonly BlogPost[],
  title: string,
  size: PostSize = SHORTEST_POST,
): Summary {
  const inOrder = [...posts].sort((one, other) => (one.date ?? '').localeCompare(other.date ?? ''));
  const paragraphs = inOrder.flatMap((post) => paragraphOf(post, size) ?? []);
  const [first] = inOrder;
  const draft = roundUpPost(title, first?.language);
  const at = { line: 1, column: 1 };
  const findings =
    paragraphs.length === 0
      ? [summaryFinding('no-prose', at, 'no post with an address is left to list')]
      : [];
  return { paragraphs, markdown: summaryMarkdown(draft, paragraphs, { isWhole: true }), findings };
}

function paragraphOf(post: BlogPost, size: PostSize): SummaryParagraph | undefined {
  const url = canonicalLink(post);
  if (url === undefined) return undefined;
  const text = postText(post.blocks);
  const language = languageOf(post.language, text.sentences);
  const [hook] = proseParagraphs(
    { ...post, title: undefined },
    { text, language, size, points: 0, budget: 1, onlyOpening: false, isIssue: false, isDigest: false },
  );
  const words = post.title ?? hook?.text;
  if (words === undefined) return undefined;
  const item: RoundUpItem = {
    url,
    words,
    before: '',
    after: '',
    comment: commentOf(words, hook?.text),
    own: 0,
    isHeadline: false,
    isHeaded: false,
    section: 0,
  };
  return { text: item.comment ?? item.words, code: [], role: 'item', item };
}

/** Returns the opening of a post's summary, if it says more than the title and is short enough for a comment. */
function commentOf(title: string, hook: string | undefined): string | undefined {
  if (hook === undefined || hook === title || wordCount(hook) > LONGEST_COMMENT) return undefined;
  const told = new Set(stemsOf(title));
  return stemsOf(hook).some((stem) => !told.has(stem)) ? hook : undefined;
}
