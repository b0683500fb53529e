import { createHash, randomBytes } from 'node:crypto';

/** A consent, which a code represents until it is exchanged. */
export type Consent = {
  /** The account that consented. */
  readonly handle: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** SHA-256 of the verifier, base64url (PKCE); `null` if the app sent none. */
  readonly challenge: string | null;
};

/** Codes that were issued and not exchanged yet. */
export type ConsentCodes = {
  issue(consent: Consent, now: number): string;
  /** Returns the consent of a code, once and in time, if everything matches; `undefined` otherwise. */
  take(
    code: string,
    proof: Omit<Consent, 'handle' | 'challenge'> & { readonly verifier: string },
    now: number,
  ): Consent | undefined;
};

/** Makes a store of codes that live for `lifetimeMs`. */
export function consentCodes(lifetimeMs: number): ConsentCodes {
  const open = new Map<string, { readonly consent: Consent; readonly until: number }>();
  return {
    issue: (consent, now) => {
      const code = randomBytes(24).toString('base64url');
      open.set(code, { consent, until: now + lifetimeMs });
      return code;
    },
    take: (code, { clientId, redirectUri, verifier }, now) => {
      const found = open.get(code);
      // The code is used up, whatever the result.
      open.delete(code);
      if (found === undefined || now >= found.until) return undefined;
      const { consent } = found;
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const agrees =
        consent.clientId === clientId &&
        consent.redirectUri === redirectUri &&
        (consent.challenge === null ? verifier === '' : consent.challenge === challenge);
      return agrees ? consent : undefined;
    },
  };
}
