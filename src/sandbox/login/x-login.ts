import type { Core } from '../core.ts';
import type { SandboxHono } from '../sandbox-hono.ts';
import { nextPair } from '../x/oauth.ts';
import { consentCodes } from './consent-codes.ts';
import { askConsent, type ConsentRules, decideConsent } from './consent-flow.ts';

/** X: an authorisation code is valid for 30 s. */
const CODE_MS = 30_000;

/** Adds X's consent page and the exchange of its codes; refresh tokens are handled by the next route. */
export function addXLogin(app: SandboxHono, core: Core): void {
  const codes = consentCodes(CODE_MS);
  const rules: ConsentRules = {
    network: 'X',
    codes,
    now: core.rules.now,
    appOf: (clientId, redirectUri) =>
      /^https?:\/\/[^\s]+$/.test(redirectUri)
        ? { name: `The app ${clientId}` }
        : { refusal: 'The callback address is not one of the app’s.' },
  };
  app.get('/i/oauth2/authorize', (context) => askConsent(context, rules));
  app.post('/i/oauth2/authorize', (context) => decideConsent(context, rules));
  app.post('/2/oauth2/token', async (context, next) => {
    // Clone it, so that the next route can read the body too.
    const form = new URLSearchParams(await context.req.raw.clone().text());
    if (form.get('grant_type') !== 'authorization_code') return next();
    const now = core.rules.now();
    const proof = {
      clientId: form.get('client_id') ?? '',
      redirectUri: form.get('redirect_uri') ?? '',
      verifier: form.get('code_verifier') ?? '',
    };
    const consent = codes.take(form.get('code') ?? '', proof, now);
    if (consent === undefined)
      return Response.json(
        {
          error: 'invalid_request',
          error_description: 'Value passed for the authorization code was invalid.',
        },
        { status: 400 },
      );
    const { state } = core.store;
    const { body, chain } = nextPair(consent.handle, state.tokens ?? {}, core.rules.tokenLifetimeMs, now);
    state.tokens = { ...state.tokens, [chain.handle]: { link: chain.link, expiresAt: chain.expiresAt } };
    core.store.save();
    return Response.json(body);
  });
}
