/** The default of the longest pause to wait for, in ms: one short rate window, and its margin. */
export const USUAL_WAIT_MS = 16 * 60_000;

/** The options of commands that may wait for a rate window. */
export const waitingOptions = {
  wait: { flags: '--wait', about: 'wait out any pause that ends by itself, however long' },
  noWait: { flags: '--no-wait', about: 'never wait; by default, a pause of up to 15 minutes is waited out' },
} as const;

/** Returns how long these options allow waiting, in ms. If both are given, the last one wins. */
export function waitUpToMs(options: { readonly wait: boolean; readonly noWait: boolean }): number {
  if (options.wait) return Number.POSITIVE_INFINITY;
  return options.noWait ? 0 : USUAL_WAIT_MS;
}
