/** Characters that no font shows, and terminals obey. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]+/g;

/**
 * Text of a page, a feed or a program without what is no text in it: an escape sequence of theirs reaches no terminal and
 * no draft. What an author's own file holds of them is repaired as in any draft, and said.
 */
export const printable = (text: string): string => text.replace(UNPRINTABLE, '');
