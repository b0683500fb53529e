import { randomBytes } from 'node:crypto';
import type { Core } from '../core.ts';
import type { SandboxContext, SandboxHono } from '../sandbox-hono.ts';
import { consentCodes } from './consent-codes.ts';
import { askConsent, type ConsentRules, decideConsent, SHOWN_CODE } from './consent-flow.ts';

/** Mastodon: an authorisation code is valid for 10 minutes. */
const CODE_MS = 600_000;

type App = {
  readonly name: string;
  readonly secret: string;
  readonly redirectUris: readonly string[];
  readonly scopes: string;
};

const token = (bytes: number): string => randomBytes(bytes).toString('base64url');

/** Reads the fields of a body, as JSON or as a form. */
async function fieldsOf(context: SandboxContext): Promise<ReadonlyMap<string, string>> {
  const text = await context.req.text();
  if (!/json/.test(context.req.header('content-type') ?? '')) return new Map(new URLSearchParams(text));
  try {
    const data: unknown = JSON.parse(text);
    const entries = typeof data === 'object' && data !== null ? Object.entries(data) : [];
    return new Map(
      entries.map(([name, value]) => [name, Array.isArray(value) ? value.join('\n') : String(value)]),
    );
  } catch (error) {
    if (error instanceof SyntaxError) return new Map();
    throw error;
  }
}

const isAddress = (uri: string): boolean => uri === SHOWN_CODE || URL.canParse(uri);

/** Adds an instance's app registration, its consent page, and the exchange of its codes. */
export function addMastodonLogin(app: SandboxHono, core: Core): void {
  const apps = new Map<string, App>();
  const codes = consentCodes(CODE_MS);
  const rules: ConsentRules = {
    network: 'Mastodon',
    codes,
    now: core.rules.now,
    appOf: (clientId, redirectUri) => {
      const known = apps.get(clientId);
      if (known === undefined)
        return {
          refusal:
            'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
        };
      // It must match exactly, including the port.
      return known.redirectUris.includes(redirectUri)
        ? { name: known.name }
        : { refusal: 'The redirect uri included is not valid.' };
    },
  };
  app.post('/api/v1/apps', async (context) => {
    const fields = await fieldsOf(context);
    const name = fields.get('client_name') ?? '';
    const redirectUris = (fields.get('redirect_uris') ?? '').split('\n').filter((uri) => uri !== '');
    if (name.trim() === '')
      return context.json({ error: 'Validation failed: Application name can’t be blank' }, 422);
    if (redirectUris.length === 0 || !redirectUris.every(isAddress))
      return context.json({ error: 'Validation failed: Redirect URI must be an absolute URI.' }, 422);
    const [clientId, secret, scopes] = [token(32), token(32), fields.get('scopes') ?? 'read'];
    apps.set(clientId, { name, secret, redirectUris, scopes });
    return context.json({
      id: String(apps.size),
      name,
      website: null,
      scopes: scopes.split(' '),
      redirect_uri: redirectUris.join('\n'),
      redirect_uris: redirectUris,
      client_id: clientId,
      client_secret: secret,
      client_secret_expires_at: 0,
    });
  });
  app.post('/oauth/revoke', async (context) => {
    const fields = await fieldsOf(context);
    const known = apps.get(fields.get('client_id') ?? '');
    if (known === undefined || known.secret !== fields.get('client_secret'))
      return context.json(
        { error: 'unauthorized_client', error_description: 'You are not authorized to revoke this token' },
        403,
      );
    const { mastodon } = core.store.state;
    mastodon.revoked = [...(mastodon.revoked ?? []), fields.get('token') ?? ''];
    core.store.save();
    return context.json({});
  });
  app.get('/oauth/authorize', (context) => askConsent(context, rules));
  app.post('/oauth/authorize', (context) => decideConsent(context, rules));
  app.post('/oauth/token', async (context) => {
    const fields = await fieldsOf(context);
    const field = (name: string): string => fields.get(name) ?? '';
    const known = apps.get(field('client_id'));
    if (known === undefined || known.secret !== field('client_secret'))
      return context.json(
        {
          error: 'invalid_client',
          error_description:
            'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
        },
        401,
      );
    if (field('grant_type') !== 'authorization_code')
      return context.json(
        {
          error: 'unsupported_grant_type',
          error_description: 'The authorization grant type is not supported by the authorization server.',
        },
        400,
      );
    const now = core.rules.now();
    const proof = {
      clientId: field('client_id'),
      redirectUri: field('redirect_uri'),
      verifier: field('code_verifier'),
    };
    const consent = codes.take(field('code'), proof, now);
    if (consent === undefined)
      return context.json(
        {
          error: 'invalid_grant',
          error_description:
            'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.',
        },
        400,
      );
    return context.json({
      access_token: `user-${consent.handle}.${token(24)}`,
      token_type: 'Bearer',
      scope: known.scopes,
      created_at: Math.floor(now / 1_000),
    });
  });
}
