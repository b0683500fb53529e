import type { Definition, FootnoteDefinition } from 'mdast';
import { type BlockHandler, keepNote } from '../conversion.ts';

/** `[name]: url`: collected earlier, and shown where it is used. */
export const definition: BlockHandler<Definition> = () => [];

/** `[^1]: words`: stored separately from the text. */
export const footnoteDefinition: BlockHandler<FootnoteDefinition> = (node, conversion) => {
  keepNote(node, conversion);
  return [];
};
