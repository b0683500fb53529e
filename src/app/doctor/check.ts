/** What one check found; `fail` keeps Threadmill from working, `warn` is worth a look. */
export type Check = {
  readonly status: 'ok' | 'warn' | 'fail';
  readonly about: string;
  readonly message: string;
  /** What to do about it, where the message does not say so. */
  readonly fix?: string;
};

/** A check's result. */
export const check = (status: Check['status'], about: string, message: string, fix?: string): Check =>
  fix === undefined ? { status, about, message } : { status, about, message, fix };
