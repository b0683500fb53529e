/** Whether a sentence ends with a closing mark, and none opens in it. */
export const closesQuotation = (text: string): boolean =>
  (/[.!?]”$/u.test(text) && !/[“„”](?!$)/u.test(text)) || /^[^"]*[.!?]"$/u.test(text);

/** `1)`, `b)`: a count inside a sentence. */
const COUNT = /(?<![\p{L}\p{N}(])(?:\p{L}|\d{1,2})\)/gu;

/** Whether as many brackets open as close, but for smileys. */
function isClosed(text: string): boolean {
  const words = text.replace(/[:;]-?[()]/g, '');
  return (words.match(/[([（]/g)?.length ?? 0) === (words.match(/[)\]）]/g)?.length ?? 0);
}

/** Whether as many brackets open in a sentence as close, but for smileys and for the numbers of a count. */
export const closesBrackets = (text: string): boolean => isClosed(text) || isClosed(text.replace(COUNT, ''));

/** `the [lamp that never smokes or dims] that`: not a remark that its author put in square brackets. */
export const BROKEN_LINK =
  /(?<!\p{L})(?:the|an?|this|our|my|to|in|on|of|by|from|asked|see|read) \[[^[\]]+(?: [^[\] ]+){3}\](?= \p{Ll})/giu;

/** `[the lamp](/lamp page)`, not an index: `row[i][j]`. */
export const BROKEN_TARGET = /(?<![\p{L}\p{N}_\])])\[[^[\]]+\][[(](?=\S)/gu;
