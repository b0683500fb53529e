import { secretForms } from '../secret-forms.ts';
import type { RenewedToken, TokenSource } from '../token-source.ts';

/**
 * X credentials: the four parts of OAuth 1.0a, which don't expire; an OAuth 2.0 user token, which expires after two hours; or a
 * source of such tokens, which renews them in time.
 */
export type XCredentials =
  | {
      readonly appKey: string;
      readonly appSecret: string;
      readonly accessToken: string;
      readonly accessSecret: string;
    }
  | { readonly userToken: string }
  | {
      readonly tokens: TokenSource;
      /** Revokes a pair of tokens on X. @throws PublishingError */
      readonly revoke: (pair: RenewedToken) => Promise<void>;
    };

/**
 * Removes credentials and terminal control characters from a text, so that messages are safe whatever a server echoes. At most
 * 500 UTF-16 units.
 */
export function redacted(text: string, credentials: XCredentials): string {
  const values = 'tokens' in credentials ? credentials.tokens.given() : Object.values(credentials);
  let clean = text;
  for (const secret of values.flatMap(secretForms)) clean = clean.replaceAll(secret, '[redacted]');
  clean = clean.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return clean.length > 500 ? `${clean.slice(0, 499)}…` : clean;
}
