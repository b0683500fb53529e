/** The default of the longest pause to wait for, in ms: one short rate window, and its margin. */
export const USUAL_WAIT_MS = 16 * 60_000;

/** The options of commands that may wait for a rate window. */
export const waitingOptions = {
  wait: { flags: '--wait', about: 'wait out any pause that ends by itself, however long' },
  noWait: {
    flags: '--no-wait',
    about:
      'never wait, as without a terminal; at a terminal, a pause of up to 15 minutes is waited out by default',
  },
} as const;

/**
 * Returns how long these options allow waiting, in ms. If both are given, the last one wins. Without a terminal the default is
 * not to wait, because nobody would see it: a script or a CI job continues, and retries later.
 */
export function waitUpToMs(
  options: { readonly wait: boolean; readonly noWait: boolean },
  isTTY: boolean,
): number {
  if (options.wait) return Number.POSITIVE_INFINITY;
  return options.noWait || !isTTY ? 0 : USUAL_WAIT_MS;
}
