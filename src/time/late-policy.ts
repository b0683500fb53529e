/** What to do with a publication whose time was missed: send it anyway, skip it, or ask the user. */
export const LATE_POLICIES = ['post', 'skip', 'ask'] as const;

export type LatePolicy = (typeof LATE_POLICIES)[number];
