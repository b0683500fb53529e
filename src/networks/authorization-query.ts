import type { ConsentRequest } from './code-login.ts';

/** The app that asks for consent, and what it asks for. */
type AskingApp = { readonly clientId: string; readonly scope: string };

/**
 * Makes the query of a consent page for OAuth 2.0 with PKCE (RFC 6749, 4.1.1; RFC 7636, 4.3). Spaces are `%20`, because not
 * every network decodes `+`.
 */
export function authorizationQuery(
  { clientId, scope }: AskingApp,
  { redirectUri, state, challenge }: ConsentRequest,
): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  return query.toString().replaceAll('+', '%20');
}
