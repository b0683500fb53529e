/** The options for logging in to an account. */
export const loginOptions = {
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
  premium: { flags: '--premium', about: 'the account has X Premium: a post may have 25,000 characters' },
  port: { flags: '--port <number>', about: 'the port on this machine that the browser comes back to' },
  paste: { flags: '--paste', about: 'copy the answer of a login by hand: over SSH, say' },
  stdin: { flags: '--stdin', about: 'read the credentials from standard input, as NAME=value lines' },
} as const;

/** The options above, as the user gave them. */
export type LoginOptions = {
  readonly method: string | undefined;
  readonly handle: string | undefined;
  readonly server: string | undefined;
  readonly premium: boolean;
  readonly port: string | undefined;
  readonly paste: boolean;
};
