import { type CellWidth, cellWidthFor } from './cell-width.ts';
import { type Paint, paint } from './paint.ts';

/** What text is laid out on: so many cells to a line, with these colours, measured in this way. */
export type Sheet = { readonly width: number; readonly paint: Paint; readonly cells: CellWidth };

/** A sheet on which all of the given texts can be laid out. */
export async function makeSheet(width: number, color: boolean, texts: Iterable<string>): Promise<Sheet> {
  return { width, paint: paint(color), cells: await cellWidthFor(texts) };
}
