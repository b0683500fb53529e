/** Temporal: the built-in one (Node 26), else the polyfill, which is loaded only then. */
export const Temporal: typeof globalThis.Temporal =
  globalThis.Temporal ?? (await import('temporal-polyfill')).Temporal;
