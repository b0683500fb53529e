/** Whether a handle of the settings is the network's own. An address of mail is a way to log in as well, and no handle. */
export const isSameHandle = (wanted: string | undefined, found: string): boolean =>
  wanted === undefined || wanted.includes('@') || wanted.toLowerCase() === found.toLowerCase();
