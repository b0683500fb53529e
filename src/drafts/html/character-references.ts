import { decodeNamedCharacterReference } from 'decode-named-character-reference';

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/g;

/** Decodes `&amp;`, `&#39;`, `&#x27;` and all other character references of HTML; a name that HTML lacks stays as written. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (written: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return decodeNamedCharacterReference(name) || written;
    const code = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
    // Control characters and halves of a surrogate pair are no text.
    const isText =
      code > 0x1f &&
      code <= 0x10ffff &&
      !(code >= 0xd800 && code <= 0xdfff) &&
      !(code >= 0x7f && code < 0xa0);
    return isText ? String.fromCodePoint(code) : ' ';
  });
}
