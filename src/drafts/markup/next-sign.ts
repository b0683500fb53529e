/** Finds a closing sign behind an offset; asked with offsets that grow, it reads the text once however often it is asked. */
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
