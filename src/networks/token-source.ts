import type { EpochMs } from '../time/epoch-ms.ts';
import { PublishingError } from './publishing-error.ts';

/** The result of exchanging a refresh token, which becomes invalid. */
export type RenewedToken = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: EpochMs;
};

/** The access tokens of an account whose tokens expire. */
export interface TokenSource {
  /** Returns a token that stays valid for a while; renews one that is about to expire. @throws PublishingError */
  current(): Promise<string>;
  /** Returns a new token after one was refused early. @throws PublishingError */
  renewed(refused: string): Promise<string>;
  /** Returns the stored pair without renewing it; `undefined` before the first. */
  kept(): Promise<RenewedToken | undefined>;
  /** Returns the tokens given out recently, so that messages can be redacted. */
  given(): readonly string[];
}

/**
 * Sends a request with a valid token. A 401 comes before the request is executed, so it is the one refusal after which the same
 * request is sent again, once, with another token.
 */
export async function withToken<T>(tokens: TokenSource, send: (token: string) => Promise<T>): Promise<T> {
  const token = await tokens.current();
  try {
    return await send(token);
  } catch (error) {
    if (!(error instanceof PublishingError) || error.status !== 401) throw error;
    return send(await tokens.renewed(token));
  }
}
