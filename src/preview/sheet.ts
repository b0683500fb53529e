import { type CellWidth, cellWidthFor } from './cell-width.ts';
import { type Paint, paint } from './paint.ts';

/** The layout for text: the width in cells, the colours, and the measure. */
export type Sheet = { readonly width: number; readonly paint: Paint; readonly cells: CellWidth };

/** Makes a sheet that can measure all of the given texts. */
export async function makeSheet(width: number, color: boolean, texts: Iterable<string>): Promise<Sheet> {
  return { width, paint: paint(color), cells: await cellWidthFor(texts) };
}
