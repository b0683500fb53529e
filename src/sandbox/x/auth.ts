import { accessTokenOf, type Chains } from './oauth.ts';
import type { ProblemName } from './problems.ts';
import type { Call } from './windows.ts';

/** The account of a request, or its refusal. */
export type Caller = { readonly handle: string } | { readonly refusal: ProblemName };

const WRITES: readonly Call[] = ['publish', 'remove', 'media', 'metadata'];

/**
 * Tokens with a special meaning. `user-NAME` and `user-NAME.ANYTHING` are the account NAME; any other token is the account
 * `sandbox`.
 */
const TOKENS: Readonly<Record<string, (call: Call) => Caller>> = {
  bad: () => ({ refusal: 'unauthorized' }),
  'read-only': (call) => (WRITES.includes(call) ? { refusal: 'forbidden' } : { handle: 'sandbox' }),
};

/** Returns the token of an `Authorization` header: a bearer token, or OAuth 1.0a's `oauth_token`. */
function tokenIn(authorization: string | undefined): string | undefined {
  const bearer = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const oauth1 = /^OAuth\s.*\boauth_token="([^"]+)"/i.exec(authorization ?? '')?.[1];
  return bearer ?? (oauth1 === undefined ? undefined : decodeURIComponent(oauth1));
}

/** Returns what X reports in `x-access-level`: what the credentials may do. */
export const accessLevelOf = (authorization: string | undefined): string =>
  tokenIn(authorization) === 'read-only' ? 'read' : 'read-write';

/**
 * Determines the account from the `Authorization` header: a bearer token, or OAuth 1.0a's `oauth_token`. Does not check
 * signatures: there is nothing to protect.
 */
export function callerOf(
  authorization: string | undefined,
  call: Call,
  chains: Chains = {},
  now = 0,
): Caller {
  const token = tokenIn(authorization);
  if (token === undefined) return { refusal: 'unauthorized' };
  const special = Object.hasOwn(TOKENS, token) ? TOKENS[token] : undefined;
  if (special !== undefined) return special(call);
  const renewed = accessTokenOf(token);
  if (renewed !== undefined) {
    const chain = Object.hasOwn(chains, renewed.handle) ? chains[renewed.handle] : undefined;
    const holds = chain !== undefined && renewed.link === chain.link && now < chain.expiresAt;
    return holds ? { handle: renewed.handle } : { refusal: 'unauthorized' };
  }
  const named = /^user-([A-Za-z0-9_]{1,15})(?:\.[\w-]{1,100})?$/.exec(token)?.[1];
  return { handle: named ?? 'sandbox' };
}
