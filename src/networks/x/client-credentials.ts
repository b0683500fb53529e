import type { EpochMs } from '../../time/epoch-ms.ts';
import type { TokenSource } from '../token-source.ts';
import type { XCredentials } from './credentials.ts';
import { renewXToken, revokeXTokens } from './token.ts';

/** Secrets by variable suffix, as in X's row of `NETWORKS`. */
export type XSecrets = { readonly kind: string; readonly secrets: Readonly<Record<string, string>> };

/** What a renewable login needs. */
export type XRenewal = {
  readonly baseUrl: string | undefined;
  readonly now: () => EpochMs;
  /** Makes the chain of tokens that starts with a refresh token. */
  readonly chain: (first: string, renew: (token: string) => ReturnType<typeof renewXToken>) => TokenSource;
};

/** Makes the client's credentials from the secrets of one of X's ways. Calls `renewal` only if tokens are renewed. */
export function xCredentialsOf({ kind, secrets }: XSecrets, renewal: () => XRenewal): XCredentials {
  const secret = (end: string): string => secrets[end] ?? '';
  switch (kind) {
    case 'token':
      return { userToken: secret('TOKEN') };
    case 'oauth1':
      return {
        appKey: secret('API_KEY'),
        appSecret: secret('API_SECRET'),
        accessToken: secret('ACCESS_TOKEN'),
        accessSecret: secret('ACCESS_SECRET'),
      };
    case 'renewed': {
      const { baseUrl, now, chain } = renewal();
      const clientSecret = secrets['CLIENT_SECRET'];
      const rest = clientSecret === undefined ? {} : { clientSecret };
      const app = { baseUrl, clientId: secret('CLIENT_ID'), ...rest, now };
      const tokens = chain(secret('REFRESH_TOKEN'), (token) => renewXToken(app, token));
      return { tokens, revoke: (pair) => revokeXTokens(app, pair) };
    }
    default:
      throw new Error(`X has no way ${kind}.`);
  }
}
