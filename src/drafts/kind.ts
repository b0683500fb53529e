/** The kinds of drafts, which determine the defaults. */
export const KINDS = ['update', 'paper', 'links', 'article', 'post'] as const;

export type Kind = (typeof KINDS)[number];
