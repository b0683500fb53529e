import { authorizationQuery } from '../authorization-query.ts';
import type { CodeLogin, Grant } from '../code-login.ts';
import { PublishingError } from '../publishing-error.ts';

/** The least that publishing needs. */
const SCOPES = 'read:accounts read:statuses write:statuses write:media';

/** Makes the page show the code instead of redirecting to a program. */
export const SHOWN_CODE = 'urn:ietf:wg:oauth:2.0:oob';

const TIMEOUT_MS = 20_000;

/** An app registered on an instance. */
export type MastodonApp = { readonly clientId: string; readonly clientSecret: string };

/** The instance to register an app on, and its callback addresses. */
export type Registration = {
  /** The instance's origin, `https://fosstodon.org`. */
  readonly instance: string;
  readonly redirectUris: readonly string[];
};

/**
 * Registers our app with an instance; every login may register its own (https://docs.joinmastodon.org/methods/apps/#create).
 *
 * @throws PublishingError `transient` if the instance can't be reached, `rejected` if it is not one
 */
export async function registerMastodonApp({ instance, redirectUris }: Registration): Promise<MastodonApp> {
  const body = {
    client_name: 'Threadmill',
    redirect_uris: redirectUris.join('\n'),
    scopes: SCOPES,
  };
  const answer = await ask(instance, '/api/v1/apps', body, 'register an app');
  const { client_id: clientId, client_secret: clientSecret } = answer.body;
  if (answer.status !== 200 || typeof clientId !== 'string' || typeof clientSecret !== 'string')
    throw new PublishingError(
      'rejected',
      `${instance} did not register an app (status ${answer.status}): is it an instance of Mastodon?`,
      { status: answer.status },
    );
  return { clientId, clientSecret };
}

/** Makes the login for a Mastodon instance (https://docs.joinmastodon.org/methods/oauth/). Its tokens don't expire. */
export function mastodonLogin(instance: string, app: MastodonApp): CodeLogin {
  return {
    pageUrl: (request) => {
      const query = authorizationQuery({ clientId: app.clientId, scope: SCOPES }, request);
      return `${instance}/oauth/authorize?${query}`;
    },
    exchange: async ({ code, verifier, redirectUri }): Promise<Grant> => {
      const body = {
        grant_type: 'authorization_code',
        code,
        client_id: app.clientId,
        client_secret: app.clientSecret,
        redirect_uri: redirectUri,
        code_verifier: verifier,
        scope: SCOPES,
      };
      const { status, body: answer } = await ask(instance, '/oauth/token', body, 'log in');
      const { access_token: accessToken } = answer;
      if (status >= 500 || status === 429)
        throw new PublishingError(
          'transient',
          `Could not log in to ${instance}: status ${status}. Try again.`,
          { status },
        );
      if (status !== 200 || typeof accessToken !== 'string' || accessToken === '') {
        const why = typeof answer['error'] === 'string' ? ` ("${printable(answer['error'])}")` : '';
        throw new PublishingError(
          'auth',
          `${instance} does not take the code: status ${status}${why}. A code works once, within 10 minutes. Log in again.`,
          { status },
        );
      }
      return { accessToken, app };
    },
  };
}

/** Revokes a token (https://docs.joinmastodon.org/methods/oauth/#revoke). @throws PublishingError */
export async function revokeMastodonToken(instance: string, app: MastodonApp, token: string): Promise<void> {
  const body = { client_id: app.clientId, client_secret: app.clientSecret, token };
  const { status } = await ask(instance, '/oauth/revoke', body, 'revoke the token');
  if (status !== 200)
    throw new PublishingError('rejected', `${instance} did not revoke the token: status ${status}.`, {
      status,
    });
}

/** Makes a server's word safe to print. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, 200);

async function ask(
  instance: string,
  path: string,
  body: Readonly<Record<string, string>>,
  what: string,
): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }> {
  let status: number;
  let text: string;
  try {
    const answer = await fetch(`${instance}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    status = answer.status;
    text = await answer.text();
  } catch (error) {
    const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const { code, message } = inner as NodeJS.ErrnoException;
    throw new PublishingError(
      'transient',
      `Could not ${what} at ${instance}: no answer (${code ?? message}).`,
    );
  }
  try {
    const data: unknown = JSON.parse(text);
    return { status, body: typeof data === 'object' && data !== null ? { ...data } : {} };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { status, body: {} };
  }
}
