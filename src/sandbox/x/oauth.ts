import type { StoredChain } from './state.ts';

/** The newest tokens of each account, by its handle. */
export type Chains = Readonly<Record<string, StoredChain>>;

const HANDLE = '[A-Za-z0-9_]{1,15}';

type Link = { readonly handle: string; readonly link: number };

/** Reads the account and number of a renewed access token; `undefined` for any other token. */
export function accessTokenOf(token: string): Link | undefined {
  const [, handle, link] = new RegExp(`^access-(${HANDLE})-(\\d{1,9})$`).exec(token) ?? [];
  return handle === undefined ? undefined : { handle, link: Number(link) };
}

/** Reads a refresh token: `refresh-NAME` begins a chain for the account NAME; its successors contain their number. */
function refreshTokenOf(token: string): Link | undefined {
  const [, handle, link] = new RegExp(`^refresh-(${HANDLE})(?:-(\\d{1,9}))?$`).exec(token) ?? [];
  return handle === undefined ? undefined : { handle, link: Number(link ?? 0) };
}

/** A response of the token endpoint, and the chain after it. */
export type TokenAnswer = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly chain?: Link & StoredChain;
};

const refusal = (error: string, description: string): TokenAnswer => ({
  status: 400,
  body: { error, error_description: description },
});

/**
 * Exchanges a refresh token as X does: each works once, and the previous access token becomes invalid. X does not document
 * that; users' logs show it.
 */
export function renewToken(
  form: URLSearchParams,
  chains: Chains,
  lifetimeMs: number,
  now: number,
): TokenAnswer {
  if (form.get('grant_type') !== 'refresh_token')
    return refusal('unsupported_grant_type', 'Only refresh_token is known here.');
  if ((form.get('client_id') ?? '') === '')
    return refusal('invalid_request', 'Missing required parameter [client_id].');
  const asked = refreshTokenOf(form.get('refresh_token') ?? '');
  const newest =
    asked === undefined || !Object.hasOwn(chains, asked.handle) ? 0 : (chains[asked.handle]?.link ?? 0);
  if (asked === undefined || asked.link !== newest)
    return refusal('invalid_request', 'Value passed for the token was invalid.');
  return nextPair(asked.handle, chains, lifetimeMs, now);
}

/** Returns the chains without the pair of a token: its access and refresh tokens become invalid. */
export function withoutToken(token: string, chains: Chains): Record<string, StoredChain> {
  const revoked = accessTokenOf(token) ?? refreshTokenOf(token);
  const chain =
    revoked === undefined || !Object.hasOwn(chains, revoked.handle) ? undefined : chains[revoked.handle];
  if (revoked === undefined || chain?.link !== revoked.link) return { ...chains };
  return { ...chains, [revoked.handle]: { link: chain.link + 1, expiresAt: 0 } };
}

/** Makes an account's next pair of tokens; the previous pair becomes invalid. */
export function nextPair(
  handle: string,
  chains: Chains,
  lifetimeMs: number,
  now: number,
): Required<TokenAnswer> {
  const link = (Object.hasOwn(chains, handle) ? (chains[handle]?.link ?? 0) : 0) + 1;
  return {
    status: 200,
    body: {
      token_type: 'bearer',
      expires_in: Math.floor(lifetimeMs / 1_000),
      access_token: `access-${handle}-${link}`,
      refresh_token: `refresh-${handle}-${link}`,
      scope: 'tweet.read tweet.write users.read media.write offline.access',
    },
    chain: { handle, link, expiresAt: now + lifetimeMs },
  };
}

/** Expires a renewed access token at once, as may happen in the middle of a thread; others never expire. */
export function expireToken(
  authorization: string | undefined,
  chains: Record<string, StoredChain> = {},
): void {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const renewed = accessTokenOf(token);
  if (renewed === undefined || !Object.hasOwn(chains, renewed.handle)) return;
  const chain = chains[renewed.handle];
  if (chain !== undefined && chain.link === renewed.link) chains[renewed.handle] = { ...chain, expiresAt: 0 };
}
