/** The longest of two lines that are variants, in characters, and the fewest words that they share. */
const LONGEST = 100;
const FEWEST = 3;

/** The least share of the words of either line that both begin or end with. */
const SHARED = 0.7;

/** Whether two lines are the same but for a word or two: `It costs £-19.` and `It costs £−19.` */
export function areVariants(one: string, other: string): boolean {
  if (one.length > LONGEST || other.length > LONGEST || one === other) return false;
  const [these, those] = [one.split(/\s+/), other.split(/\s+/)];
  const count = Math.min(these.length, those.length);
  let shared = 0;
  while (shared < count && these[shared] === those[shared]) shared += 1;
  let ending = 0;
  while (ending < count - shared && these.at(-1 - ending) === those.at(-1 - ending)) ending += 1;
  shared += ending;
  return shared >= FEWEST && shared >= SHARED * Math.max(these.length, those.length);
}
