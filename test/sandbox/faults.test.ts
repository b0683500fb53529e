import { describe, expect, it } from 'vitest';
import { BLUESKY_PROBLEMS } from '../../src/sandbox/bluesky/problems.ts';
import { FAULTS } from '../../src/sandbox/fault-table.ts';
import { FaultSyntaxError, faultSet, parseFault } from '../../src/sandbox/faults.ts';
import { MASTODON_PROBLEMS } from '../../src/sandbox/mastodon/problems.ts';
import { seededRandom } from '../../src/sandbox/random.ts';
import { PROBLEMS } from '../../src/sandbox/x/problems.ts';
import { api } from './api-call.ts';

const plain = {
  ms: 0,
  problem: undefined,
  probability: 1,
  nth: undefined,
  on: 'publish',
  network: undefined,
};

describe('a fault', () => {
  it.each([
    ['drop-response', { ...plain, effect: 'drop-response' }],
    ['drop-response:0.3', { ...plain, effect: 'drop-response', probability: 0.3 }],
    ['drop-request:1', { ...plain, effect: 'drop-request' }],
    ['delay:200', { ...plain, effect: 'delay', ms: 200 }],
    ['delay:200:0.5/any', { ...plain, effect: 'delay', ms: 200, probability: 0.5, on: 'any' }],
    ['status:503', { ...plain, effect: 'status', problem: '503' }],
    ['status:429@5', { ...plain, effect: 'status', problem: '429', nth: 5 }],
    ['status:rate-24h@1', { ...plain, effect: 'status', problem: 'rate-24h', nth: 1 }],
    ['status-after:500:0.1', { ...plain, effect: 'status-after', problem: '500', probability: 0.1 }],
    ['late:3000/publish', { ...plain, effect: 'late', ms: 3000 }],
    ['stuck-media', { ...plain, effect: 'stuck-media', on: 'media' }],
    ['drop-response/bluesky@2', { ...plain, effect: 'drop-response', network: 'bluesky', nth: 2 }],
    ['delay:9/mastodon.media', { ...plain, effect: 'delay', ms: 9, on: 'media', network: 'mastodon' }],
    ['late-key:5000:0.5', { ...plain, effect: 'late-key', ms: 5000, probability: 0.5 }],
    ['status:expired-token@1', { ...plain, effect: 'status', problem: 'expired-token', nth: 1 }],
    [' truncate@2 ', { ...plain, effect: 'truncate', nth: 2 }],
  ])('is read from "%s"', (text, fault) => {
    expect(parseFault(text)).toEqual(fault);
  });

  it.each([
    ['', 'another form'],
    ['explode', 'no fault "explode"'],
    ['constructor', 'no fault "constructor"'],
    ['drop-response:2', 'from 0 to 1'],
    ['drop-response:-1', 'from 0 to 1'],
    ['drop-response:often', 'from 0 to 1'],
    ['drop-response:0.1:0.2', 'too many parts'],
    ['delay', 'milliseconds'],
    ['delay:soon', 'milliseconds'],
    ['delay:-5', 'milliseconds'],
    ['status', 'not a status'],
    ['status:299', 'not a status'],
    ['status:toString', 'not a status'],
    ['late:10@0', 'counts from 1'],
    ['delay:10/all', 'no scope "all"'],
    ['delay:10@x', 'another form'],
    ['delay:10/threads.media', 'no network "threads"'],
    ['delay:10/x.all', 'no scope "all"'],
    ['forget-key/bluesky', "can't happen on bluesky"],
    ['status:credits/mastodon', 'not a status'],
    ['status:expired-token/x', 'not a status'],
  ])('is refused where it is "%s", with all that is accepted', (text, why) => {
    let thrown: unknown;
    try {
      parseFault(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(FaultSyntaxError);
    const { message } = thrown as FaultSyntaxError;
    expect(message).toContain(why);
    const problems = [PROBLEMS, BLUESKY_PROBLEMS, MASTODON_PROBLEMS].flatMap(Object.keys);
    for (const name of [...Object.keys(FAULTS), ...problems, 'publish', '429', 'bluesky'])
      expect(message).toContain(name);
  });

  it('hits the Nth request of its scope, once', () => {
    const faults = faultSet([parseFault('drop-response@2'), parseFault('delay:9/read@1')], Math.random);
    const drops = Array.from({ length: 4 }, () => faults.strike('x', 'publish').hits('drop-response'));
    expect(drops).toEqual([false, true, false, false]);
    const delays = [faults.strike('bluesky', 'read'), faults.strike('x', 'read')].map(
      ({ delayMs }) => delayMs,
    );
    expect(delays).toEqual([9, 0]);
  });

  it('hits only the network that it names, or that has its refusal', () => {
    const faults = faultSet(
      [parseFault('drop-response/bluesky'), parseFault('status:token-revoked')],
      Math.random,
    );
    const hit = (['x', 'bluesky', 'mastodon'] as const).map((network) => {
      const strike = faults.strike(network, 'publish');
      return [strike.hits('drop-response'), strike.refusal];
    });
    expect(hit).toEqual([
      [false, undefined],
      [true, undefined],
      [false, 'token-revoked'],
    ]);
  });

  it('hits as often as its probability says, the same again with the same seed', () => {
    const run = (seed: number): boolean[] => {
      const faults = faultSet([parseFault('drop-response:0.3')], seededRandom(seed));
      return Array.from({ length: 10_000 }, () => faults.strike('x', 'publish').hits('drop-response'));
    };
    expect(run(7)).toEqual(run(7));
    expect(run(7)).not.toEqual(run(8));
    expect(run(7).filter(Boolean).length / 10_000).toBeCloseTo(0.3, 1);
  });
});

describe('faults in force', () => {
  it('can be changed while the server runs', async () => {
    const { call, post } = api();
    const set = await call('POST', '/sandbox/faults', { faults: ['status:503@1', 'late:100'] });
    expect(set.body.faults).toHaveLength(2);
    expect((await post('One')).status).toBe(503);
    expect((await post('One')).status).toBe(201);
    await call('POST', '/sandbox/faults', { faults: [] });
    expect((await call('GET', '/sandbox/state')).body.faults).toEqual([]);
  });

  it.each([
    [{ faults: ['explode'] }, 'no fault'],
    [{ fault: 'drop-response' }, 'The body is'],
    [undefined, 'not JSON'],
  ])('are left as they are by a request that is wrong: %j', async (body, said) => {
    const { call } = api({ faults: [parseFault('late:5')] });
    const answer = await call('POST', '/sandbox/faults', body);
    expect([answer.status, answer.body.error]).toEqual([400, expect.stringContaining(said)]);
    expect((await call('GET', '/sandbox/state')).body.faults).toHaveLength(1);
  });

  it.each([
    ['drop-response', 499, 1],
    ['drop-request', 499, 0],
    ['status:500', 500, 0],
    ['status-after:500', 500, 1],
    ['late:1000', 201, 1],
  ])('%s answers %i and leaves %i post', async (fault, status, kept) => {
    const { call, post } = api({ faults: [parseFault(fault)] });
    expect((await post('One')).status).toBe(status);
    expect((await call('GET', '/sandbox/state')).body.posts).toHaveLength(kept);
  });

  it('truncate sends an answer that is no JSON', async () => {
    const { app } = api({ faults: [parseFault('truncate')] });
    const headers = { authorization: 'Bearer user-ada' };
    const answer = await app.request('/2/tweets', { method: 'POST', headers, body: '{"text":"One"}' });
    expect(answer.status).toBe(201);
    const text = await answer.text();
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });
});
