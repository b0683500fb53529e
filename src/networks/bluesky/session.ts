import type { EpochMs } from '../../time/epoch-ms.ts';
import type { Exchange } from '../http-exchange.ts';
import type { Permissions } from '../port.ts';
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

/** Returns when an access token expires, from its claims. */
function expiryOf(token: string, now: EpochMs): EpochMs {
  const seconds = /"exp":\s*(\d{1,12})/.exec(claimsOf(token))?.[1];
  return seconds === undefined ? now + USUAL_MS : Number(seconds) * 1000;
}

function pairOf({ body }: XrpcAnswer, now: EpochMs): RenewedToken {
  const { accessJwt, refreshJwt } = body;
  if (typeof accessJwt !== 'string' || typeof refreshJwt !== 'string')
    throw new PublishingError('transient', 'Could not log in on Bluesky: a response without tokens.');
  return { accessToken: accessJwt, refreshToken: refreshJwt, expiresAt: expiryOf(accessJwt, now) };
}

/** Returns the claims of a token; they are not verified, because only we use them. */
const claimsOf = (token: string): string =>
  Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');

/** The kind of password behind a session, by its token's scope. */
const SCOPES: Readonly<Record<string, string>> = {
  'com.atproto.appPass': 'an app password',
  'com.atproto.appPassPrivileged':
    'an app password that may read direct messages, which Threadmill does not need',
  'com.atproto.access':
    'the account’s own password, which can change the account; use an app password instead (Settings, Privacy and security, App passwords)',
};

/** Returns what a session allows; `undefined` for a token that does not say. */
export function sessionPermissions(accessToken: string): Permissions | undefined {
  const scope = /"scope":\s*"([\w.]{1,60})"/.exec(claimsOf(accessToken))?.[1] ?? '';
  const about = Object.hasOwn(SCOPES, scope) ? SCOPES[scope] : undefined;
  return about === undefined ? undefined : { mayPublish: true, about };
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

/** Ends a session on its service; one that has already ended is not a failure. @throws PublishingError */
export async function endSession(place: XrpcPlace, refreshToken: string): Promise<void> {
  const method = 'com.atproto.server.deleteSession';
  const clean = (text: string): string => place.clean(redacted(text, [refreshToken]));
  const request = { method, post: true, token: refreshToken, call: 'read', once: false } as const;
  try {
    await callXrpc({ ...place, clean }, { ...request, doing: 'end the session' });
  } catch (error) {
    const isOver = error instanceof XrpcRefusal && ['ExpiredToken', 'InvalidToken'].includes(error.error);
    if (!isOver) throw error;
  }
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
