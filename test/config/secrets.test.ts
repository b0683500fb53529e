import { describe, expect, it } from 'vitest';
import { credentialsOf, secretValues } from '../../src/config/secrets.ts';

const keys = {
  THREADMILL_MY_BLOG_API_KEY: 'k',
  THREADMILL_MY_BLOG_API_SECRET: 's',
  THREADMILL_MY_BLOG_ACCESS_TOKEN: 't',
  THREADMILL_MY_BLOG_ACCESS_SECRET: ' u ',
};

describe('the secrets of an account', () => {
  it('are four keys under its name in capitals', () => {
    expect(credentialsOf('my-blog', keys)).toEqual({
      credentials: { kind: 'oauth1', apiKey: 'k', apiSecret: 's', accessToken: 't', accessSecret: 'u' },
    });
  });

  it('are a token where there are no keys', () => {
    expect(credentialsOf('me', { THREADMILL_ME_TOKEN: 'tok' })).toEqual({
      credentials: { kind: 'token', token: 'tok' },
    });
  });

  it('prefer the keys, which do not expire', () => {
    const found = credentialsOf('my-blog', { ...keys, THREADMILL_MY_BLOG_TOKEN: 'tok' });
    expect(found.credentials?.kind).toBe('oauth1');
  });

  it('are what tokens are renewed with, before a token that only ends', () => {
    const env = {
      THREADMILL_ME_CLIENT_ID: 'app',
      THREADMILL_ME_REFRESH_TOKEN: 'first',
      THREADMILL_ME_TOKEN: 'tok',
    };
    const credentials = { kind: 'renewed', clientId: 'app', refreshToken: 'first' };
    expect(credentialsOf('me', env)).toEqual({ credentials });
    expect(credentialsOf('me', { ...env, THREADMILL_ME_CLIENT_SECRET: 'sec' })).toEqual({
      credentials: { ...credentials, clientSecret: 'sec' },
    });
    expect(secretValues({ ...env, THREADMILL_ME_CLIENT_SECRET: 'sec' })).toEqual(['first', 'tok', 'sec']);
  });

  it('name what is missing, where some are there', () => {
    const { THREADMILL_MY_BLOG_API_SECRET: _, ...some } = keys;
    expect(credentialsOf('my-blog', some)).toEqual({
      credentials: null,
      missing: ['THREADMILL_MY_BLOG_API_SECRET'],
    });
    expect(credentialsOf('me', {})).toEqual({ credentials: null, missing: ['THREADMILL_ME_TOKEN'] });
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
