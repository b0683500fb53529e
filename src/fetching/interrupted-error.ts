import { ThreadmillError } from '../threadmill-error.ts';

/** Whoever asked for a document wants it no more: nothing is known of its server, and nothing is to be held against it. */
export class InterruptedError extends ThreadmillError {
  override readonly name = 'InterruptedError';
  readonly kind = 'interrupted';

  constructor(url: string, cause: unknown) {
    super(`${url}: reading it was stopped.`, cause);
  }
}

/** What work gives; `undefined` where it was interrupted. */
export async function unlessInterrupted<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    return undefined;
  }
}
