import { describe, expect, it } from 'vitest';
import { credentialsOf, secretValues } from '../../src/config/secrets.ts';

const keys = {
  THREADMILL_MY_BLOG_API_KEY: 'k',
  THREADMILL_MY_BLOG_API_SECRET: 's',
  THREADMILL_MY_BLOG_ACCESS_TOKEN: 't',
  THREADMILL_MY_BLOG_ACCESS_SECRET: ' u ',
};

const account = (name: string) => ({ name, network: 'x' }) as const;

describe('the secrets of an account', () => {
  it('are four keys under its name in capitals', () => {
    expect(credentialsOf(account('my-blog'), keys)).toEqual({
      credentials: {
        kind: 'oauth1',
        way: expect.anything(),
        secrets: { API_KEY: 'k', API_SECRET: 's', ACCESS_TOKEN: 't', ACCESS_SECRET: 'u' },
      },
    });
  });

  it('are a token where there are no keys', () => {
    expect(credentialsOf(account('me'), { THREADMILL_ME_TOKEN: 'tok' })).toEqual({
      credentials: { kind: 'token', way: expect.anything(), secrets: { TOKEN: 'tok' } },
    });
  });

  it('prefer the keys, which do not expire', () => {
    const found = credentialsOf(account('my-blog'), { ...keys, THREADMILL_MY_BLOG_TOKEN: 'tok' });
    expect(found.credentials?.kind).toBe('oauth1');
  });

  it('are what tokens are renewed with, before a token that only ends', () => {
    const env = {
      THREADMILL_ME_CLIENT_ID: 'app',
      THREADMILL_ME_REFRESH_TOKEN: 'first',
      THREADMILL_ME_TOKEN: 'tok',
    };
    const secrets = { CLIENT_ID: 'app', REFRESH_TOKEN: 'first' };
    const credentials = { kind: 'renewed', way: expect.anything(), secrets };
    expect(credentialsOf(account('me'), env)).toEqual({ credentials });
    expect(credentialsOf(account('me'), { ...env, THREADMILL_ME_CLIENT_SECRET: 'sec' })).toEqual({
      credentials: { ...credentials, secrets: { ...secrets, CLIENT_SECRET: 'sec' } },
    });
    expect(secretValues({ ...env, THREADMILL_ME_CLIENT_SECRET: 'sec' })).toEqual(['first', 'tok', 'sec']);
  });

  it('name what is missing, where some are there', () => {
    const { THREADMILL_MY_BLOG_API_SECRET: _, ...some } = keys;
    expect(credentialsOf(account('my-blog'), some)).toEqual({
      credentials: null,
      missing: ['THREADMILL_MY_BLOG_API_SECRET'],
    });
    // The four keys, not the token of two hours; on a server of one's own, the simplest.
    const four = ['API_KEY', 'API_SECRET', 'ACCESS_TOKEN', 'ACCESS_SECRET'].map(
      (end) => `THREADMILL_ME_${end}`,
    );
    expect(credentialsOf(account('me'), {})).toEqual({ credentials: null, missing: four });
    const own = { ...account('me'), baseUrl: 'http://127.0.0.1:4747' };
    expect(credentialsOf(own, {})).toEqual({ credentials: null, missing: ['THREADMILL_ME_TOKEN'] });
  });

  it('have the shape that their network’s row gives', () => {
    expect(credentialsOf({ name: 'me', network: 'bluesky' }, { THREADMILL_ME_TOKEN: 'tok' })).toEqual({
      credentials: null,
      missing: ['THREADMILL_ME_IDENTIFIER', 'THREADMILL_ME_APP_PASSWORD'],
    });
    expect(secretValues({ THREADMILL_ME_APP_PASSWORD: 'abcd' })).toEqual(['abcd']);
  });

  it('are known as secrets, and nothing else is', () => {
    const env = {
      ...keys,
      THREADMILL_ME_TOKEN: 'tok',
      PATH: '/bin',
      DATABASE_URL: 'postgres://me:pass@127.0.0.1/threadmill',
      THREADMILL_ME_TOKEN_X: 'y',
    };
    expect(secretValues(env)).toEqual(['k', 's', 't', 'u', 'tok', 'postgres://me:pass@127.0.0.1/threadmill']);
  });
});
