/** How a formula of several lines opens, and which line closes it. */
export type FormulaOpening = {
  /** What stands before the formula on its first line: white space, or nothing. */
  readonly indent: string;
  /** The marks around the formula; empty for an environment, which is part of it. */
  readonly mark: string;
  /** Whether an environment ends on the line that it opens on. */
  readonly isWhole: boolean;
  readonly closes: (line: string) => boolean;
  /** Where the closing mark starts in the line that closes it. */
  readonly closesAt: (line: string) => number;
};

type Form = {
  readonly opens: RegExp;
  readonly closes: (opening: RegExpExecArray) => RegExp;
  readonly hasMark: boolean;
  readonly why: string;
};

/** `$$` alone, or with the first line of a formula beside it; in `$$ is tight` it is money. */
const FORMS: readonly Form[] = [
  {
    opens: /^([^\S\n]*)(\$\$)(?:[^\S\n]*|[^$]*[\\^_={}&][^$]*)$/,
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
    why: 'an environment without marks around it, which MathJax takes for a formula',
  },
];

/** Whether a line opens a formula that goes on in the lines below it. Environments may also close on it. */
export function formulaOpening(line: string): FormulaOpening | undefined {
  if (!/[$\\]/.test(line)) return undefined;
  for (const { opens, closes, hasMark } of FORMS) {
    const match = opens.exec(line);
    if (match === null) continue;
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
