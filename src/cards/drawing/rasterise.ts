import { join } from 'node:path';
import type { ResvgRenderOptions } from '@resvg/resvg-js';
import { text } from '../svg.ts';

/** The package's fonts: beside the sources, and beside the bundle's chunks. */
const FONT_FOLDER = join(import.meta.dirname, '../fonts');
const FONT_FILES = ['Inter-Regular.ttf', 'Inter-SemiBold.ttf', 'JetBrainsMono-Regular.ttf'];

/** Draws SVG as PNG without the machine's fonts, so that the same SVG gives the same bytes. */
export async function rasterise(svg: string, moreFonts: readonly string[]): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, { font: fontOptions(moreFonts) });
  return image.asPng();
}

/** Space beside the ink of a phrase, in em. */
const BEARING = 0.08;

/** Returns the drawn width of a phrase, in em; undefined if the fonts draw nothing of it. */
export async function drawnWidth(phrase: string, moreFonts: readonly string[]): Promise<number | undefined> {
  const { Resvg } = await import('@resvg/resvg-js');
  const size = 100;
  const inside = text({ x: 0, y: size }, 'mono', size, [{ text: phrase, fill: '#000' }]);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="8000" height="200">${inside}</svg>`;
  const box = new Resvg(svg, { font: fontOptions(moreFonts) }).getBBox();
  return box === undefined || box.width === 0 ? undefined : box.width / size + BEARING;
}

/** Returns resvg's font options: the fonts of the cards, those of other scripts, and no others. */
export const fontOptions = (more: readonly string[]): NonNullable<ResvgRenderOptions['font']> => ({
  loadSystemFonts: false,
  fontFiles: [...FONT_FILES.map((name) => join(FONT_FOLDER, name)), ...more],
  defaultFontFamily: 'Inter',
  serifFamily: 'Inter',
  sansSerifFamily: 'Inter',
  monospaceFamily: 'JetBrains Mono',
});
