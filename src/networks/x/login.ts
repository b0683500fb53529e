import { authorizationQuery } from '../authorization-query.ts';
import type { CodeLogin } from '../code-login.ts';
import { askForTokens, type XApp } from './token.ts';
import { originOf } from './transport.ts';

/** The site with the consent page; the API has another host. */
const CONSENT_ORIGIN = 'https://x.com';

/** The least that publishing needs: `offline.access` gives the refresh token. */
const SCOPES = 'tweet.read tweet.write users.read media.write offline.access';

/** The login of X with OAuth 2.0 and PKCE (https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code). */
export function xLogin(app: XApp): CodeLogin {
  const origin = app.baseUrl === undefined ? CONSENT_ORIGIN : originOf(app.baseUrl);
  return {
    pageUrl: (request) => {
      const query = authorizationQuery({ clientId: app.clientId, scope: SCOPES }, request);
      return `${origin}/i/oauth2/authorize?${query}`;
    },
    exchange: async ({ code, verifier, redirectUri }) => {
      const grant = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      };
      return askForTokens(app, grant, {
        secret: code,
        failed: 'Could not log in to X',
        refused: (why) =>
          `X does not take the code: ${why}. A code works once, within 30 seconds, and only for the app and the callback address that it was made for. Log in again.`,
        lost: ' Log in again.',
      });
    },
  };
}
