import type { Block } from '../../drafts/draft.ts';
import { HOLE } from '../../drafts/markup/hole.ts';
import { xLinks } from '../../text/x/links.ts';
import { hasFormula } from './has-formula.ts';
import { type PlainText, plainText } from './plain-text.ts';
import type { PostSentence } from './post-sentences.ts';
import { MENTION } from './unfit-sentences.ts';

/** The blocks beside the text that a summary may show below the line that leads up to them; by their numbers. */
export type ShownBlocks = {
  /** Short quotations, each as one sentence: its paragraphs are its lines. */
  readonly quotes: ReadonlyMap<number, PostSentence>;
  /** Lists of which each item is one paragraph, and whether they are quotations line by line: `> item`. */
  readonly lists: ReadonlyMap<number, 'quote' | 'item'>;
};

/** The most paragraphs of a quotation: its words, and whose they are. */
const MOST_LINES = 3;

/** Finds the quotations and lists of a post that a summary may show. */
export function shownBlocks(blocks: readonly Block[]): ShownBlocks {
  const quotes = new Map<number, PostSentence>();
  const lists = new Map<number, 'quote' | 'item'>();
  blocks.forEach((block, number) => {
    if (block.type === 'list' && block.items.every(({ blocks: own }) => own.length === 1))
      lists.set(number, block.items.every(({ marker }) => marker === '>') ? 'quote' : 'item');
    const text = block.type === 'quote' ? quotedWords(block.blocks) : undefined;
    if (text !== undefined) quotes.set(number, quoteOf(text, block, number));
  });
  return { quotes, lists };
}

/** Returns the lines of a quotation; `undefined` if it holds more than words, or calls or links to somebody. */
function quotedWords(blocks: readonly Block[]): string | undefined {
  if (blocks.length > MOST_LINES) return undefined;
  const lines = blocks.flatMap((block) => (block.type === 'paragraph' ? linesOf(plainText(block.runs)) : ''));
  const text = lines.join('\n');
  if (lines.includes('') || text.includes(HOLE) || hasFormula(text)) return undefined;
  return xLinks(text).length > 0 || text.search(MENTION) >= 0 ? undefined : text;
}

const linesOf = ({ text, lineEnds }: PlainText): string[] =>
  [0, ...lineEnds].map((start, at) => text.slice(start, lineEnds[at]).trim());

const quoteOf = (text: string, { at }: Block, block: number): PostSentence => ({
  text,
  code: [],
  gap: '',
  at,
  index: -1,
  // No paragraph of the text has its number.
  paragraph: -1 - block,
  block,
  continues: false,
  place: 0,
  of: 1,
  section: 0,
  inItem: false,
  isStep: false,
  shown: 'none',
  emphasised: false,
  form: 'quote',
});

/** Returns what stands below a line that ends with a colon, if a summary may show all of it; empty otherwise. */
export function shownBelow(
  line: PostSentence,
  sentences: readonly PostSentence[],
  { quotes, lists }: ShownBlocks,
): readonly PostSentence[] {
  if (line.unfit !== 'lead-in' || line.inItem || line.place < line.of - 1) return [];
  const quote = quotes.get(line.block + 1);
  if (quote !== undefined) return [{ ...quote, index: line.index, section: line.section }];
  const form = lists.get(line.block + 1);
  if (form === undefined) return [];
  const items = sentences.slice(line.index + 1);
  const end = items.findIndex(({ block }) => block !== line.block + 1);
  const own = end === -1 ? items : items.slice(0, end);
  if (!own.every(({ unfit }) => unfit === undefined || SHORT.has(unfit))) return [];
  return own.map((item) => ({ ...item, form }));
}

/** What an item may be below the line that is its subject. */
const SHORT: ReadonlySet<string> = new Set(['fragment', 'name', 'number', 'names']);
