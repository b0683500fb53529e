import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import { FORMULA_SYNTAX } from './formula-syntax.ts';

/**
 * One tilde is "about" in prose (`~14 tokens`): only two of them mark anything. One dollar is money, unless TeX stands
 * between two (`formula-syntax.ts`). A task's box stays text, as posts show it. What HTML lays out was turned into
 * Markdown before, and no line of it hides what stands on the lines below.
 */
const EXTENSIONS = [
  gfm({ singleTilde: false }),
  math({ singleDollarTextMath: false }),
  FORMULA_SYNTAX,
  { disable: { null: ['tasklistCheck', 'htmlFlow'] } },
];

/** Without their passes over the whole tree, which look for links where the parser itself found none. */
const TREE_EXTENSIONS = [
  ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
  mathFromMarkdown(),
];

/** The Markdown tree of a text: CommonMark, GFM (tables, strikethrough, autolinks, footnotes) and `$$` formulas. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: EXTENSIONS, mdastExtensions: TREE_EXTENSIONS });
}
