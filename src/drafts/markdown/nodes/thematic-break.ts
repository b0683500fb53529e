import type { ThematicBreak } from 'mdast';
import { type BlockHandler, placeOf } from '../conversion.ts';

/** `---`, and the placeholder of a list of sources. */
export const thematicBreak: BlockHandler<ThematicBreak> = (node, conversion) => [
  conversion.references.blockAt(conversion.rangeOf(node).start) ?? {
    type: 'separator',
    at: placeOf(node, conversion),
  },
];
