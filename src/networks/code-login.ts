/** What a person's consent is asked for with; `challenge` is the SHA-256 of a verifier (PKCE, RFC 7636), in base64url. */
export type ConsentRequest = {
  readonly redirectUri: string;
  /** Comes back with the code, and proves that the answer belongs to this request. */
  readonly state: string;
  readonly challenge: string;
};

/** A code that a person's consent gave, and what it is exchanged with. It works once, and only for a short time. */
export type ConsentCode = {
  readonly code: string;
  readonly verifier: string;
  readonly redirectUri: string;
};

/** What a login gives: a token to act with, and the one that renews it, on networks whose tokens end. */
export type Grant = { readonly accessToken: string; readonly refreshToken?: string };

/** How a person lets an app act for their account: they consent on a page, and its code is exchanged for a token. */
export interface CodeLogin {
  /** The address of the page where the person consents. */
  pageUrl(request: ConsentRequest): string;
  /** @throws PublishingError `auth` where the network does not take the code, `transient` where it could not be asked */
  exchange(code: ConsentCode): Promise<Grant>;
}
