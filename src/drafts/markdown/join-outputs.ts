import type { Block } from '../draft.ts';
import { runsText } from '../draft-words.ts';
import { isPicture } from '../shown-as-text.ts';

type Code = Extract<Block, { type: 'code' }>;

/**
 * Joins code with the output below it, as long as one of the two needs a picture: then one picture shows both. A network shows all
 * pictures of a post below its text, so a line of output that stays text would leave its command. For the same reason, one line of
 * other code below a picture becomes a picture of its own, also below a few words (“or:”).
 *
 *     ```r                       one picture: nrow(out)
 *     nrow(out)
 *     ```                   ▶                 ## [1] 20
 *     ```                                     ## [2] 40
 *     ## [1] 20
 *     ## [2] 40
 *     ```
 */
export function joinOutputs(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  let run: Code[] = [];
  let pictured = false;
  const close = (): void => {
    const [first] = run;
    if (first !== undefined) joined.push({ ...first, source: run.map(({ source }) => source).join('\n\n') });
    run = [];
  };
  for (const block of blocks) {
    const above = run[0];
    if (block.type !== 'code') {
      close();
      joined.push(block);
    } else if (above !== undefined && belongs(block, above, pictured)) {
      run.push(block);
      pictured = true;
    } else {
      const followsPicture: boolean = pictured && run.length > 0 && !isPicture(block);
      close();
      run.push(followsPicture ? { ...block, card: true } : block);
      pictured = isPicture(block) || followsPicture;
    }
  }
  close();
  return joined.map((block, at) => (isSibling(block, at, joined) ? { ...block, card: true } : block));
}

/** Words between two codes that are one or the other: `or:`, `or like this:`. “And then:” opens the next step, which readers copy. */
const LINKING =
  /^(?:(?:or|oder|ou|или|または)(?!\p{L}).{0,18}|o(?: (?:bien|anche|così|así)(?!\p{L}).{0,12})? ?:?)(?<![.!?…。！？])$/iu;
/** Two lines at most. */
const SHORT = /^[^\n]*(?:\n[^\n]*)?$/;

/**
 * Whether short code is drawn since a few words part it from a picture: from one above, whose place is below all words of the post, or
 * from one below that is as short.
 */
function isSibling(block: Block, at: number, blocks: readonly Block[]): block is Code {
  if (block.type !== 'code' || isPicture(block)) return false;
  const above = areBeside(blocks[at - 1]) ? blocks[at - 2] : undefined;
  const below = areBeside(blocks[at + 1]) ? blocks[at + 2] : undefined;
  return (
    (above?.type === 'code' && isPicture(above)) ||
    (below?.type === 'code' && isPicture(below) && SHORT.test(below.source.trim()))
  );
}

const areBeside = (between: Block | undefined): boolean =>
  between?.type === 'paragraph' && LINKING.test(runsText(between.runs).trim());

/** Whether code joins the code above it. Options of a fence, such as a title, are about one block only. */
function belongs(below: Code, above: Code, pictured: boolean): boolean {
  if (above.meta !== undefined || below.meta !== undefined) return false;
  if (below.language === undefined && above.language !== undefined) return pictured || isPicture(below);
  return below.language === above.language && pictured && !isPicture(below);
}
