import { formulaText } from '../text/formula-text.ts';
import type { Block, Draft } from './draft.ts';

/** The longest line of code, and the longest formula, in characters, that a post shows as text. */
const LONGEST_LINE = 120;
const LONGEST_FORMULA = 60;

/** Two lines that a post shows as they are: short enough for a phone, and no sign stands where it does because of the line above. */
const TWO_LINES = /^[^\n]{1,60}\n[^\s][^\n]{0,59}$/;
/** Signs in columns. */
const COLUMNS = /[^\S\n]{2}|\t/;
/** Languages of commands; readers copy two lines of them, or of code without a language, such as a key. */
const COMMANDS =
  /^(?:sh|bash|zsh|fish|nu|shell|console|terminal|command(?:line)?|shell-?session|powershell|pwsh|ps1?|bat|batch|cmd|dos|text|txt|plain(?:text)?|none)?$/i;

/** Code that a reader would take for an item of the thread: `- uses: gate/shut@v2`. */
const OPENS_ITEM = /^(?:[-*+•]|\d{1,3}[.)])[^\S\n]/m;

/** What a network would make active: addresses, mentions, hashtags, cashtags. */
const COMES_ALIVE = /:\/\/|(?:^|[^\p{L}\p{N}])[@#$]\p{L}|\bwww\./u;

/**
 * Returns the text that a post shows for a block of code or a formula instead of a picture: one line of code, or a formula that
 * Unicode can express. Undefined if it needs a picture.
 */
export function shownAsText(block: Block): string | undefined {
  if (block.type === 'code') {
    const line = block.source.trim().replace(/\r\n?/g, '\n');
    const isOne = !line.includes('\n');
    const isShort =
      line !== '' && line.length <= LONGEST_LINE && (isOne || isTwoCommands(line, block.language));
    // Highlights, line numbers or a title require a picture.
    return isShort &&
      block.meta === undefined &&
      block.card !== true &&
      !COMES_ALIVE.test(line) &&
      !OPENS_ITEM.test(line)
      ? line.replace(/\t/g, ' ')
      : undefined;
  }
  if (block.type !== 'formula') return undefined;
  const text = formulaText(block.source);
  return text?.isExact === true && text.isPlain && text.text.length <= LONGEST_FORMULA
    ? text.text
    : undefined;
}

/** Whether a code of two lines is one of commands, or of a key. */
const isTwoCommands = (code: string, language = ''): boolean =>
  COMMANDS.test(language) && TWO_LINES.test(code) && !COLUMNS.test(code);

/** Whether a block is shown as a picture: code, a table, a formula, a quotation marked as a card. */
export function isPicture(block: Block): boolean {
  if (block.type === 'quote') return block.card === true;
  const canBe = block.type === 'code' || block.type === 'table' || block.type === 'formula';
  return canBe && shownAsText(block) === undefined;
}

/** Yields every block of a list, including those inside lists and quotations, but not the content of pictures. */
export function* deepBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'list') for (const item of block.items) yield* deepBlocks(item.blocks);
    else if (block.type === 'quote' && block.card !== true) yield* deepBlocks(block.blocks);
  }
}

/** Lists all blocks of a draft that are shown as pictures, those of its notes last. */
export function pictureBlocks({ blocks, notes }: Pick<Draft, 'blocks' | 'notes'>): Block[] {
  const all = [blocks, ...notes.map((note) => note.blocks)];
  return all.flatMap((some) => [...deepBlocks(some)].filter(isPicture));
}
