import { hiddenCharacters } from '../text/hidden-characters.ts';

/**
 * Characters that must never reach a terminal unescaped: C0 and C1 control characters except line break and tab, marks that
 * change the direction of text, and line separators that some terminals obey.
 */
const DANGEROUS =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** Returns a readable replacement: `␛` for escape and similar, `⟨U+202E⟩` for characters without a picture. */
function standIn(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/**
 * Makes everything visible that could control a terminal, or hide from the reader what a network would receive; line breaks and
 * tabs stay.
 */
export function visible(text: string): string {
  return shownHidden(text).replace(DANGEROUS, standIn);
}

/** Shows hidden characters as `⟨U+E0041⟩`, so that nobody approves what they can't see. */
function shownHidden(text: string): string {
  let shown = '';
  let done = 0;
  for (const { start, end } of hiddenCharacters(text)) {
    const signs = [...text.slice(start, end)];
    shown += text.slice(done, start) + signs.map((sign) => `⟨U+${hexOf(sign)}⟩`).join('');
    done = end;
  }
  return done === 0 ? text : shown + text.slice(done);
}

const hexOf = (sign: string): string =>
  (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/**
 * Formats JSON with two spaces of indent, and escapes every character that could control a terminal; the data stays the same.
 */
export function safeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    DANGEROUS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
