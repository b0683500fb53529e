/** How a stretch of terminal output is shown. */
export type AnsiStyle = {
  readonly color: AnsiColor | null;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
};

/** The basic colours that have names. */
export type AnsiColor = 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan';

/** A stretch of one line in one style. */
export type AnsiRun = { readonly text: string; readonly style: AnsiStyle };

const PLAIN: AnsiStyle = { color: null, bold: false, dim: false, italic: false, underline: false };

/** What each code of `ESC [ … m` changes (ECMA-48, 8.3.117). */
const CODES: Readonly<Record<number, Partial<AnsiStyle>>> = {
  0: PLAIN,
  1: { bold: true },
  2: { dim: true },
  3: { italic: true },
  4: { underline: true },
  22: { bold: false, dim: false },
  23: { italic: false },
  24: { underline: false },
  31: { color: 'red' },
  32: { color: 'green' },
  33: { color: 'yellow' },
  34: { color: 'blue' },
  35: { color: 'magenta' },
  36: { color: 'cyan' },
  39: { color: null },
};

/**
 * Reads terminal output with colours into lines of runs. Empty runs are left out.
 *
 * @throws Error on an escape sequence that is none of the codes above: a picture must not leave anything out.
 */
export function readAnsi(output: string): AnsiRun[][] {
  let style = PLAIN;
  return output.split('\n').map((line) => {
    const runs: AnsiRun[] = [];
    for (const [index, part] of line.split('\u001b[').entries()) {
      const codes = index === 0 ? null : /^([\d;]*)m/.exec(part);
      if (index > 0 && codes === null) throw new Error(`unknown escape sequence: ESC [ ${part.slice(0, 10)}`);
      for (const code of codes?.[1]?.split(';') ?? []) {
        const change = CODES[Number(code)];
        if (change === undefined) throw new Error(`unknown style: ${code}`);
        style = { ...style, ...change };
      }
      const text = codes === null ? part : part.slice(codes[0].length);
      if (text !== '') runs.push({ text, style });
    }
    return runs;
  });
}
