import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeIn, type LoginWays, logInByCode } from '../../../src/app/accounts/code-login.ts';
import { LoginError } from '../../../src/app/accounts/login-error.ts';
import { CallbackPortError, openLoginCallback } from '../../../src/machine/login-callback.ts';
import type { CodeLogin, ConsentCode } from '../../../src/networks/code-login.ts';
import { mastodonLogin, registerMastodonApp, SHOWN_CODE } from '../../../src/networks/mastodon/login.ts';
import { PublishingError } from '../../../src/networks/publishing-error.ts';
import { xLogin } from '../../../src/networks/x/login.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { comeBack, consent } from '../../sandbox/browser.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const networks = {
  X: (): Promise<CodeLogin> =>
    Promise.resolve(xLogin({ baseUrl: sandbox.url, clientId: 'my-app', now: Date.now })),
  Mastodon: async (redirectUri: string): Promise<CodeLogin> => {
    const app = await registerMastodonApp({ instance: sandbox.url, redirectUris: [redirectUri, SHOWN_CODE] });
    return mastodonLogin(sandbox.url, app);
  },
} as const;

const whoAmI: Record<keyof typeof networks, string> = {
  X: '/2/users/me',
  Mastodon: '/api/v1/accounts/verify_credentials',
};

const ways = (facts: Partial<LoginWays> & Pick<LoginWays, 'redirectUri' | 'show'>): LoginWays => ({
  signal: new AbortController().signal,
  ...facts,
});

describe.each(Object.keys(networks) as (keyof typeof networks)[])('the login of %s', (network) => {
  it('gives a token of the account that consented, through the browser', async () => {
    const callback = await openLoginCallback(0);
    try {
      const login = await networks[network](callback.redirectUri);
      const show = (url: string): void => void consent(url, 'allow').then(comeBack);
      const grant = await logInByCode(login, network, ways({ ...callback, show }));
      const headers = { authorization: `Bearer ${grant.accessToken}` };
      const me = await (await fetch(`${sandbox.url}${whoAmI[network]}`, { headers })).text();
      expect(me).toContain('gauge_keeper');
      expect(grant.refreshToken === undefined).toBe(network === 'Mastodon');
    } finally {
      await callback.close();
    }
  });

  it('takes the address that the browser ended on, pasted by hand: over SSH, say', async () => {
    const redirectUri = 'http://127.0.0.1:9/callback';
    const login = await networks[network](redirectUri);
    const { promise: location, resolve } = Promise.withResolvers<string>();
    const show = (url: string): void =>
      void consent(url, 'allow').then((answer) => resolve(`  ${answer.headers.get('location')}\n`));
    const grant = await logInByCode(login, network, ways({ redirectUri, show, paste: () => location }));
    expect(grant.accessToken).toContain('gauge_keeper');
  });

  it('is not done where the person declines', async () => {
    const callback = await openLoginCallback(0);
    try {
      const login = await networks[network](callback.redirectUri);
      const show = (url: string): void => void consent(url, 'deny').then(comeBack);
      const done = logInByCode(login, network, ways({ ...callback, show }));
      await expect(done).rejects.toThrow(LoginError);
      await expect(done).rejects.toThrow(`You declined on ${network}. Nothing was changed`);
    } finally {
      await callback.close();
    }
  });

  it('refuses an answer with another state, whoever sent it, and exchanges nothing', async () => {
    const callback = await openLoginCallback(0);
    try {
      const login = await networks[network](callback.redirectUri);
      const spied: CodeLogin = { ...login, exchange: () => Promise.reject(new Error('exchanged')) };
      const show = (url: string): void =>
        void consent(url, 'allow').then((answer) => {
          const forged = new URL(answer.headers.get('location') ?? '');
          forged.searchParams.set('state', 'another');
          return fetch(forged);
        });
      const done = logInByCode(spied, network, ways({ ...callback, show }));
      await expect(done).rejects.toThrow('belongs to another login');
    } finally {
      await callback.close();
    }
  });

  it('takes a code once, and shows it in no message', async () => {
    const redirectUri = 'http://127.0.0.1:9/callback';
    const login = await networks[network](redirectUri);
    let used: ConsentCode | undefined;
    const spied: CodeLogin = {
      ...login,
      exchange: (code) => {
        used = code;
        return login.exchange(code);
      },
    };
    const { promise: location, resolve } = Promise.withResolvers<string>();
    const show = (url: string): void =>
      void consent(url, 'allow').then((answer) => resolve(answer.headers.get('location') ?? ''));
    await logInByCode(spied, network, ways({ redirectUri, show, paste: () => location }));
    if (used === undefined) throw new Error('no code was exchanged');
    const again = login.exchange(used).then(
      () => undefined,
      (error: unknown) => error,
    );
    const error = await again;
    expect(error).toBeInstanceOf(PublishingError);
    expect(error).toMatchObject({ reason: 'auth', status: 400 });
    expect(String(error)).toContain('A code works once');
    expect(String(error)).not.toContain(used.code);
  });

  it('does not exchange a code for another verifier, app address or after its time', async () => {
    const redirectUri = 'http://127.0.0.1:9/callback';
    const login = await networks[network](redirectUri);
    for (const change of [{ verifier: 'guessed' }, { redirectUri: 'http://127.0.0.1:8/callback' }]) {
      const { promise: location, resolve } = Promise.withResolvers<string>();
      const show = (url: string): void =>
        void consent(url, 'allow').then((answer) => resolve(answer.headers.get('location') ?? ''));
      const forged: CodeLogin = { ...login, exchange: (code) => login.exchange({ ...code, ...change }) };
      const done = logInByCode(forged, network, ways({ redirectUri, show, paste: () => location }));
      await expect(done).rejects.toMatchObject({ reason: 'auth' });
    }
  });

  it('ends when the person stops it', async () => {
    const stop = new AbortController();
    const login = await networks[network]('http://127.0.0.1:9/callback');
    const done = logInByCode(login, network, {
      redirectUri: 'http://127.0.0.1:9/callback',
      show: () => stop.abort(),
      paste: () => new Promise<string>(() => undefined),
      signal: stop.signal,
    });
    await expect(done).rejects.toThrow('The login was stopped');
  });
});

