import type { Table } from 'mdast';
import { decodeReferences } from '../../html/character-references.ts';
import { type BlockHandler, placeOf, sourceOf } from '../conversion.ts';
import { flatText } from '../inline-writer.ts';

const OUTSIDE_CODE = /(`[^`]*`)|[^`]+/g;

/** A GFM table. Its words are read like a paragraph's; links in it can't be followed, which a finding says. */
export const table: BlockHandler<Table> = (node, conversion) => {
  const at = placeOf(node, conversion);
  const columns = (node.children[0]?.children.length ?? 0) || 1;
  const urls = new Set<string>();
  const rows = node.children.map((row) => {
    const cells = row.children.slice(0, columns).map(({ children }) => {
      const { runs, images } = conversion.inline(children);
      for (const run of runs) if (run.type === 'link' && !run.auto) urls.add(run.url);
      return [...images.map(({ alt }) => alt), flatText(runs)].filter((words) => words !== '').join(' ');
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
  // The source is the alt text of the table's picture, which screen readers read aloud.
  const source = sourceOf(node, conversion).replace(OUTSIDE_CODE, (text, code?: string) =>
    code === undefined ? decodeReferences(text) : text,
  );
  return [{ type: 'table', source, aligns, rows, at }];
};
