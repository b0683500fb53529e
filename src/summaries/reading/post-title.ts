import type { Block } from '../../drafts/draft.ts';
import { runsText } from '../../drafts/draft-words.ts';
import { withEmoji } from '../../drafts/markup/emoji-names.ts';
import { plainLine } from '../../drafts/plain-line.ts';
import { type PostFields, textField } from './post-fields.ts';

/** Keys for a title in blogs, most common first. */
const TITLE_KEYS = ['title', 'Title', 'headline'] as const;

/**
 * Returns a post's title: from its front matter, else its only level-1 heading, else a heading at the start of the text.
 * `undefined` without any of these: a section's heading would be worse than no title.
 */
export function postTitle(fields: PostFields, blocks: readonly Block[]): string | undefined {
  const named = textField(fields, ...TITLE_KEYS);
  if (named !== undefined) return withEmoji(plainLine(named)).replace(/^[\s:–—-]+(?=\S)/u, '');
  const heading = titleHeading(blocks);
  return heading === undefined ? undefined : plainLine(runsText(heading.runs));
}

/** Returns the heading that is the title of a text; `undefined` if all of its headings are of sections. */
export function titleHeading(blocks: readonly Block[]): Extract<Block, { type: 'heading' }> | undefined {
  const opening = blocks.find(({ type }) => type !== 'image' && type !== 'separator');
  const largest = blocks.filter((block) => block.type === 'heading' && block.depth === 1);
  const [only, ...others] = largest;
  if (opening?.type === 'heading' && (opening.depth === 1 || only === undefined)) return opening;
  return only?.type === 'heading' && others.length === 0 ? only : undefined;
}

/** Returns the text below its title: a heading that is the title does not begin a section. */
export function withoutTitle(blocks: readonly Block[], title: string | undefined): readonly Block[] {
  const heading = titleHeading(blocks);
  if (heading === undefined || title === undefined) return blocks;
  return plainLine(runsText(heading.runs)) === title ? blocks.filter((block) => block !== heading) : blocks;
}
