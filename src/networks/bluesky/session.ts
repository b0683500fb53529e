import type { EpochMs } from '../../time/epoch-ms.ts';
import type { Exchange } from '../http-exchange.ts';
import { PublishingError } from '../publishing-error.ts';
import type { RenewedToken } from '../token-source.ts';
import { BLUESKY_SERVICE, type BlueskyLogin, redacted } from './account.ts';
import { callXrpc, type XrpcAnswer, type XrpcPlace, XrpcRefusal } from './xrpc.ts';

/** The lifetime of an access token that does not state it: two hours. */
const USUAL_MS = 2 * 3_600_000;

/** How to get a session. */
type BlueskySessionOptions = {
  readonly baseUrl?: string | undefined;
  readonly login: BlueskyLogin;
  readonly now: () => EpochMs;
  /** Timeout of the request, in ms. @default 20000 */
  readonly timeoutMs?: number;
  readonly exchange?: Exchange;
};

/** Returns when an access token expires, from its claims; they are not verified, because only we use them. */
function expiryOf(token: string, now: EpochMs): EpochMs {
  const [, claims = ''] = token.split('.');
  const seconds = /"exp":\s*(\d{1,12})/.exec(Buffer.from(claims, 'base64url').toString('utf8'))?.[1];
  return seconds === undefined ? now + USUAL_MS : Number(seconds) * 1000;
}

function pairOf({ body }: XrpcAnswer, now: EpochMs): RenewedToken {
  const { accessJwt, refreshJwt } = body;
  if (typeof accessJwt !== 'string' || typeof refreshJwt !== 'string')
    throw new PublishingError('transient', 'Could not log in on Bluesky: an answer without tokens.');
  return { accessToken: accessJwt, refreshToken: refreshJwt, expiresAt: expiryOf(accessJwt, now) };
}

/** The first link of the chain represents the login itself. */
function firstLink({ identifier, appPassword }: BlueskyLogin): string {
  return `${identifier}\n${appPassword}`;
}

/**
 * Gets an account's next session: renews the previous one, or logs in with the app password if there is none or it has expired.
 * A service allows 300 logins per day and identifier, so sessions are stored.
 *
 * @throws PublishingError
 */
async function renewBlueskySession(
  { baseUrl = BLUESKY_SERVICE, login, now, timeoutMs = 20_000, exchange }: BlueskySessionOptions,
  link: string,
): Promise<RenewedToken> {
  const place: XrpcPlace = {
    service: baseUrl,
    timeoutMs,
    now,
    clean: (text) => redacted(text, [login.appPassword, link]),
    exchange,
  };
  const common = { call: 'read', once: false, doing: 'log in' } as const;
  if (link !== firstLink(login)) {
    try {
      const method = 'com.atproto.server.refreshSession';
      return pairOf(await callXrpc(place, { ...common, method, post: true, token: link }), now());
    } catch (error) {
      const isOver = error instanceof XrpcRefusal && ['ExpiredToken', 'InvalidToken'].includes(error.error);
      if (!isOver) throw error;
    }
  }
  const json = { identifier: login.identifier.replace(/^@/, ''), password: login.appPassword };
  const method = 'com.atproto.server.createSession';
  return pairOf(await callXrpc(place, { ...common, method, json }), now());
}

/** Makes the chain of sessions of an account from its secrets, which are keyed by variable suffix. */
export function blueskySession(
  secrets: Readonly<Record<string, string>>,
  options: Omit<BlueskySessionOptions, 'login'>,
): {
  readonly login: BlueskyLogin;
  /** Represents the first link of the chain. */
  readonly first: string;
  /** Gets the next link. @throws PublishingError */
  readonly renew: (link: string) => Promise<RenewedToken>;
} {
  const login = { identifier: secrets['IDENTIFIER'] ?? '', appPassword: secrets['APP_PASSWORD'] ?? '' };
  return {
    login,
    first: firstLink(login),
    renew: (link) => renewBlueskySession({ ...options, login }, link),
  };
}
