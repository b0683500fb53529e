/** What one account sets of its network's own keys, by key. Only the network's folder knows what they mean. */
export type AccountOptions = Readonly<Record<string, boolean | string>>;

/**
 * A key that only accounts of one network have in the settings. Plain data, so that the table of networks loads no schema
 * library; the settings' schema, the JSON Schema, `accounts list` and a flag of `accounts add` are made from it.
 */
export type AccountKey = {
  /** For editors and for `--help`. */
  readonly about: string;
  /** The values it accepts; `boolean` is true or false. */
  readonly accepts: 'boolean' | readonly [string, ...string[]];
};
