/** Characters that Unicode has in superscript, https://www.unicode.org/charts/PDF/U2070.pdf and its modifier letters. */
const RAISED = new Map(
  [...'0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW'].map((sign, index) => [
    sign,
    [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ'][index] ?? sign,
  ]),
);

/** Superscripts that read the same on the line: `1st`, `3e`, `Mlle`, `™`, note marks. */
const ON_THE_LINE =
  /^(?:st|nd|rd|th|er|re|ère|ème|eme|e|es|ers|res|lle|lles|me|mes|mo|ma|o|a|º|ª|os|as|n[dt]e?|de|TM|SM|®|™|©|\*+|[†‡§¶]+|\[.*\])$/;

/** A superscript as plain text, and whether it needed a sign. */
export type Superscript = { readonly text: string; readonly isMarked: boolean };

/**
 * Writes superscript words as a post can show them: `10` and `6` as `10⁶`; if Unicode lacks a character, after a `^`.
 *
 * @param before - the preceding text, to distinguish an exponent from an ordinal
 */
export function superscript(raised: string, before: string): Superscript {
  const words = raised.replace(/\s+/g, ' ').trim();
  if (words === '') return { text: '', isMarked: false };
  if (/^(?:TM|tm)$/.test(words)) return { text: '™', isMarked: false };
  const isOrdinal = ON_THE_LINE.test(words) && (/\d$|^M/.test(before) || !/^[a-z]$/i.test(words));
  const isAttached = /[\p{L}\p{N})\]}]$/u.test(before);
  if (isOrdinal || (!isAttached && /\p{L}[\p{L}\p{M}]/u.test(words))) return { text: words, isMarked: false };
  const signs = [...words];
  if (signs.every((sign) => RAISED.has(sign)))
    return { text: signs.map((sign) => RAISED.get(sign) ?? sign).join(''), isMarked: false };
  return { text: /^[\p{L}\p{N}]+$/u.test(words) ? `^${words}` : `^(${words})`, isMarked: true };
}
