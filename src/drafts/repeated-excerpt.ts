import type { Block } from './draft.ts';
import { runsText } from './draft-words.ts';
import type { FindingList } from './finding-list.ts';

/** The longest excerpt, in paragraphs. */
const LONGEST = 4;

/**
 * Leaves out the excerpt of a blog's post, paragraphs above a rule at its top that only its list of posts shows, if the text below the
 * rule begins with the same words.
 */
export function withoutRepeatedExcerpt(blocks: readonly Block[], findings: FindingList): readonly Block[] {
  const from = blocks[0]?.type === 'separator' ? 1 : 0;
  const length = blocks.slice(from, from + LONGEST + 1).findIndex(({ type }) => type === 'separator');
  if (length <= 0) return blocks;
  const rule = from + length;
  const excerpt = blocks.slice(from, rule);
  const [first] = excerpt;
  const isRepeated = excerpt.every((block, at) => {
    const words = wordsOf(block);
    return words !== undefined && words === wordsOf(blocks[rule + 1 + at]);
  });
  if (first === undefined || !isRepeated) return blocks;
  const message = 'the excerpt above the rule says the same as the first words below it, so it is left out';
  findings.add('not-text', first.at, message);
  return blocks.slice(rule + 1);
}

const wordsOf = (block: Block | undefined): string | undefined =>
  block?.type === 'paragraph' ? runsText(block.runs).replace(/\s+/g, ' ').trim() : undefined;
