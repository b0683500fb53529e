import { columnsOf } from '../columns-of.ts';

/** A line of a text; `column` is where its words begin, and `words` is the line without white space before them. */
export type Line = {
  readonly start: number;
  readonly text: string;
  readonly column: number;
  readonly words: string;
};

/** Splits a text into lines, from an offset on. */
export function linesOf(source: string, from: number): Line[] {
  let start = from;
  return source
    .slice(from)
    .split('\n')
    .map((written) => {
      const text = written.replace(/\r$/, '');
      const words = text.trimStart();
      const line = { start, text, column: columnsOf(text.slice(0, text.length - words.length)), words };
      start += written.length + 1;
      return line;
    });
}

const FENCE = /^(`{3,}|~{3,})(.*)$/;
/** What a line of fenced code is. */
type FencedLine = 'opens' | 'inside' | 'closes';

/** Follows fenced code line by line; `undefined` for every other line. */
export function trackFences(): (line: Line) => FencedLine | undefined {
  let open = '';
  return ({ words }) => {
    const [, mark = '', info = ''] = FENCE.exec(words) ?? [];
    if (open !== '') {
      if (!mark.startsWith(open) || info.trim() !== '') return 'inside';
      open = '';
      return 'closes';
    }
    if (mark === '' || (mark.startsWith('`') && info.includes('`'))) return undefined;
    open = mark;
    return 'opens';
  };
}
