import type { Definition, FootnoteDefinition } from 'mdast';
import { type BlockHandler, keepNote } from '../conversion.ts';

/** `[name]: url`: gathered before anything else, and shown where it is used. */
export const definition: BlockHandler<Definition> = () => [];

/** `[^1]: words`: kept apart from the text. */
export const footnoteDefinition: BlockHandler<FootnoteDefinition> = (node, conversion) => {
  keepNote(node, conversion);
  return [];
};
