import { describe, expect, it } from 'vitest';
import { parseFault } from '../../../src/sandbox/faults.ts';
import { api } from '../api-call.ts';

const NOW = 1_760_000_000_500;

describe('rate windows', () => {
  it('are told on every answer to a post, counting down', async () => {
    const { post } = api({ now: () => NOW });
    await post('One');
    const { headers } = await post('Two');
    const told = Object.fromEntries([...headers].filter(([name]) => name.includes('limit')));
    const quarter = String(Math.ceil((NOW + 900_000) / 1000));
    const day = String(Math.ceil((NOW + 86_400_000) / 1000));
    expect(told).toEqual({
      'x-rate-limit-limit': '100',
      'x-rate-limit-remaining': '98',
      'x-rate-limit-reset': quarter,
      'x-user-limit-24hour-limit': '100',
      'x-user-limit-24hour-remaining': '98',
      'x-user-limit-24hour-reset': day,
      'x-app-limit-24hour-limit': '10000',
      'x-app-limit-24hour-remaining': '9998',
      'x-app-limit-24hour-reset': day,
    });
  });

  it('leave the short one with plenty where the day is used up', async () => {
    const { post } = api({ now: () => NOW, limits: { user24h: 1 } });
    await post('One');
    const { status, headers, body } = await post('Two');
    expect(status).toBe(429);
    expect(body).toMatchObject({ title: 'Too Many Requests', status: 429 });
    expect(headers.get('x-rate-limit-remaining')).toBe('99');
    expect(headers.get('x-user-limit-24hour-remaining')).toBe('0');
  });

  it('are each account’s own, and the app’s is shared', async () => {
    const { post } = api({ limits: { publish15min: 1, app24h: 2 } });
    expect((await post('One')).status).toBe(201);
    expect((await post('Two')).status).toBe(429);
    expect((await post('One', undefined, 'user-bob')).status).toBe(201);
    const third = await post('One', undefined, 'user-cy');
    expect([third.status, third.headers.get('x-app-limit-24hour-remaining')]).toEqual([429, '0']);
  });

  it('open again when they reset, not before', async () => {
    let now = NOW;
    const { post } = api({ now: () => now, limits: { publish15min: 1 } });
    await post('One');
    now += 899_999;
    expect((await post('Two')).status).toBe(429);
    now += 1;
    expect((await post('Two')).status).toBe(201);
  });

  it('meter reads, removals and uploads apart', async () => {
    const { call, post } = api({ limits: { me15min: 1, remove15min: 1, lookup15min: 1 } });
    const { id } = (await post('One')).body.data;
    expect((await call('GET', '/2/users/me')).status).toBe(200);
    expect((await call('GET', '/2/users/me')).status).toBe(429);
    expect((await call('GET', `/2/tweets/${id}`)).status).toBe(200);
    expect((await call('GET', `/2/tweets/${id}`)).status).toBe(429);
    expect((await call('DELETE', `/2/tweets/${id}`)).status).toBe(200);
    expect((await call('DELETE', `/2/tweets/${id}`)).status).toBe(429);
  });

  it.each([
    ['status:429', 'x-rate-limit-remaining'],
    ['status:rate-15min-v1', 'x-rate-limit-remaining'],
    ['status:rate-24h', 'x-user-limit-24hour-remaining'],
    ['status:rate-app-24h', 'x-app-limit-24hour-remaining'],
  ])('read empty under the fault %s', async (fault, header) => {
    const { status, headers } = await api({ faults: [parseFault(fault)] }).post('One');
    expect([status, headers.get(header)]).toEqual([429, '0']);
  });
});
