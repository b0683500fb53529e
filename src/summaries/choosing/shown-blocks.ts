import type { Block } from '../../drafts/draft.ts';
import type { Position } from '../../drafts/finding.ts';
import { HOLE } from '../../drafts/markup/hole.ts';
import { xLinks } from '../../text/x/links.ts';
import { hasFormula } from './has-formula.ts';
import { type PlainText, plainText } from './plain-text.ts';
import { MENTION } from './unfit-sentences.ts';

/** A quotation: its words, a line each. */
export type ShownQuote = { readonly text: string; readonly at: Position };

/** The blocks beside the text that a summary may show below the line that leads up to them, and separators; by their numbers. */
export type ShownBlocks = {
  /** Quotations of a few lines. */
  readonly quotes: ReadonlyMap<number, ShownQuote>;
  /** Lists of which each item is one paragraph. */
  readonly lists: ReadonlySet<number>;
  readonly separators: ReadonlySet<number>;
};

/** The most paragraphs of a quotation: its words, and whose they are. */
const MOST_LINES = 3;

/** Finds the quotations and lists of a post that a summary may show. */
export function shownBlocks(blocks: readonly Block[]): ShownBlocks {
  const quotes = new Map<number, ShownQuote>();
  const lists = new Set<number>();
  const separators = new Set<number>();
  blocks.forEach((block, number) => {
    if (block.type === 'separator') separators.add(number);
    const text = wordsOfQuote(block);
    if (text !== undefined) quotes.set(number, { text, at: block.at });
    else if (isPlainList(block) && !isSeries(block)) lists.add(number);
  });
  return { quotes, lists, separators };
}

const isPlainList = (block: Block): block is Extract<Block, { type: 'list' }> =>
  block.type === 'list' && block.items.every(({ blocks }) => blocks.length === 1);

/** How a list of the parts of a series says which one the reader has: `Part 2 (this post)`. */
const THIS_PART =
  /[([](?:this (?:post|article|part|page|one|episode)|you are here|dieser (?:beitrag|artikel|teil)|cet article|este (?:post|artículo)|この記事|本文|本篇)[)\]]/iu;

/** Whether the items of a list are the parts of a series: they differ in nothing but their numbers, or one is this post. */
function isSeries({ items }: Extract<Block, { type: 'list' }>): boolean {
  const lines = items.map(({ blocks: [block] }) =>
    block?.type === 'paragraph' ? plainText(block.runs).text.replaceAll(/\d+/g, '0') : '',
  );
  const isNumbered = lines[0]?.includes('0') === true && lines.every((line) => line === lines[0]);
  return lines.length > 1 && (isNumbered || lines.some((line) => THIS_PART.test(line)));
}

/** Returns the words of a quotation, also of one whose lines were read as a list with the marker `>`. */
function wordsOfQuote(block: Block): string | undefined {
  if (block.type === 'quote') return quotedWords(block.blocks);
  if (!isPlainList(block) || block.items.some(({ marker }) => marker !== '>')) return undefined;
  const lines = block.items.map(({ blocks }) => quotedWords(blocks));
  return lines.every((line) => line !== undefined) ? lines.join(' ') : undefined;
}

/** Returns the lines of a quotation; `undefined` if it holds more than words, or mentions or links to somebody. */
function quotedWords(blocks: readonly Block[]): string | undefined {
  if (blocks.length > MOST_LINES) return undefined;
  const lines = blocks.flatMap((block) => (block.type === 'paragraph' ? linesOf(plainText(block.runs)) : ''));
  const text = lines.join('\n');
  return lines.includes('') || !isOnlyWords(text) ? undefined : text;
}

/** Whether a text holds neither a link nor a formula, nor what only the blog can work out, and mentions nobody. */
export const isOnlyWords = (text: string): boolean =>
  !text.includes(HOLE) && !hasFormula(text) && xLinks(text).length === 0 && !mentionsSomebody(text);

/** Whether a text holds the name of an account. */
export const mentionsSomebody = (text: string): boolean => text.search(MENTION) >= 0;

const linesOf = ({ text, lineEnds }: PlainText): string[] =>
  [0, ...lineEnds].map((start, at) => text.slice(start, lineEnds[at]).trim());
