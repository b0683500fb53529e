/** What a draft is, which sets its defaults. */
export const KINDS = ['update', 'paper', 'links', 'article', 'post'] as const;

/** One of the kinds of draft. */
export type Kind = (typeof KINDS)[number];
