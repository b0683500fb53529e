import { describe, expect, it } from 'vitest';
import { api } from '../api-call.ts';

describe('a new post', () => {
  it('is answered with 201, its id and its text', async () => {
    const { status, headers, body } = await api().post('One');
    expect(status).toBe(201);
    expect(headers.get('content-type')).toContain('application/json');
    expect(body).toEqual({
      data: { id: expect.stringMatching(/^\d{1,19}$/), text: 'One', edit_history_tweet_ids: [body.data.id] },
    });
  });

  it('gets a larger id than any before, even in the same millisecond', async () => {
    const { post } = api({ now: () => 1_760_000_000_000 });
    const ids: bigint[] = [];
    for (const text of ['a', 'b', 'c']) ids.push(BigInt((await post(text)).body.data.id));
    expect([...ids].sort((one, other) => (one < other ? -1 : 1))).toEqual(ids);
    expect(new Set(ids).size).toBe(3);
  });

  it.each([
    ['a member that X does not know', { text: 'One', scheduled_at: 5 }, '$.scheduled_at'],
    ['one inside reply', { text: 'One', reply: { in_reply_to_tweet_id: '1', foo: 1 } }, '$.reply.foo'],
    [
      'a parent that is no id',
      { text: 'One', reply: { in_reply_to_tweet_id: 'abc' } },
      'in_reply_to_tweet_id',
    ],
    ['five images', { text: 'One', media: { media_ids: ['1', '2', '3', '4', '5'] } }, 'media_ids'],
    ['no images at all in media', { text: 'One', media: { media_ids: [] } }, 'media_ids'],
    ['a poll of one option', { text: 'One', poll: { options: ['a'], duration_minutes: 5 } }, 'poll.options'],
    ['reply settings of its own', { text: 'One', reply_settings: 'everyone' }, 'reply_settings'],
    ['a flag in quotes', { text: 'One', made_with_ai: 'true' }, 'made_with_ai'],
    ['no text', {}, '$.text'],
    ['only white space', { text: ' \n ' }, '$.text'],
    ['a byte order mark', { text: 'One\uFEFF' }, '$.text'],
    ['a list', ['One'], '$'],
    ['no JSON', undefined, '$'],
  ])('is refused with 400 where it has %s', async (_, body, path) => {
    const { status, body: answer, headers } = await api().call('POST', '/2/tweets', body);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(answer).toMatchObject({
      title: 'Invalid Request',
      type: expect.stringMatching(/\/invalid-request$/),
    });
    expect(JSON.stringify(answer.errors)).toContain(path);
  });

  it.each([
    ['280 letters', 'a'.repeat(280), {}, 201],
    ['281 letters', 'a'.repeat(281), {}, 400],
    ['140 ideographs', '漢'.repeat(140), {}, 201],
    ['141 ideographs', '漢'.repeat(141), {}, 400],
    ['a URL of 300 characters, which weighs 23', `https://example.org/${'a'.repeat(280)}`, {}, 201],
    ['25,000 letters from a premium account', 'a'.repeat(25_000), { premium: true }, 201],
    ['25,001 letters from a premium account', 'a'.repeat(25_001), { premium: true }, 400],
  ])('is measured by X’s weight: %s', async (_, text, options, expected) => {
    const { status, body } = await api(options).post(text);
    expect(status).toBe(expected);
    if (expected === 400) expect(body.detail).toBe('Your Tweet text is too long.');
  });

  it.each([
    ['$ABC', 201],
    ['$5 and $10', 201],
    ['$ABC and $XYZ', 403],
  ])('may hold one cashtag: %s', async (text, expected) => {
    expect((await api().post(text)).status).toBe(expected);
  });

  it('is refused as a quote', async () => {
    const { status, body } = await api().call('POST', '/2/tweets', { text: 'One', quote_tweet_id: '1' });
    expect([status, body.detail]).toEqual([403, 'quote_tweet_id requires an Enterprise plan.']);
  });

  it('is refused as a duplicate within the window, of the same account only', async () => {
    let now = 1_760_000_000_000;
    const { post } = api({ now: () => now, duplicateWindowMs: 1_000 });
    await post('Cafe\u0301');
    expect((await post('Caf\u00e9')).body).toMatchObject({
      status: 403,
      detail: 'You are not allowed to create a Tweet with duplicate content.',
    });
    expect((await post('Caf\u00e9', undefined, 'user-bob')).status).toBe(201);
    now += 1_000;
    expect((await post('Caf\u00e9')).status).toBe(201);
  });
});

