/**
 * Whether a configured handle matches the network's. An email address is a way to log in and not a handle, so it always
 * matches.
 */
export const isSameHandle = (wanted: string | undefined, found: string): boolean =>
  wanted === undefined || wanted.includes('@') || wanted.toLowerCase() === found.toLowerCase();
