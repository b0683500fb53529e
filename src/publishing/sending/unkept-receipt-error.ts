/** Posts went out, and the journal could not take their receipts. The next resume finds them on the network. */
export class UnkeptReceiptError extends Error {
  override readonly name = 'UnkeptReceiptError';
  readonly urls: readonly string[];

  constructor(message: string, urls: readonly string[], cause: unknown) {
    super(message, { cause });
    this.urls = urls;
  }
}