describe('a reply', () => {
  it('goes to a post of one’s own, and joins its conversation', async () => {
    const { post, call } = api();
    const root = (await post('One')).body.data.id;
    const second = (await post('Two', root)).body.data.id;
    const third = (await post('Three', second)).body.data.id;
    const fields = 'tweet.fields=conversation_id,referenced_tweets';
    const { body } = await call('GET', `/2/tweets/${third}?${fields}`);
    expect(body.data).toMatchObject({
      conversation_id: root,
      referenced_tweets: [{ type: 'replied_to', id: second }],
    });
  });

  it('to a post that was removed, or never was, is refused with X’s words', async () => {
    const { post, call } = api();
    const root = (await post('One')).body.data.id;
    await call('DELETE', `/2/tweets/${root}`);
    for (const parent of [root, '999'])
      expect((await post('Two', parent)).body).toMatchObject({
        status: 403,
        detail: 'You attempted to reply to a Tweet that is deleted or not visible to you.',
      });
  });

  it('to another account needs a mention by it', async () => {
    const { post } = api();
    const plain = (await post('Hello', undefined, 'user-bob')).body.data.id;
    const calling = (await post('Hello @Ada', undefined, 'user-bob')).body.data.id;
    expect((await post('Hi', plain)).body).toMatchObject({
      status: 403,
      detail: expect.stringContaining('Reply to this conversation is not allowed'),
    });
    expect((await post('Hi', calling)).status).toBe(201);
  });
});

describe('a removal', () => {
  it('takes one’s own post away, and nobody else’s', async () => {
    const { post, call } = api();
    const { id } = (await post('One')).body.data;
    expect((await call('DELETE', `/2/tweets/${id}`, undefined, 'user-bob')).status).toBe(403);
    expect((await call('DELETE', `/2/tweets/${id}`)).body).toEqual({ data: { deleted: true } });
    expect((await call('DELETE', `/2/tweets/${id}`)).status).toBe(404);
  });
});

describe('who is calling', () => {
  it.each([
    ['Bearer user-ada', 'ada'],
    ['Bearer anything-else', 'sandbox'],
    ['OAuth oauth_consumer_key="k", oauth_token="user-bob", oauth_signature="s"', 'bob'],
    ['OAuth oauth_consumer_key="k", oauth_token="12-abc", oauth_signature="s"', 'sandbox'],
  ])('is told from %s', async (authorization, handle) => {
    const answer = await api().app.request('/2/users/me', { headers: { authorization } });
    expect(await answer.json()).toMatchObject({
      data: { username: handle, id: expect.stringMatching(/^\d+$/) },
    });
  });

  it.each([['Bearer bad'], ['Basic abc'], [undefined]])(
    'is refused with 401 and no windows: %s',
    async (header) => {
      const headers: Record<string, string> = header === undefined ? {} : { authorization: header };
      const answer = await api().app.request('/2/users/me', { headers });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('x-rate-limit-limit')).toBeNull();
    },
  );

  it('may only read with a token that was made before the app might write', async () => {
    const { call } = api();
    expect((await call('GET', '/2/users/me', undefined, 'read-only')).status).toBe(200);
    const { body } = await call('POST', '/2/tweets', { text: 'One' }, 'read-only');
    expect(body).toMatchObject({ status: 403, detail: 'You are not permitted to perform this action.' });
  });
});

describe('money', () => {
  it('is billed by X’s price list: posts, posts with a URL, alt texts, removals, reads once a day', async () => {
    const { post, call } = api();
    const { id } = (await post('One')).body.data;
    await post('Two: https://example.org');
    await post('README.md is a link');
    await post('v1.2.3 is none');
    await call('GET', `/2/tweets/${id}`);
    await call('GET', `/2/tweets/${id}`);
    await call('DELETE', `/2/tweets/${id}`);
    const { body } = await call('GET', '/sandbox/state');
    expect(body.bill).toMatchObject({
      post: { count: 2, usd: 0.03 },
      'post-with-url': { count: 2, usd: 0.4 },
      'owned-read': { count: 1, usd: 0.001 },
      remove: { count: 1, usd: 0.01 },
      totalUsd: 0.441,
    });
  });

  it.each([
    ['credits', { creditsUsd: 0.03 }, 402, 'CreditsDepleted'],
    ['the spending cap', { spendCapUsd: 0.03 }, 403, 'SpendCapReached'],
  ])('runs out: %s', async (_, options, status, title) => {
    const { post } = api(options);
    await post('One');
    await post('Two');
    expect((await post('Three')).body).toMatchObject({ status, title });
  });
});

it('knows no other path, and says so as X does', async () => {
  expect((await api().call('GET', '/2/lists/1')).body).toMatchObject({
    status: 404,
    title: 'Not Found Error',
  });
});
