/**
 * Returns the code point at a place in a text; an unpaired surrogate itself, 0 at the end of the text.
 * `String.prototype.codePointAt` can't be used: once compiled, V8 14.6 (Node 26) reads past the end of a string that is a slice
 * of a longer one, and pairs a surrogate with what the slice left out.
 */
export function pointAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff || at + 1 >= text.length) return high;
  const low = text.charCodeAt(at + 1);
  return (low & 0xfc00) === 0xdc00 ? ((high - 0xd800) << 10) + (low - 0xdc00) + 0x10000 : high;
}
