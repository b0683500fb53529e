import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** Largest code point of Unicode. */
const LAST_CODE_POINT = 0x10_ffff;

/**
 * Decodes HTML's character references: `&amp;`, `&#8217;`, `&#x2019;`. Invalid references, and those of control characters,
 * stay as written; the invisible `&shy;` is dropped.
 */
export function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) {
        const named = String(name);
        const character =
          decodeNamedCharacterReference(named) || decodeNamedCharacterReference(named.toLowerCase());
        return character === false ? whole : character.replaceAll('\u00AD', '');
      }
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
      return code > 31 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : whole;
    },
  );
}
