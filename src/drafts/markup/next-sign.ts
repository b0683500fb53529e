/** Finds a closing sign after an offset; for increasing offsets it reads the text only once in all. */
export function nextSign(
  source: string,
  sign: string,
): (from: number, longest: number) => number | undefined {
  let known = -1;
  let none = false;
  return (from, longest) => {
    if (none) return undefined;
    if (known < from) known = source.indexOf(sign, from);
    if (known === -1) {
      none = true;
      return undefined;
    }
    return known - from <= longest ? known : undefined;
  };
}
