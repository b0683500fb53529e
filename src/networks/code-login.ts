/** A request for the user's consent; `challenge` is the SHA-256 of a verifier (PKCE, RFC 7636), in base64url. */
export type ConsentRequest = {
  readonly redirectUri: string;
  /** Returned with the code; proves that the response belongs to this request. */
  readonly state: string;
  readonly challenge: string;
};

/** The code from the user's consent, and what is needed to exchange it. It works once, and only briefly. */
export type ConsentCode = {
  readonly code: string;
  readonly verifier: string;
  readonly redirectUri: string;
};

/** The result of a login: an access token, and on networks whose tokens expire a refresh token. */
export type Grant = {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** The app that the login registered, on networks where it registers one; it can revoke the token. */
  readonly app?: { readonly clientId: string; readonly clientSecret: string };
};

/** A login by authorization code: the user consents on a page, and its code is exchanged for a token. */
export interface CodeLogin {
  /** Returns the address of the consent page. */
  pageUrl(request: ConsentRequest): string;
  /** @throws PublishingError `auth` if the network refuses the code, `transient` if it can't be reached */
  exchange(code: ConsentCode): Promise<Grant>;
}
