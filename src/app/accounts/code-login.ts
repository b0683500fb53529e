import { createHash, randomBytes } from 'node:crypto';
import type { CodeLogin, Grant } from '../../networks/code-login.ts';
import { LoginError } from './login-error.ts';

/** How a login reaches the browser and the user. */
export type LoginWays = {
  /** Where the network redirects the browser; some networks have an address that shows the code instead. */
  readonly redirectUri: string;
  /** The redirect's query, if this machine listens for it. */
  readonly answer?: Promise<URLSearchParams> | undefined;
  /** Shows the page's address to the user, and opens it if possible. */
  readonly show: (url: string) => void;
  /** Asks the user for the code, or for the address that the browser ended on; stops when the signal is aborted. */
  readonly paste?: ((signal: AbortSignal) => Promise<string>) | undefined;
  readonly signal: AbortSignal;
};

const base64url = (bytes: Buffer): string => bytes.toString('base64url');

/**
 * Runs a login: shows the network's page, takes the code from the browser or from the user, whichever comes first, and
 * exchanges it.
 *
 * @throws LoginError if the user declined, or the response belongs to another login
 * @throws PublishingError if the network refuses the code
 */
export async function logInByCode(login: CodeLogin, network: string, ways: LoginWays): Promise<Grant> {
  const { redirectUri, answer, show, paste, signal } = ways;
  const state = base64url(randomBytes(24));
  const verifier = base64url(randomBytes(48));
  const challenge = base64url(createHash('sha256').update(verifier).digest());
  show(login.pageUrl({ redirectUri, state, challenge }));
  const done = new AbortController();
  const stop = AbortSignal.any([done.signal, signal]);
  try {
    const interrupted = new Promise<never>((_, fail) => {
      const stopped = (): void => fail(new LoginError('The login was stopped. Nothing was changed.'));
      if (signal.aborted) stopped();
      else signal.addEventListener('abort', stopped, { once: true });
    });
    const code = await Promise.race([
      interrupted,
      ...(answer === undefined ? [] : [answer.then((query) => codeIn(query, state, network))]),
      ...(paste === undefined ? [] : [pastedCode(paste, stop, state, network)]),
    ]);
    return await login.exchange({ code, verifier, redirectUri });
  } finally {
    done.abort();
  }
}

/** Reads the code from a redirect's query. @throws LoginError */
export function codeIn(query: URLSearchParams, state: string, network: string): string {
  if (query.get('state') !== state)
    throw new LoginError(
      `The answer belongs to another login on ${network} (its \`state\` is not the one that was sent). Nothing was changed; log in again, and use the newest page only.`,
    );
  const error = query.get('error');
  if (error === 'access_denied')
    throw new LoginError(
      `You declined on ${network}. Nothing was changed; to log in after all, start again and consent.`,
    );
  const code = query.get('code');
  if (error !== null || code === null || code === '') {
    const what = (query.get('error_description') ?? error ?? 'no code')
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .slice(0, 200);
    throw new LoginError(`${network} did not log you in: ${what}. Nothing was changed.`);
  }
  return code;
}

/** Asks for the address that the browser ended on, or the bare code that a page showed. */
async function pastedCode(
  paste: (signal: AbortSignal) => Promise<string>,
  signal: AbortSignal,
  state: string,
  network: string,
): Promise<string> {
  const pasted = (await paste(signal)).trim();
  const url = /^https?:\/\//i.test(pasted) ? URL.parse(pasted) : null;
  if (url !== null) return codeIn(url.searchParams, state, network);
  if (pasted === '' || /\s/.test(pasted))
    throw new LoginError(
      `That is not a code of ${network}, nor the address of the page that you ended on. Log in again.`,
    );
  return pasted;
}
