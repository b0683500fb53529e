import { flagOf } from '../../app/accounts/refuse-foreign.ts';
import type { AccountOptions } from '../../networks/account-options.ts';
import { OWNED_KEYS } from '../../networks/owned-keys.ts';
import type { OptionDefinition } from './command.ts';

/** A flag for each key that only accounts of one network have, by that key: `--premium`. */
const OWNED_FLAGS: Readonly<Record<string, OptionDefinition>> = Object.fromEntries(
  OWNED_KEYS.map(({ key, about, accepts }) => [
    key,
    accepts === 'boolean'
      ? { flags: flagOf(key), about }
      : { flags: `${flagOf(key)} <value>`, about, choices: accepts },
  ]),
);

/** Returns what the user gave for the keys that only accounts of one network have. */
export function ownedOptions(given: object): AccountOptions {
  const values = OWNED_KEYS.map(({ key }): readonly [string, unknown] => [key, Reflect.get(given, key)]);
  return Object.fromEntries(
    values.flatMap(([key, value]) => (value === true || typeof value === 'string' ? [[key, value]] : [])),
  );
}

/** The options for logging in to an account. */
export const loginOptions = {
  ...(OWNED_FLAGS satisfies Readonly<Record<never, OptionDefinition>>),
  method: {
    flags: '--method <method>',
    about: 'how to log in: keys or login (x), login or token (mastodon)',
  },
  handle: { flags: '--handle <handle>', about: 'the account’s handle, which Bluesky needs' },
  server: {
    flags: '--server <address>',
    about: 'the instance, or another server that speaks the network’s API',
  },
  clientId: { flags: '--client-id <id>', about: 'the OAuth 2.0 client ID of your app on X' },
  port: { flags: '--port <number>', about: 'the port on this machine that the browser comes back to' },
  paste: { flags: '--paste', about: 'copy the answer of a login by hand: over SSH, say' },
  stdin: { flags: '--stdin', about: 'read the credentials from standard input, as NAME=value lines' },
} as const;

/** The options above, as the user gave them. */
export type LoginOptions = {
  readonly method: string | undefined;
  readonly handle: string | undefined;
  readonly server: string | undefined;
  readonly port: string | undefined;
  readonly paste: boolean;
};
