import type { Block } from './draft.ts';
import { runsText } from './draft-words.ts';
import type { FindingList } from './finding-list.ts';

type Heading = Extract<Block, { type: 'heading' }>;

/** Words that stand for themselves, as a heading at the end: `## Thanks for reading!`, `## Happy May! And see you in June` */
const IS_SAID = /[.!?…:。！？\p{Extended_Pictographic}]\ufe0f?\s*$|[!?]\s+\p{Lu}|\s[:;]-?[)DP]\s*$/u;

/** A line of sources or notes, which a post shows below their heading. */
const SOURCE = /^\s*(?:[-*]\s+|\d+\.\s+)?\[[^\]\n]+\](?::|\s+\S)/;

/** An item of a template that its author did not fill in. */
const EMPTY_ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s*$/;

/**
 * Leaves out headings that lead to nothing: the text ends there, or only something was below that a post can’t show. A heading
 * that its author left empty between others stays, as on a page.
 */
export function withoutEmptySections(
  blocks: readonly Block[],
  source: string,
  findings: FindingList,
): readonly Block[] {
  if (!blocks.some((block, at) => isEmpty(block, blocks[at + 1]))) return blocks;
  const lines = source.split(/\r\n|\n|\r/);
  const kept: Block[] = [];
  let end = lines.length;
  let isLost = false;
  // From the end, because a heading is empty if all its sections are.
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    if (block === undefined) break;
    const below = kept.at(-1);
    const tail = isEmpty(block, below) ? lines.slice(block.at.line, end) : [];
    end = block.at.line - 1;
    const first = tail.find((line) => /\S/.test(line));
    const headsSources = first !== undefined && SOURCE.test(first);
    isLost ||= first !== undefined && !headsSources;
    const isLeft = isLost || (below === undefined && !headsSources && !speaksForItself(block));
    // The first heading may be the title, unless an item that nobody filled in is below.
    const mayGo = at > 0 || (first !== undefined && EMPTY_ITEM.test(first));
    if (mayGo && isEmpty(block, below) && isLeft) {
      const message = `nothing below the heading “${runsText(block.runs)}” can be shown, so it is left out`;
      findings.add('not-text-dropped', block.at, message);
      continue;
    }
    kept.push(block);
    isLost = false;
  }
  return kept.some(({ type }) => type !== 'heading') ? kept.reverse() : blocks;
}

const isEmpty = (block: Block, below: Block | undefined): block is Heading =>
  block.type === 'heading' &&
  (below === undefined || (below.type === 'heading' && below.depth <= block.depth));

const speaksForItself = (block: Block): boolean =>
  block.type === 'heading' &&
  (block.runs.some(({ type }) => type !== 'text') || IS_SAID.test(runsText(block.runs)));
