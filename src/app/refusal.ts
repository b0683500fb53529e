import { type ErrorKind, ThreadmillError } from '../threadmill-error.ts';

/** The kinds of failure that the application itself reports; the others come from the folders below it. */
export type RefusalKind = Extract<
  ErrorKind,
  'draft' | 'usage' | 'configuration' | 'not-sent' | 'partly-sent' | 'busy'
>;

/**
 * A failure that the application understands: `message` is one clear sentence for the user that says what happened, to which
 * file or account, and what to do next.
 */
export class Refusal extends ThreadmillError {
  override readonly name = 'Refusal';
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, message: string, facts: { readonly cause?: unknown } = {}) {
    super(message, facts.cause);
    this.kind = kind;
  }
}
