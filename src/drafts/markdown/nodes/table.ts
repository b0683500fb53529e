import type { Table } from 'mdast';
import { type BlockHandler, placeOf, sourceOf } from '../conversion.ts';

/** A GFM table. */
export const table: BlockHandler<Table> = (node, conversion) => {
  const at = placeOf(node, conversion);
  conversion.findings.add(
    'table',
    at,
    "a post can't show a table; write it as a list, or show it as an image",
  );
  return [{ type: 'table', source: sourceOf(node, conversion), at }];
};
