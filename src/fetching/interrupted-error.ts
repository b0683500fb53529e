import { ThreadmillError } from '../threadmill-error.ts';

/** The caller aborted the fetch. Says nothing about the server, so don't count it as a failure. */
export class InterruptedError extends ThreadmillError {
  override readonly name = 'InterruptedError';
  readonly kind = 'interrupted';

  constructor(url: string, cause: unknown) {
    super(`${url}: reading it was stopped.`, cause);
  }
}

/** Returns the result of work; `undefined` if it was interrupted. */
export async function unlessInterrupted<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    return undefined;
  }
}
