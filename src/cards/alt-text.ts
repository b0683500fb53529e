import type { TableWords } from './plan-table.ts';

/** The end of an alt text that had to be cut for a network. */
export const CUT_NOTE = '… (cut; the picture shows all of it)';

/**
 * Cuts a text to a network's limit: after a line if one ends nearby, never inside a grapheme.
 *
 * @param limit - in the unit of `length`; at least as long as the note
 */
export function fitAlt(text: string, limit: number, length: (text: string) => number): string {
  if (length(text) <= limit) return text;
  const room = limit - length(CUT_NOTE);
  let used = 0;
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    used += length(segment);
    if (used > room) break;
    end = index + segment.length;
  }
  const kept = text.slice(0, end);
  const line = kept.lastIndexOf('\n');
  return `${(line > kept.length * 0.8 ? kept.slice(0, line) : kept).trimEnd()}${CUT_NOTE}`;
}

/**
 * Writes a table as lines that can be read aloud: each cell with its column's name.
 *
 *     | Model | Score |
 *     | ----- | ----- |      Model: Lantern; Score: 71.3
 *     | Lantern | 71.3 |
 */
export function tableAlt({ rows }: TableWords): string {
  const [header = [], ...body] = rows;
  const line = (cells: readonly string[]): string =>
    cells
      .flatMap((cell, column) => {
        const name = header[column] ?? '';
        if (cell === '') return [];
        return [name === '' ? cell : `${name.replace(/:$/, '')}: ${cell}`];
      })
      .join('; ');
  if (body.length === 0) return header.filter((cell) => cell !== '').join('; ');
  return body.map(line).join('\n');
}