describe('the code that Mastodon shows on a page', () => {
  it('is taken as it is pasted', async () => {
    const login = await networks.Mastodon(SHOWN_CODE);
    const { promise: code, resolve } = Promise.withResolvers<string>();
    const show = (url: string): void =>
      void consent(url, 'allow').then(async (answer) =>
        resolve(/<code>([^<]+)<\/code>/.exec(await answer.text())?.[1] ?? ''),
      );
    const grant = await logInByCode(
      login,
      'Mastodon',
      ways({ redirectUri: SHOWN_CODE, show, paste: () => code }),
    );
    expect(grant.accessToken).toContain('gauge_keeper');
  });

  it.each(['', '  ', 'two words'])('is none in %j', async (pasted) => {
    const login = await networks.Mastodon(SHOWN_CODE);
    const facts = { redirectUri: SHOWN_CODE, show: () => undefined, paste: () => Promise.resolve(pasted) };
    await expect(logInByCode(login, 'Mastodon', ways(facts))).rejects.toThrow(LoginError);
  });
});

describe('the address for a browser that comes back', () => {
  it('says which port is in use, and what else can be done', async () => {
    const first = await openLoginCallback(0);
    try {
      const port = Number(new URL(first.redirectUri).port);
      const second = openLoginCallback(port);
      await expect(second).rejects.toThrow(CallbackPortError);
      await expect(second).rejects.toThrow(
        new RegExp(`port ${port}.*another program uses it.*--port.*--paste`),
      );
    } finally {
      await first.close();
    }
  });

  it('answers nothing but the callback, on this machine only, and shows nothing of the query', async () => {
    const callback = await openLoginCallback(0);
    try {
      const { origin } = new URL(callback.redirectUri);
      expect((await fetch(`${origin}/`)).status).toBe(404);
      expect((await fetch(`${origin}/callback`)).status).toBe(404);
      expect((await fetch(`${origin}/callback?code=a`, { method: 'POST' })).status).toBe(403);
      const shown = await fetch(`${origin}/callback?code=abc<script>&state=s`);
      expect(await shown.text()).not.toContain('abc');
      expect((await callback.answer).get('code')).toBe('abc<script>');
    } finally {
      await callback.close();
    }
  });

  it.each([
    ['no code at all', 'state=s', 'no code'],
    [
      'another error',
      'state=s&error=server_error&error_description=Out%1b[31m of order',
      'Out [31m of order',
    ],
  ])('explains an answer with %s', (_what, query, words) => {
    expect(() => codeIn(new URLSearchParams(query), 's', 'X')).toThrow(words);
  });
});

describe('an instance that is none', () => {
  it('is named, with what it answered', async () => {
    const callback = await openLoginCallback(0);
    const { origin } = new URL(callback.redirectUri);
    const done = registerMastodonApp({ instance: origin, redirectUris: [SHOWN_CODE] });
    await expect(done).rejects.toThrow(
      /did not register an app \(status 403\): is it an instance of Mastodon\?/,
    );
    await callback.close();
    const gone = registerMastodonApp({ instance: origin, redirectUris: [SHOWN_CODE] });
    await expect(gone).rejects.toThrow(/no answer \(ECONNREFUSED\)/);
  });
});
