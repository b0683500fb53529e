import { ThreadmillError } from '../../threadmill-error.ts';

/** Posts went out, and the journal could not take their receipts. The next resume finds them on the network. */
export class UnkeptReceiptError extends ThreadmillError {
  override readonly name = 'UnkeptReceiptError';
  readonly kind = 'partly-sent';
  readonly urls: readonly string[];

  constructor(message: string, urls: readonly string[], cause: unknown) {
    super(message, cause);
    this.urls = urls;
  }
}
