import type { Block, Draft, Run } from './draft.ts';
import { shownAsText } from './shown-as-text.ts';

/**
 * Lists the words of a draft's body, in reading order, as its author wrote them: a thread must contain all of them, however it
 * is cut. White space separates words.
 *
 * Links count by their words, an author's marks as `[0]`, tasks with their box. Excludes list markers, footnote marks, sources,
 * notes, alt texts, separators, and the content of pictures (code, tables, formulas, quotations marked as cards).
 */
export function draftWords(draft: Pick<Draft, 'blocks'>): string[] {
  return draft.blocks.flatMap(blockWords);
}

function blockWords(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return runWords(block.runs);
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.flatMap(blockWords));
    case 'quote':
      return block.card === true ? [] : block.blocks.flatMap(blockWords);
    default:
      return shownAsText(block)?.match(/\S+/g) ?? [];
  }
}

function runWords(runs: readonly Run[]): string[] {
  return runsText(runs).match(/\S+/g) ?? [];
}

/**
 * Joins the text of runs as their author wrote it: breaks become newlines, an author's marks `[0]`; footnote marks are dropped.
 */
export function runsText(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      if (run.type === 'text' || run.type === 'link') return run.text;
      if (run.type === 'reference') return `[${run.label}]`;
      return run.type === 'break' ? '\n' : '';
    })
    .join('');
}
