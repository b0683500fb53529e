import type { Table, TableCell } from 'mdast';
import type { Block, Run } from '../../draft.ts';
import { decodeReferences } from '../../html/character-references.ts';
import { tableMark } from '../../table-notes.ts';
import { type BlockHandler, type Conversion, type InlineContent, placeOf, sourceOf } from '../conversion.ts';
import { flatText } from '../inline-writer.ts';
import { imageBlocks } from './paragraph.ts';

const NOTE_MARK = /\[\^([^\]\s]{1,200})\]/g;
const OUTSIDE_CODE = /(`[^`]*`)|[^`]+/g;

/** A GFM table. Its words are read like a paragraph's; links in it can't be followed, which a finding says. */
export const table: BlockHandler<Table> = (node, conversion) => {
  const at = placeOf(node, conversion);
  const columns = (node.children[0]?.children.length ?? 0) || 1;
  const content = node.children.map((row) =>
    row.children.slice(0, columns).map((cell) => ({ ...conversion.inline(cell.children), cell })),
  );
  const pictures = conversion.purpose === 'summary' ? undefined : picturesIn(content, columns, conversion);
  if (pictures !== undefined) return pictures;
  const urls = new Set<string>();
  const notes: string[] = [];
  const rows = content.map((row) => {
    const cells = row.map(({ runs, images }) => {
      const shown = runs.map((run): Run => {
        if (run.type === 'link' && !run.auto) urls.add(run.url);
        if (run.type !== 'note') return run;
        if (!notes.includes(run.id)) notes.push(run.id);
        return { type: 'text', text: tableMark(notes.indexOf(run.id)), at: run.at };
      });
      return [...images.map(({ alt }) => alt), flatText(shown)].filter((words) => words !== '').join(' ');
    });
    return [...cells, ...Array.from({ length: columns - cells.length }, () => '')];
  });
  if (urls.size > 0) {
    const [first = '', ...more] = urls;
    const others = more.length === 0 ? '' : ` and ${more.length} more`;
    conversion.findings.add(
      'table-links',
      at,
      `this table becomes a picture, in which links can’t be followed: ${first}${others}; link below the table what readers need`,
    );
  }
  const aligns = Array.from({ length: columns }, (_, column) => node.align?.[column] ?? 'left');
  const marked = (written: string, id: string): string => {
    const place = notes.indexOf(id.toLowerCase());
    return place === -1 ? written : tableMark(place);
  };
  // The source is the alt text of the table's picture, which screen readers read aloud.
  const source = sourceOf(node, conversion).replace(OUTSIDE_CODE, (text, code?: string) =>
    code === undefined ? decodeReferences(text).replace(NOTE_MARK, marked) : text,
  );
  return [{ type: 'table', source, aligns, rows, ...(notes.length === 0 ? {} : { notes }), at }];
};

/** The longest words of a cell, in characters, that name or describe a picture. */
const LONGEST_CAPTION = 120;

type Content = InlineContent & { readonly cell: TableCell };

/**
 * Returns the pictures of a table that only lays them out, column by column, each with the words above or below it: rows of
 * nothing but pictures, beside rows of short words. Undefined for any other table.
 */
function picturesIn(
  rows: readonly (readonly Content[])[],
  columns: number,
  conversion: Conversion,
): Block[] | undefined {
  const kinds = rows.map((cells) => {
    const words = cells.map(({ runs }) => flatText(runs).trim());
    const hasPictures = cells.some(({ images }) => images.length > 0);
    if (words.every((own) => own === '')) return hasPictures ? 'pictures' : 'nothing';
    return hasPictures || words.some(({ length }) => length > LONGEST_CAPTION) ? 'mixed' : 'words';
  });
  const count = (kind: string): number => kinds.filter((own) => own === kind).length;
  if (count('pictures') === 0 || count('mixed') > 0 || count('words') > count('pictures') + 1)
    return undefined;
  return Array.from({ length: columns }).flatMap((_, column) =>
    rows.flatMap((cells): Block[] => {
      const found = cells[column];
      if (found === undefined) return [];
      const { runs, images, cell } = found;
      const words: Block[] =
        flatText(runs).trim() === '' ? [] : [{ type: 'paragraph', runs, at: placeOf(cell, conversion) }];
      return [...words, ...imageBlocks(images)];
    }),
  );
}
