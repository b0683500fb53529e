import { join } from 'node:path';

/** The fonts that ship with the package: beside the sources, and beside the bundle's chunks. */
const FONT_FOLDER = join(import.meta.dirname, '../fonts');
const FONT_FILES = ['Inter-Regular.ttf', 'Inter-SemiBold.ttf', 'JetBrainsMono-Regular.ttf'];

/** Draws SVG as PNG. No font of the machine is used: the same SVG gives the same bytes. */
export async function rasterise(svg: string, moreFonts: readonly string[]): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: [...FONT_FILES.map((name) => join(FONT_FOLDER, name)), ...moreFonts],
      defaultFontFamily: 'Inter',
      serifFamily: 'Inter',
      sansSerifFamily: 'Inter',
      monospaceFamily: 'JetBrains Mono',
    },
  });
  return image.asPng();
}
