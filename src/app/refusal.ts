import { type ErrorKind, ThreadmillError } from '../threadmill-error.ts';

/** The kinds of failure that the application itself finds; the others come from the folders below it. */
export type RefusalKind = Extract<
  ErrorKind,
  'draft' | 'usage' | 'configuration' | 'not-sent' | 'partly-sent' | 'busy'
>;

/**
 * A failure that the application has understood: `message` is one clear sentence for the person who asked, saying what
 * happened, to which file or account, and what to do next.
 */
export class Refusal extends ThreadmillError {
  override readonly name = 'Refusal';
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, message: string, facts: { readonly cause?: unknown } = {}) {
    super(message, facts.cause);
    this.kind = kind;
  }
}
