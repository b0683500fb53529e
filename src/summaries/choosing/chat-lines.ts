import type { PlainText } from './plain-text.ts';

/** `<ada> hello`, `[10:02] <@ada> hello`: who says it in a room for chat, and when. */
const CHAT_LINE = /^(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?\s)?<[@+%~& ]?[\p{L}\d_[\]\\^{}|`-]{1,30}>\s?\S/u;
/** The fewest such lines of a post that holds the log of a chat. */
const FEWEST_LINES = 3;

/** A paragraph as text, with what is code in it and where its author ended lines. */
type Lines = Pick<PlainText, 'text' | 'code' | 'lineEnds'>;

/** Returns the numbers of the paragraphs that are the log of a chat, of which no line is the author’s. */
export function chatParagraphs(paragraphs: readonly Lines[]): ReadonlySet<number> {
  const found = new Set<number>();
  let lines = 0;
  paragraphs.forEach(({ text, code, lineEnds }, number) => {
    // `<T>` in code is no name of anybody.
    if (code[0]?.start === 0 || !CHAT_LINE.test(text)) return;
    const starts = [0, ...lineEnds].map((at) => text.slice(at).trimStart());
    lines += starts.filter((line) => CHAT_LINE.test(line)).length;
    found.add(number);
  });
  return lines < FEWEST_LINES ? new Set() : found;
}
