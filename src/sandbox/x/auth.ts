import { accessTokenOf, type Chains } from './oauth.ts';
import type { ProblemName } from './problems.ts';
import type { Call } from './windows.ts';

/** Who a request comes from, or why it is refused. */
export type Caller = { readonly handle: string } | { readonly refusal: ProblemName };

const WRITES: readonly Call[] = ['publish', 'remove', 'media', 'metadata'];

/** Tokens that mean something here; `user-NAME` and `user-NAME.ANYTHING` are the account NAME, and any other is the account `sandbox`. */
const TOKENS: Readonly<Record<string, (call: Call) => Caller>> = {
  bad: () => ({ refusal: 'unauthorized' }),
  'read-only': (call) => (WRITES.includes(call) ? { refusal: 'forbidden' } : { handle: 'sandbox' }),
};

/**
 * Tells the account from the `Authorization` header: a bearer token, or OAuth 1.0a's `oauth_token`. Signatures
 * are not checked: nothing here is worth guarding.
 */
export function callerOf(
  authorization: string | undefined,
  call: Call,
  chains: Chains = {},
  now = 0,
): Caller {
  const bearer = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const oauth1 = /^OAuth\s.*\boauth_token="([^"]+)"/i.exec(authorization ?? '')?.[1];
  const token = bearer ?? (oauth1 === undefined ? undefined : decodeURIComponent(oauth1));
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
