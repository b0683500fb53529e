import type { Block } from '../draft.ts';
import { isPicture } from '../shown-as-text.ts';

type Code = Extract<Block, { type: 'code' }>;

/**
 * Joins code with the output below it, as long as one of the two needs a picture: then one picture shows both. A network shows all
 * pictures of a post below its text, so a line of output that stays text would leave its command. For the same reason, one line of
 * other code below a picture becomes a picture of its own.
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
  return joined;
}

/** Whether code joins the code above it. Options of a fence, such as a title, are about one block only. */
function belongs(below: Code, above: Code, pictured: boolean): boolean {
  if (above.meta !== undefined || below.meta !== undefined) return false;
  if (below.language === undefined && above.language !== undefined) return pictured || isPicture(below);
  return below.language === above.language && pictured && !isPicture(below);
}
