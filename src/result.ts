/** What came of an attempt whose refusal is data, not an error: `why` is a sentence for a person. */
export type Result<T extends object> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly why: string };
