/** The longest pause that a command waits for by default, in ms: one short rate window, and its margin. */
export const USUAL_WAIT_MS = 16 * 60_000;

/** The options of every command that may have to wait for a window. */
export const waitingOptions = {
  wait: { flags: '--wait', about: 'wait out any pause that ends by itself, however long' },
  noWait: { flags: '--no-wait', about: 'never wait; by default, a pause of up to 15 minutes is waited out' },
} as const;

/** How long these options let a command wait, in ms. Of both, the one that was given last holds. */
export function waitUpToMs(options: { readonly wait: boolean; readonly noWait: boolean }): number {
  if (options.wait) return Number.POSITIVE_INFINITY;
  return options.noWait ? 0 : USUAL_WAIT_MS;
}
