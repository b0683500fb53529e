import { join } from 'node:path';
import type { ResvgRenderOptions } from '@resvg/resvg-js';

/** The fonts that ship with the package: beside the sources, and beside the bundle's chunks. */
const FONT_FOLDER = join(import.meta.dirname, '../fonts');
const FONT_FILES = ['Inter-Regular.ttf', 'Inter-SemiBold.ttf', 'JetBrainsMono-Regular.ttf'];

/** Draws SVG as PNG. No font of the machine is used: the same SVG gives the same bytes. */
export async function rasterise(svg: string, moreFonts: readonly string[]): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, { font: fonts(moreFonts) });
  return image.asPng();
}

const fonts = (more: readonly string[]): NonNullable<ResvgRenderOptions['font']> => ({
  loadSystemFonts: false,
  fontFiles: [...FONT_FILES.map((name) => join(FONT_FOLDER, name)), ...more],
  defaultFontFamily: 'Inter',
  serifFamily: 'Inter',
  sansSerifFamily: 'Inter',
  monospaceFamily: 'JetBrains Mono',
});

/** Width of a drawing that an author made, in pixels. */
const DRAWING_WIDTH = 1_600;

/** Draws an author's SVG as PNG on white, with the same fonts. Nothing outside of the file is read. */
export async function drawSvg(svg: string): Promise<Uint8Array | { readonly problem: string }> {
  const { Resvg } = await import('@resvg/resvg-js');
  try {
    const options = { font: fonts([]), background: '#ffffff' };
    const image = new Resvg(svg, { ...options, fitTo: { mode: 'width', value: DRAWING_WIDTH } });
    return image.render().asPng();
  } catch (error) {
    // resvg throws plain errors for SVG that it can't read.
    if (!(error instanceof Error)) throw error;
    return { problem: `is no SVG that can be drawn (${error.message.split('\n')[0]})` };
  }
}
