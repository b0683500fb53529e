/** Stands in a sentence where something is that only the blog can work out: such a sentence is never quoted. */
export const HOLE = '\ufffc';
