import type { Run } from '../../drafts/draft.ts';

/** An emoji or a sign at the start of a line, with a space after it. */
const BULLET =
  /^(?:\p{Extended_Pictographic}(?:\u{FE0F}|\p{Emoji_Modifier}|\u{200D}\p{Extended_Pictographic})*|\p{Regional_Indicator}{2}|[▪▫■□●○◆◇★☆✦])\s+\S/u;

/**
 * Tells for each line of a block whether it is an item of a list written with emoji: one of at least two such lines in a row.
 *
 *     ✅ The rope is dry      true
 *     ❌ The knife is blunt   true
 *     We left at five.        false
 */
export function emojiItems(runs: readonly Run[]): readonly boolean[] {
  const starts = runs.flatMap((run, at) => (run.type === 'break' ? [runs[at + 1]] : []));
  if (starts.length === 0) return [false];
  const bulleted = [runs[0], ...starts].map(
    (run) => run?.type === 'text' && BULLET.test(run.text.trimStart()),
  );
  return bulleted.map((is, at) => is && (bulleted[at - 1] === true || bulleted[at + 1] === true));
}
