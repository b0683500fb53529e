import type { EpochMs } from '../time/epoch-ms.ts';
import { PublishingError } from './publishing-error.ts';

/** What a network gave in exchange for a refresh token, which is worth nothing from then on. */
export type RenewedToken = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: EpochMs;
};

/** The access tokens of an account whose tokens run out. */
export interface TokenSource {
  /** A token that holds for a while yet; renewed first where the last one soon ends. @throws PublishingError */
  current(): Promise<string>;
  /** A token in place of one that was refused before its time. @throws PublishingError */
  renewed(refused: string): Promise<string>;
  /** The tokens that it gave out lately, to be kept out of messages. */
  given(): readonly string[];
}

/**
 * Sends a request with a token that holds. A 401 refuses whoever asks, before anything is carried out: it is the one
 * refusal after which the same request may be sent again, with another token, and that is done once.
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
