/** The longest pause that a person at the terminal is made to wait for unasked: one short window, and its margin. */
const USUAL_WAIT_MS = 16 * 60_000;

/** The options of every command that may have to wait for a window. */
export const waitingOptions = {
  wait: { flags: '--wait', about: 'wait for any pause that ends by itself, however long' },
  noWait: { flags: '--no-wait', about: 'never wait; by default, pauses of up to 15 minutes are waited for' },
} as const;

/** How long these options let a command wait, in ms. Of both, the one that was given last holds. */
export function waitUpToMs(options: { readonly wait: boolean; readonly noWait: boolean }): number {
  if (options.wait) return Number.POSITIVE_INFINITY;
  return options.noWait ? 0 : USUAL_WAIT_MS;
}
