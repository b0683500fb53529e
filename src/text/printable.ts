/** Characters that no font shows, and that terminals obey. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]+/g;

/**
 * Removes control characters from the text of a page, a feed or a program, so that no escape sequence reaches a terminal or a
 * draft. In an author's own file they are repaired and reported as in any draft.
 */
export const printable = (text: string): string => text.replace(UNPRINTABLE, '');
