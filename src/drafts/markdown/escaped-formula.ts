type Escape = {
  readonly sign: RegExp;
  readonly becomes: string;
  /** Only in a sentence, where no row of a formula ends. */
  readonly inLine?: true;
  /** Also in words, `\text{a\_b}`, the signs mean what they are. */
  readonly notInWords?: true;
  readonly why: string;
  readonly sample: string;
  readonly leaves: string;
};

/** Backslashes that a blog’s Markdown takes away before its page reads the formula, one row each. */
export const FORMULA_ESCAPES: readonly Escape[] = [
  {
    sign: /(?<!\\)(?:\\{4,}(?=\s|$)|\\{3}(?=\s*\n))/g,
    becomes: '\\\\',
    why: 'the end of a row, whose backslashes are doubled or trebled',
    sample: 'a &= b \\\\\\\\\\\\\nc &= d',
    leaves: 'a &= b \\\\\nc &= d',
  },
  {
    sign: /(?<!\\)\\\*/g,
    becomes: '*',
    why: 'a star that marks no italics',
    sample: 'x^\\*',
    leaves: 'x^*',
  },
  {
    sign: /(?<=[A-Za-z0-9})])\\_(?:(?=\{)|(?<!(?:(?<![A-Za-z\\])[A-Za-z]{3,30}|\\_[A-Za-z0-9])\\_)(?=[A-Za-z0-9](?![A-Za-z0-9]|\\_)))/g,
    becomes: '_',
    notInWords: true,
    why: 'an index; `max\\_x` and `a\\_b\\_c` are names',
    sample: 'v\\_{i k} + T\\_k',
    leaves: 'v_{i k} + T_k',
  },
  {
    sign: /\\\\(?=[{}])/g,
    becomes: '\\',
    inLine: true,
    why: 'the braces of a set',
    sample: 'G \\backslash \\\\{e\\\\}',
    leaves: 'G \\backslash \\{e\\}',
  },
];

/** Words in a formula with an underscore of their own. */
const WORDS = /\\(?:text\w*|math(?:rm|tt|sf|it)|operatorname|mbox)\{[^{}]{0,200}\\_/;

/** Returns a formula as a page’s program gets it, without the backslashes that Markdown took for its own. */
export function withoutFormulaEscapes(tex: string, place: 'line' | 'block'): string {
  if (!tex.includes('\\')) return tex;
  const hasWords = WORDS.test(tex);
  return FORMULA_ESCAPES.reduce(
    (left, { sign, becomes, inLine, notInWords }) =>
      (inLine === true && place === 'block') || (notInWords === true && hasWords)
        ? left
        : left.replace(sign, () => becomes),
    tex,
  );
}
