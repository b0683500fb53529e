import type { EpochMs } from '../../time/epoch-ms.ts';
import type { Exchange } from '../http-exchange.ts';
import type { TokenSource } from '../token-source.ts';

/** An app password (never the account's own): what proves who is posting, also where nobody is there to log in. */
export type BlueskyLogin = {
  /** A handle, a DID or an address of mail. An `@` in front is left out. */
  readonly identifier: string;
  readonly appPassword: string;
};

/** Where Bluesky's own accounts log in. */
export const BLUESKY_SERVICE = 'https://bsky.social';

/** Where posts of Bluesky are shown. */
export const BLUESKY_SITE = 'https://bsky.app';

/** What a client of Bluesky is made from. */
export type BlueskyClientOptions = {
  /** `http(s)://host[:port]` of a PDS, or of what speaks for many; Bluesky's own by default. */
  readonly baseUrl?: string;
  readonly login: BlueskyLogin;
  /** The session, kept and renewed for every process at once. */
  readonly tokens: TokenSource;
  /** Milliseconds since 1970. */
  readonly now?: () => EpochMs;
  /** From 0 to 1, exclusive; makes the names of records differ from those of another process. */
  readonly random?: () => number;
  /** Whole time of one request, in ms; 30,000 by default: a call holds a whole thread. */
  readonly timeoutMs?: number;
  /** Waits between looks for a lost call, in ms: it may still be on its way. */
  readonly findDelaysMs?: readonly number[];
  /** Sends the requests; a laboratory puts a network of its own here. */
  readonly exchange?: Exchange;
  /** The rate windows that are known of the account, so that write points are counted over all processes. */
  readonly knownWindows?: () => Promise<readonly { readonly name: string; readonly resetAt: EpochMs }[]>;
};

/** Shorter than any real secret; a sandbox's `bad` would otherwise take words out of sentences. */
const SHORTEST_SECRET = 8;

/**
 * Takes every credential out of a text, and what a terminal would obey: whatever a server echoes, a message of ours
 * holds no token and no control character. At most 500 UTF-16 units.
 */
export function redacted(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets)
    if (secret.length >= SHORTEST_SECRET) clean = clean.replaceAll(secret, '[redacted]');
  clean = clean.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return clean.length > 500 ? `${clean.slice(0, 499)}…` : clean;
}
