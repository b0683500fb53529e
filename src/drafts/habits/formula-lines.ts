import { isNoFormula } from '../markdown/not-a-formula.ts';

/** How a multi-line formula opens, and which line closes it. */
export type FormulaOpening = {
  /** The white space before the formula on its first line. */
  readonly indent: string;
  /** The marks around the formula; empty for an environment, which is part of it. */
  readonly mark: string;
  /** Whether an environment ends on the line on which it opens. */
  readonly isWhole: boolean;
  readonly closes: (line: string) => boolean;
  /** Returns where the closing mark starts in the closing line. */
  readonly closesAt: (line: string) => number;
};

type Form = {
  readonly opens: RegExp;
  readonly closes: (opening: RegExpExecArray) => RegExp;
  readonly hasMark: boolean;
  readonly why: string;
};

/** `$$` alone, or followed by the first line of a formula; in `$$ is tight` it is money. */
const FORMS: readonly Form[] = [
  {
    opens: /^([^\S\n]*)(\$\$)(?:[^\S\n]*|[^$\\^_={}&]*[\\^_={}&][^$]*)$/,
    closes: () => /\$\$(?=[^\S\n]*[.,;]?[^\S\n]*$)/,
    hasMark: true,
    why: 'display math of TeX',
  },
  {
    opens: /^([^\S\n]*)(\\{1,2}\[)(?!.*\\\])/,
    closes: () => /\\{1,2}\](?=[^\S\n]*[.,;]?[^\S\n]*$)/,
    hasMark: true,
    why: 'display math of LaTeX',
  },
  {
    opens: /^([^\S\n]*)(?=\\begin\{((?:equation|align|alignat|gather|multline|eqnarray|flalign|dmath)\*?)\})/,
    closes: ([, , name = '']) => new RegExp(`\\\\end\\{${name.replace('*', '\\*')}\\}()`),
    hasMark: false,
    why: 'an environment without marks around it, which MathJax reads as a formula',
  },
];

/** Returns how a line opens a formula that continues on the lines below. Environments may also close on the same line. */
export function formulaOpening(line: string): FormulaOpening | undefined {
  if (!/[$\\]/.test(line)) return undefined;
  for (const { opens, closes, hasMark } of FORMS) {
    const match = opens.exec(line);
    if (match === null || (hasMark && isNoFormula(line))) continue;
    const closer = closes(match);
    return {
      indent: match[1] ?? '',
      mark: hasMark ? (match[2] ?? '') : '',
      isWhole: !hasMark && closer.test(line),
      closes: (text) => closer.test(text),
      closesAt: (text) => {
        const end = closer.exec(text);
        return end === null ? -1 : end.index + (hasMark ? 0 : end[0].length);
      },
    };
  }
  return undefined;
}
