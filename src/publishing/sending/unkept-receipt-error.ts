import { ThreadmillError } from '../../threadmill-error.ts';

/** Posts were published, but the journal could not store their receipts. The next resume finds them on the network. */
export class UnkeptReceiptError extends ThreadmillError {
  override readonly name = 'UnkeptReceiptError';
  readonly kind = 'partly-sent';
  readonly urls: readonly string[];

  constructor(message: string, urls: readonly string[], cause: unknown) {
    super(message, cause);
    this.urls = urls;
  }
}
