/** Counts the code points of a text, the unit of all alt text limits. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
