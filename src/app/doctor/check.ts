/** The result of one check. `fail`: Threadmill can't work. `warn`: worth a look. */
export type Check = {
  readonly status: 'ok' | 'warn' | 'fail';
  readonly about: string;
  readonly message: string;
  /** How to fix it, if the message does not say. */
  readonly fix?: string;
};

/** Makes a check's result. */
export const check = (status: Check['status'], about: string, message: string, fix?: string): Check =>
  fix === undefined ? { status, about, message } : { status, about, message, fix };
