/**
 * The characters that Windows-1252 assigns to the bytes 0x80 to 0x9f, in order; a blank for each of the five undefined ones.
 * https://encoding.spec.whatwg.org/index-windows-1252.txt
 */
const HIGH_CONTROLS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const BYTES = new Map<string, number>(
  [...HIGH_CONTROLS].flatMap((character, index) =>
    character === ' ' ? [] : [[character, 0x80 + index] as const],
  ),
);

/**
 * Returns the byte that Windows-1252 or Latin-1 shows as the given UTF-16 unit, or -1. Most programs turn undefined bytes into
 * the C1 control of the same number.
 */
export function byteShownAs(character: string): number {
  const unit = character.charCodeAt(0);
  if (unit <= 0xff) return unit;
  return BYTES.get(character) ?? -1;
}
