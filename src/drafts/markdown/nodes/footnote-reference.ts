import type { FootnoteReference } from 'mdast';
import { type InlineHandler, placeOf } from '../conversion.ts';

/** `[^1]`, if the draft has a line `[^1]: …`. */
export const footnoteReference: InlineHandler<FootnoteReference> = (node, writer, conversion) => {
  conversion.usedNotes.add(node.identifier);
  writer.runs.push({ type: 'note', id: node.identifier, at: placeOf(node, conversion) });
};
