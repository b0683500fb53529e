import { FONT_WIDTHS } from './font-widths.ts';

export type Face = keyof typeof FONT_WIDTHS;

/** Width in em of a character that no font of the package has: a full square, as for Han and emoji. */
const UNKNOWN_WIDTH = 1;

const widths = new Map<Face, ReadonlyMap<string, number>>();

function widthsOf(face: Face): ReadonlyMap<string, number> {
  const known = widths.get(face);
  if (known !== undefined) return known;
  const made = new Map<string, number>();
  for (const [width, characters] of FONT_WIDTHS[face])
    for (const character of characters) made.set(character, width / 1000);
  widths.set(face, made);
  return made;
}

/** Characters without a width: accents and joiners that follow another character. */
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Returns the width of one character in em. Another font draws a character that `face` lacks. */
export function characterWidth(character: string, face: Face): number {
  const width = widthsOf(face).get(character);
  if (width !== undefined) return width;
  if (ZERO_WIDTH.test(character)) return 0;
  return widthsOf(face === 'regular' ? 'mono' : 'regular').get(character) ?? UNKNOWN_WIDTH;
}

/** Returns the width of a text in layout units at a font size; never less than what is drawn. */
export function textWidth(text: string, face: Face, size: number): number {
  let em = 0;
  for (const character of text) em += characterWidth(character, face);
  return em * size;
}

/** Whether the fonts of the package have a character. */
export function isDrawable(character: string): boolean {
  return widthsOf('regular').has(character) || widthsOf('mono').has(character) || ZERO_WIDTH.test(character);
}
