type Coded = {
  readonly text: string;
  readonly code: readonly { readonly start: number; readonly end: number }[];
};

/** Returns the share of inline code in a sentence. */
export const shareOfCode = ({ text, code }: Coded): number =>
  code.reduce((sum, { start, end }) => sum + end - start, 0) / text.length;

/** Whether inline code is more than a name: calls with arguments, blocks, operators, several words with signs between them. */
export const holdsProgram = ({ text, code }: Coded): boolean =>
  code.some(({ start, end }) => {
    const own = text.slice(start, end);
    return /[{};=<>|\\$]|\([^)]+\)|\s-{1,2}\p{L}/u.test(own) && /[\s(){}=]/u.test(own);
  });

/** Whether a pattern finds something outside a sentence’s code; the pattern is global. */
export const hasOutsideCode = ({ text, code }: Coded, pattern: RegExp): boolean =>
  [...text.matchAll(pattern)].some(
    ({ index }) => !code.some(({ start, end }) => start <= index && index < end),
  );
