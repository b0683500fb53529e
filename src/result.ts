/** The result of an operation whose refusal is data, not an error: `why` is a sentence for the user. */
export type Result<T extends object> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly why: string };
