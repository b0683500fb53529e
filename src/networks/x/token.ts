import type { EpochMs } from '../../time/epoch-ms.ts';
import { PublishingError } from '../publishing-error.ts';
import type { RenewedToken } from '../token-source.ts';
import { redacted } from './credentials.ts';
import { originOf, X_ORIGIN } from './transport.ts';

/** What X needs to know about an app to renew a token: a confidential client has a secret, a public one does not. */
export type XApp = {
  /** `http(s)://host[:port]` of a server with X's API. @default X itself */
  readonly baseUrl?: string | undefined;
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly now: () => EpochMs;
  /** Timeout of the request, in ms. @default 20000 */
  readonly timeoutMs?: number;
};

/** The lifetime of an access token if the response does not state it: two hours. */
const USUAL_SECONDS = 7_200;

const LOST =
  'The response with the new tokens may be lost, and then the old one is invalid: if this happens again, authorise the app again.';

/**
 * Exchanges a refresh token for a new pair (https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code). Does
 * not use twitter-api-v2, which hard-codes the endpoint.
 *
 * @throws PublishingError `auth` if X refuses the token, `transient` if X can't be reached
 */
export async function renewXToken(app: XApp, refreshToken: string): Promise<RenewedToken> {
  return askForTokens(
    app,
    { grant_type: 'refresh_token', refresh_token: refreshToken },
    {
      secret: refreshToken,
      failed: 'Could not renew the token on X',
      refused: (why) =>
        `X does not accept the refresh token: ${why}. It was used elsewhere, a response was lost, or it expired. Authorise the app again and replace the refresh token.`,
      lost: ` ${LOST}`,
    },
  );
}

/** How to report a failed token request, and which of its values to redact. */
export type TokenRequest = {
  readonly secret: string;
  readonly failed: string;
  /** `why` is the status and X's own message. */
  readonly refused: (why: string) => string;
  /** The consequence of a lost response. */
  readonly lost: string;
};

/** Calls X's token endpoint. @throws PublishingError `auth` if it refuses, `transient` if it can't be reached */
export async function askForTokens(
  app: XApp,
  grant: Readonly<Record<string, string>>,
  { secret, failed, refused, lost }: TokenRequest,
): Promise<RenewedToken> {
  const { status, said } = await post(app, 'token', grant, { secret, failed, lost });
  if (status !== 200)
    throw new PublishingError('auth', refused(`status ${status} ("${said.shown}")`), { status });
  const pair = pairOf(said.text, app.now());
  if (pair === undefined)
    throw new PublishingError('transient', `${failed}: a response without tokens.${lost}`);
  return pair;
}

/**
 * Revokes a pair of tokens on X (https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token).
 *
 * @throws PublishingError
 */
export async function revokeXTokens(app: XApp, { accessToken, refreshToken }: RenewedToken): Promise<void> {
  for (const [kind, token] of Object.entries({ refresh_token: refreshToken, access_token: accessToken })) {
    const failed = 'Could not revoke the tokens on X';
    const form = { token, token_type_hint: kind };
    const { status, said } = await post(app, 'revoke', form, { secret: token, failed, lost: '' });
    // An expired token counts as revoked.
    if (status !== 200 && status !== 400)
      throw new PublishingError('rejected', `${failed}: status ${status} ("${said.shown}").`, { status });
  }
}

/** A response below 500: its body, and the part of it that a message may show. */
type TokenAnswer = {
  readonly status: number;
  readonly said: { readonly text: string; readonly shown: string };
};

async function post(
  { clientId, clientSecret, baseUrl, timeoutMs = 20_000 }: XApp,
  endpoint: 'token' | 'revoke',
  form: Readonly<Record<string, string>>,
  { secret, failed, lost }: Pick<TokenRequest, 'secret' | 'failed' | 'lost'>,
): Promise<TokenAnswer> {
  const origin = originOf(baseUrl ?? X_ORIGIN);
  const clean = (text: string): string =>
    redacted(text, {
      appKey: clientId,
      appSecret: clientSecret ?? '',
      accessToken: secret,
      accessSecret: '',
    });
  const basic =
    clientSecret === undefined
      ? {}
      : {
          authorization: `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64')}`,
        };
  let status: number;
  let text: string;
  try {
    const answer = await fetch(`${origin}/2/oauth2/${endpoint}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...basic },
      body: new URLSearchParams({ ...form, client_id: clientId }).toString(),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    status = answer.status;
    text = await answer.text();
  } catch (error) {
    const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = clean(inner instanceof Error ? inner.message : String(inner));
    throw new PublishingError('transient', `${failed}: no answer (${why}).${lost}`);
  }
  if (status >= 500 || status === 429)
    throw new PublishingError('transient', `${failed}: status ${status}.`, { status });
  return { status, said: { text, shown: clean(text) } };
}

function pairOf(text: string, now: EpochMs): RenewedToken | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
  if (typeof data !== 'object' || data === null) return undefined;
  const [accessToken, refreshToken, seconds]: unknown[] = ['access_token', 'refresh_token', 'expires_in'].map(
    (name): unknown => Reflect.get(data, name),
  );
  if (typeof accessToken !== 'string' || accessToken === '') return undefined;
  // Without the scope `offline.access` the response has no refresh token, and the account could be renewed only once.
  if (typeof refreshToken !== 'string' || refreshToken === '') return undefined;
  const livesMs = (typeof seconds === 'number' && seconds > 0 ? seconds : USUAL_SECONDS) * 1_000;
  return { accessToken, refreshToken, expiresAt: now + livesMs };
}
