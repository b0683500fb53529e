import type { Nodes } from 'mdast';
import type { BlockHandler } from './conversion.ts';
import { blockquote } from './nodes/blockquote.ts';
import { code } from './nodes/code.ts';
import { definition, footnoteDefinition } from './nodes/definition.ts';
import { heading } from './nodes/heading.ts';
import { list } from './nodes/list.ts';
import { math } from './nodes/math.ts';
import { paragraph } from './nodes/paragraph.ts';
import { table } from './nodes/table.ts';
import { thematicBreak } from './nodes/thematic-break.ts';

/** The handlers of block nodes, by their type in the tree. */
export const BLOCK_HANDLERS = {
  blockquote,
  code,
  definition,
  footnoteDefinition,
  heading,
  list,
  math,
  paragraph,
  table,
  thematicBreak,
} as const satisfies { [Type in Nodes['type']]?: BlockHandler<Extract<Nodes, { type: Type }>> };
