import type { ThematicBreak } from 'mdast';
import { type BlockHandler, placeOf } from '../conversion.ts';

/** `---` */
export const thematicBreak: BlockHandler<ThematicBreak> = (node, conversion) => [
  { type: 'separator', at: placeOf(node, conversion) },
];
