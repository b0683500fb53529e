import type { Markup } from '../../pages/markup.ts';
import type { SandboxContext } from '../sandbox-hono.ts';
import type { ConsentCodes } from './consent-codes.ts';
import { CONSENT_POLICY, codePage, consentPage, refusedPage } from './consent-page.ts';

/** Makes the page show the code instead of redirecting the browser. */
export const SHOWN_CODE = 'urn:ietf:wg:oauth:2.0:oob';

/** What differs between the networks' consents. */
export type ConsentRules = {
  readonly network: string;
  readonly codes: ConsentCodes;
  /** Returns the name of the app with that id and address, or why it is refused. */
  appOf(clientId: string, redirectUri: string): { readonly name: string } | { readonly refusal: string };
  readonly now: () => number;
};

const HANDLE = /^[A-Za-z0-9_]{1,15}$/;

const page = (body: Markup, status: number): Response =>
  new Response(String(body), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CONSENT_POLICY },
  });

/** Checks an app's request as the networks do: OAuth 2.0 with a code, PKCE with S256. */
function problemOf(query: URLSearchParams): string | undefined {
  if (query.get('response_type') !== 'code') return 'response_type must be code.';
  if ((query.get('client_id') ?? '') === '') return 'client_id is missing.';
  if ((query.get('redirect_uri') ?? '') === '') return 'redirect_uri is missing.';
  if (query.get('code_challenge') !== null && query.get('code_challenge_method') !== 'S256')
    return 'code_challenge_method must be S256.';
  return undefined;
}

/** Serves the consent page, for `GET`. */
export function askConsent(context: SandboxContext, rules: ConsentRules): Response {
  const url = new URL(context.req.url);
  const query = url.searchParams;
  const app = rules.appOf(query.get('client_id') ?? '', query.get('redirect_uri') ?? '');
  const problem = problemOf(query) ?? ('refusal' in app ? app.refusal : undefined);
  if (problem !== undefined || 'refusal' in app) return page(refusedPage(rules.network, problem ?? ''), 400);
  const scopes = (query.get('scope') ?? '').split(/[ +]/).filter((scope) => scope !== '');
  const question = {
    network: rules.network,
    app: app.name,
    scopes,
    action: url.pathname,
    fields: new Map(query),
  };
  return page(consentPage(question), 200);
}

/** Handles the user's decision, for `POST`: redirects the browser to the app, with a code or with `access_denied`. */
export async function decideConsent(context: SandboxContext, rules: ConsentRules): Promise<Response> {
  const form = new URLSearchParams(await context.req.text());
  const clientId = form.get('client_id') ?? '';
  const redirectUri = form.get('redirect_uri') ?? '';
  const app = rules.appOf(clientId, redirectUri);
  const problem = problemOf(form) ?? ('refusal' in app ? app.refusal : undefined);
  if (problem !== undefined) return page(refusedPage(rules.network, problem), 400);
  const state = form.get('state');
  const back = (answer: Readonly<Record<string, string>>): Response => {
    const target = new URL(redirectUri);
    for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
    if (state !== null) target.searchParams.set('state', state);
    return new Response(null, { status: 302, headers: { location: target.href } });
  };
  if (form.get('decision') !== 'allow') {
    if (redirectUri === SHOWN_CODE) return page(refusedPage(rules.network, 'You declined.'), 403);
    return back({ error: 'access_denied' });
  }
  const handle = form.get('handle') ?? '';
  if (!HANDLE.test(handle))
    return page(refusedPage(rules.network, 'That is not the name of an account.'), 400);
  const consent = { handle, clientId, redirectUri, challenge: form.get('code_challenge') };
  const code = rules.codes.issue(consent, rules.now());
  return redirectUri === SHOWN_CODE ? page(codePage(code), 200) : back({ code });
}
