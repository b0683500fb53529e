/**
 * Characters that take two cells of the code grid, by Unicode's East Asian Width (W and F) and emoji presentation: the ranges
 * that matter in code.
 */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Returns how many cells of the code grid a text takes. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let cells = 0;
  for (const character of text) {
    if (character < '\x7f') cells += 1;
    else if (!ZERO.test(character)) cells += WIDE.test(character) ? 2 : 1;
  }
  return cells;
}
