/** Replaces something in a sentence that only the blog's generator knows: such a sentence is never quoted. */
export const HOLE = '\ufffc';
