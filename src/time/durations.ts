/** Lengths of time in ms. A day is always 24 hours here; days of a calendar are in `wall-time.ts`. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
