import type { EpochMs } from '../../time/epoch-ms.ts';
import type { Exchange } from '../http-exchange.ts';
import type { TokenSource } from '../token-source.ts';

/** An app password (never the account's own): credentials that work unattended. */
export type BlueskyLogin = {
  /** A handle, a DID or an email address. A leading `@` is dropped. */
  readonly identifier: string;
  readonly appPassword: string;
};

/** Where Bluesky's own accounts log in. */
export const BLUESKY_SERVICE = 'https://bsky.social';

/** Where posts of Bluesky are shown. */
export const BLUESKY_SITE = 'https://bsky.app';

/** What a Bluesky client needs. */
export type BlueskyClientOptions = {
  /** `http(s)://host[:port]` of a PDS or an entryway. @default Bluesky's own */
  readonly baseUrl?: string;
  readonly login: BlueskyLogin;
  /** The session, stored and renewed for all processes. */
  readonly tokens: TokenSource;
  /** Milliseconds since 1970. */
  readonly now?: () => EpochMs;
  /** From 0 to 1, exclusive; makes record names differ between processes. */
  readonly random?: () => number;
  /** Timeout of one request, in ms. @default 30000 (a call holds a whole thread) */
  readonly timeoutMs?: number;
  /** Waits between searches for a lost call, in ms: it may still be in flight. */
  readonly findDelaysMs?: readonly number[];
  /** Sends the requests; tests inject their own network. */
  readonly exchange?: Exchange;
  /** The account's known rate windows, so that write points are counted across processes. */
  readonly knownWindows?: () => Promise<readonly { readonly name: string; readonly resetAt: EpochMs }[]>;
};

/** Shorter than any real secret; otherwise a sandbox's `bad` would be redacted from ordinary sentences. */
const SHORTEST_SECRET = 8;

/**
 * Removes credentials and terminal control characters from a text, so that messages are safe whatever a server echoes. At most
 * 500 UTF-16 units.
 */
export function redacted(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets)
    if (secret.length >= SHORTEST_SECRET) clean = clean.replaceAll(secret, '[redacted]');
  clean = clean.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return clean.length > 500 ? `${clean.slice(0, 499)}…` : clean;
}
