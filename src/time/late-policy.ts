/** What to do with a publication whose time was missed: send it all the same, leave it out, or ask a person. */
export const LATE_POLICIES = ['post', 'skip', 'ask'] as const;

/** One of the policies for a missed publication. */
export type LatePolicy = (typeof LATE_POLICIES)[number];
