import { describe, expect, it } from 'vitest';
import { parseFault } from '../../../src/sandbox/faults.ts';
import { api } from '../api-call.ts';
import { create, pds, post, tid } from './pds-call.ts';

const REFRESH = '/xrpc/com.atproto.server.refreshSession';
const LOGIN = '/xrpc/com.atproto.server.createSession';
const SESSION = '/xrpc/com.atproto.server.getSession';

describe('a session', () => {
  it('is of the account that logs in, and its access token holds for two hours', async () => {
    let now = Date.parse('2026-11-28T10:00:00Z');
    const server = await pds({ now: () => now });
    const me = () => server.call('GET', SESSION, undefined, server.access);
    expect((await me()).body).toMatchObject({ did: server.did, handle: 'ada.test' });
    now += 2 * 3_600_000 + 1;
    const late = await me();
    expect([late.status, late.body.error]).toEqual([400, 'ExpiredToken']);
  });

  it('expires in the middle of things where a fault says so, and goes on after a refresh', async () => {
    const server = await pds({ faults: [parseFault('expire-session/bluesky@2')] });
    expect((await server.apply([create(tid(1), post('One'))])).status).toBe(200);
    expect((await server.apply([create(tid(2), post('Two'))])).body.error).toBe('ExpiredToken');
    const fresh = (await server.call('POST', REFRESH, undefined, server.refresh)).body;
    const write = { repo: server.did, writes: [create(tid(2), post('Two'))] };
    expect(
      (await server.call('POST', '/xrpc/com.atproto.repo.applyWrites', write, fresh.accessJwt)).status,
    ).toBe(200);
    expect((await server.apply([create(tid(3), post('Three'))])).body.error).toBe('ExpiredToken');
  });

  it('takes a refresh token twice for two hours, with the same result, and then no more', async () => {
    let now = Date.parse('2026-11-28T10:00:00Z');
    const server = await pds({ now: () => now });
    const refresh = (token: string) => server.call('POST', REFRESH, undefined, token);
    const [first, second] = [await refresh(server.refresh), await refresh(server.refresh)];
    expect(second.body.refreshJwt).toBe(first.body.refreshJwt);
    now += 2 * 3_600_000 + 1;
    const late = await refresh(server.refresh);
    expect([late.status, late.body.error, late.body.message]).toEqual([
      400,
      'ExpiredToken',
      'Token has been revoked',
    ]);
    expect((await refresh(first.body.refreshJwt)).status).toBe(200);
  });

  it.each([
    ['a wrong password', { identifier: 'ada.test', password: 'bad' }, 401, 'AuthenticationRequired'],
    ['an @ before the handle', { identifier: '@ada.test', password: 'x' }, 401, 'AuthenticationRequired'],
    ['no password', { identifier: 'ada.test' }, 400, 'InvalidRequest'],
  ])('is refused for %s', async (_, body, status, error) => {
    const answer = await api().call('POST', LOGIN, body);
    expect([answer.status, answer.body.error]).toEqual([status, error]);
  });

  it.each(['nonsense', 'a.b.c'])('is not made of the token %s', async (token) => {
    const answer = await api().call('GET', SESSION, undefined, token);
    expect([answer.status, answer.body.error]).toEqual([400, 'InvalidToken']);
  });

  it('does not let a refresh token do an access token’s work', async () => {
    const server = await pds();
    expect((await server.call('GET', SESSION, undefined, server.refresh)).body.error).toBe('InvalidToken');
  });
});

describe('points', () => {
  it('are shown for the window with the fewest left, with a reset in unix seconds', async () => {
    const now = Date.parse('2026-11-28T10:00:00Z');
    const server = await pds({ now: () => now, blueskyPoints: { hour: 100 } });
    const { headers } = await server.apply([create(tid(1), post('One')), create(tid(2), post('Two'))]);
    expect(Object.fromEntries([...headers].filter(([name]) => name.startsWith('ratelimit')))).toEqual({
      'ratelimit-limit': '100',
      'ratelimit-remaining': '94',
      'ratelimit-reset': String(now / 1000 + 3600),
      'ratelimit-policy': '100;w=3600',
    });
    const plain = await (await pds()).apply([create(tid(1), post('One'))]);
    expect(plain.headers.get('ratelimit-policy')).toBe('3000;w=300');
  });

  it('are gone where a call asks for more than is left, and nothing is posted', async () => {
    const server = await pds({ blueskyPoints: { hour: 8 } });
    const writes = [1, 2, 3].map((number) => create(tid(number), post('x')));
    const answer = await server.apply(writes);
    expect([answer.status, answer.body.error, answer.headers.get('ratelimit-remaining')]).toEqual([
      429,
      'RateLimitExceeded',
      '0',
    ]);
    expect((await server.apply(writes.slice(0, 1))).status).toBe(429);
  });

  it('are taken for what is refused as well', async () => {
    const server = await pds({ blueskyPoints: { hour: 10 } });
    await server.apply([create(tid(1), post('x'.repeat(301)))]);
    expect((await server.apply([create(tid(1), post('x'))])).headers.get('ratelimit-remaining')).toBe('4');
  });
});

describe('names', () => {
  it('are resolved to the DID that a login gives', async () => {
    const server = await pds();
    const resolve = (handle: string) => server.query('com.atproto.identity.resolveHandle', { handle });
    expect((await resolve('ada.test')).body.did).toBe(server.did);
    expect((await resolve('nobody.test')).status).toBe(400);
  });
});
