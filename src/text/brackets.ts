/** The number of a member of a series: `(2) the knife`. */
export const OPENS_NUMBER = /^\(\w{1,2}\) /;

/** The shortest bracket that may begin a post, in UTF-16 units. */
const LONG_BRACKET = 90;

/** A shorter bracket, but of a whole clause, at the end of its sentence. */
export const ENDING_BRACKET = /^\([^()]{48,88}\)[.!?…](?:\s|$)/;

/** Whether a bracket begins that is long enough to stand at the start of a post. */
export const opensLongBracket = (ahead: string): boolean =>
  ahead.startsWith('(') && !ahead.slice(0, LONG_BRACKET).includes(')');
