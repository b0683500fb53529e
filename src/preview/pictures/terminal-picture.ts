import type { CardPicture } from '../card-picture.ts';
import { decodePng, type Pixels } from './decode-png.ts';
import type { PictureProtocol } from './picture-protocol.ts';
import { sixel } from './sixel.ts';

/** The maximum width of a picture in cells: a wider card would be larger than on a phone. */
const MOST_CELLS = 64;
/** The assumed width of a cell in pixels, if only pixels can be given: that of usual fonts on usual screens. */
const CELL_PIXELS = 10;
/** Bytes of base64 per escape code (kitty's graphics protocol, "The transmission medium"). */
const CHUNK = 4_096;

const ENCODERS: Readonly<Record<PictureProtocol, (picture: CardPicture, cells: number) => string>> = {
  kitty,
  iterm2,
  sixel: ({ png }, cells) => sixel(smaller(decodePng(png), cells * CELL_PIXELS)),
};

/** Makes the escape codes that show a card in a terminal, at most `columns` cells wide; the cursor ends on its last line. */
export function terminalPicture(picture: CardPicture, protocol: PictureProtocol, columns: number): string {
  return ENCODERS[protocol](picture, Math.max(1, Math.min(columns, MOST_CELLS)));
}

/** kitty: PNG in chunks. `q=2` suppresses responses, since nobody reads them. */
function kitty({ png }: CardPicture, cells: number): string {
  const data = Buffer.from(png).toString('base64');
  let out = '';
  for (let at = 0; at < data.length; at += CHUNK) {
    const more = at + CHUNK < data.length ? 1 : 0;
    const keys = at === 0 ? `a=T,f=100,q=2,c=${cells},m=${more}` : `q=2,m=${more}`;
    out += `\u001b_G${keys};${data.slice(at, at + CHUNK)}\u001b\\`;
  }
  return out;
}

/** iTerm2: the whole file in one code; the terminal derives the height. */
function iterm2({ png }: CardPicture, cells: number): string {
  const data = Buffer.from(png).toString('base64');
  const keys = `inline=1;size=${png.length};width=${cells};height=auto;preserveAspectRatio=1`;
  return `\u001b]1337;File=${keys}:${data}\u0007`;
}

/** Scales a picture down by a whole number to at most `most` pixels wide; each pixel is the mean of those it replaces. */
function smaller({ width, height, rgba }: Pixels, most: number): Pixels {
  const by = Math.max(1, Math.ceil(width / most));
  const [toWidth, toHeight] = [Math.max(1, Math.floor(width / by)), Math.max(1, Math.floor(height / by))];
  const to = new Uint8Array(toWidth * toHeight * 4);
  for (let y = 0; y < toHeight; y += 1)
    for (let x = 0; x < toWidth; x += 1)
      for (let channel = 0; channel < 4; channel += 1) {
        let sum = 0;
        for (let row = 0; row < by; row += 1)
          for (let column = 0; column < by; column += 1)
            sum += rgba[((y * by + row) * width + x * by + column) * 4 + channel] ?? 0;
        to[(y * toWidth + x) * 4 + channel] = Math.round(sum / (by * by));
      }
  return { width: toWidth, height: toHeight, rgba: to };
}
