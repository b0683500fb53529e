import { describe, expect, it } from 'vitest';
import { parseFault } from '../../../src/sandbox/faults.ts';
import type { SandboxOptions } from '../../../src/sandbox/options.ts';
import { type ApiAnswer, api } from '../api-call.ts';

type Instance = ReturnType<typeof api> & {
  toot(body: object, key?: string, token?: string): Promise<ApiAnswer>;
  get(path: string): Promise<ApiAnswer>;
  count(): Promise<number>;
};

function instance(options: SandboxOptions = {}): Instance {
  const sandbox = api(options);
  return {
    ...sandbox,
    get: (path) => sandbox.call('GET', path),
    async toot(body, key, token = 'user-ada') {
      const answer = await sandbox.app.request('/api/v1/statuses', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        body: JSON.stringify(body),
      });
      const text = await answer.text();
      const isJson = /json/.test(answer.headers.get('content-type') ?? '');
      return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
    },
    count: async () => (await sandbox.call('GET', '/sandbox/state')).body.mastodon.statuses.length,
  };
}

async function upload(server: Instance, fields: Record<string, string> = {}): Promise<ApiAnswer> {
  const form = new FormData();
  form.set('file', new Blob(['GIF89a']), 'a.gif');
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return server.call('POST', '/api/v2/media', form);
}

describe('a status', () => {
  it('is kept without the spaces at its ends, and given back with its source', async () => {
    const server = instance();
    const { body } = await server.toot({
      status: '  One & <two>\nhttps://example.org/a  ',
      visibility: 'unlisted',
      language: 'en',
      spoiler_text: 'Look',
    });
    expect(body).toMatchObject({
      visibility: 'unlisted',
      language: 'en',
      spoiler_text: 'Look',
      sensitive: true,
      in_reply_to_id: null,
      content: expect.stringContaining('<p>One &amp; &lt;two&gt;<br><a href="https://example.org/a"'),
      url: `http://localhost/@ada/${body.id}`,
    });
    expect((await server.get(`/api/v1/statuses/${body.id}/source`)).body.text).toBe(
      'One & <two>\nhttps://example.org/a',
    );
  });

  it.each([
    ['nothing', { status: '  ' }, 422, "Validation failed: Text can't be blank"],
    [
      '501 characters',
      { status: 'x'.repeat(501) },
      422,
      'Validation failed: Text character limit of 500 exceeded',
    ],
    [
      'a warning that makes it too long',
      { status: 'x'.repeat(496), spoiler_text: 'Spoil' },
      422,
      'Text character limit',
    ],
    ['an unknown visibility', { status: 'x', visibility: 'friends' }, 422, 'Visibility'],
    [
      'a parent that is gone',
      { status: 'x', in_reply_to_id: '12' },
      404,
      'The post you are trying to reply to',
    ],
    [
      'an upload that is not there',
      { status: 'x', media_ids: ['12'] },
      422,
      'Media 12 not found or already attached to another post',
    ],
    [
      'five uploads',
      { status: 'x', media_ids: ['1', '2', '3', '4', '5'] },
      422,
      'Cannot attach more than 4 files',
    ],
  ])('is refused for %s', async (_, body, status, message) => {
    const answer = await instance().toot(body);
    expect([answer.status, answer.body.error]).toEqual([status, expect.stringContaining(message)]);
  });

  it('counts URLs as 23 and remote mentions without their host', async () => {
    const text = `${'x'.repeat(400)} https://example.org/${'a'.repeat(300)} @bob@mastodon.example ${'y'.repeat(68)}`;
    expect((await instance().toot({ status: text })).status).toBe(200);
    expect((await instance().toot({ status: `${text}yyy` })).status).toBe(422);
  });

  it('has a limit of its own on another instance', async () => {
    const server = instance({ mastodonCharacters: 600 });
    expect((await server.get('/api/v2/instance')).body.configuration.statuses.max_characters).toBe(600);
    expect((await server.toot({ status: 'x'.repeat(600) })).status).toBe(200);
  });

  it('is deleted once with its source given back; replies to it stay without a parent', async () => {
    const server = instance();
    const root = (await server.toot({ status: 'One' })).body.id;
    const reply = (await server.toot({ status: 'Two', in_reply_to_id: root })).body;
    expect(reply.in_reply_to_id).toBe(root);
    expect(
      (await server.get(`/api/v1/statuses/${root}/context`)).body.descendants.map(
        ({ id }: { id: string }) => id,
      ),
    ).toEqual([reply.id]);
    expect((await server.call('DELETE', `/api/v1/statuses/${root}`)).body.text).toBe('One');
    expect((await server.call('DELETE', `/api/v1/statuses/${root}`)).status).toBe(404);
    expect((await server.get(`/api/v1/statuses/${reply.id}`)).body.in_reply_to_id).toBeNull();
  });
});

describe('an idempotency key', () => {
  it('gives the old status back for an hour, whatever else the repeat says', async () => {
    let now = Date.parse('2026-11-28T10:00:00Z');
    const server = instance({ now: () => now });
    const { id } = (await server.toot({ status: 'One' }, 'k')).body;
    const repeat = await server.toot({ status: 'x'.repeat(900) }, 'k');
    expect([repeat.status, repeat.body.id]).toEqual([200, id]);
    expect((await server.toot({ status: 'One' }, 'k', 'user-bob')).body.id).not.toBe(id);
    now += 3_600_001;
    expect((await server.toot({ status: 'One' }, 'k')).body.id).not.toBe(id);
  });

  it.each([
    ['forget-key', 0, 200, 2],
    ['late-key:5000', 0, 200, 2],
    ['late-key:5000', 5_001, 200, 1],
    ['repeat-500', 0, 500, 1],
    ['drop-response@1', 0, 200, 1],
    ['status-after:500@1', 0, 200, 1],
    ['status-after:503@1', 0, 200, 1],
  ])(
    'after the fault %s, %i ms later, a repeat is answered %i and there are %i',
    async (fault, ms, status, count) => {
      let now = Date.parse('2026-11-28T10:00:00Z');
      const server = instance({ now: () => now, faults: [parseFault(fault)] });
      await server.toot({ status: 'One' }, 'k');
      now += ms;
      expect((await server.toot({ status: 'One' }, 'k')).status).toBe(status);
      expect(await server.count()).toBe(count);
    },
  );
});

describe('media', () => {
  it('is attached once, with its description and focus', async () => {
    const server = instance();
    const media = await upload(server, { description: 'A dot', focus: '0.5,-1' });
    expect(media.status).toBe(200);
    expect(media.body).toMatchObject({
      type: 'image',
      description: 'A dot',
      meta: { focus: { x: 0.5, y: -1 } },
    });
    const status = await server.toot({ status: 'Look', media_ids: [media.body.id] });
    expect(status.body.media_attachments[0].id).toBe(media.body.id);
    expect((await server.toot({ status: 'Again', media_ids: [media.body.id] })).body.error).toContain(
      'already attached',
    );
    expect((await server.app.request(`/media/m-${media.body.id}`)).status).toBe(200);
  });

  it('is processed for a while: 202, then 206, then 200; until then it can’t be attached', async () => {
    let now = Date.parse('2026-11-28T10:00:00Z');
    const server = instance({ now: () => now, mediaProcessingMs: 1_000 });
    const media = await upload(server);
    expect([media.status, media.body.url]).toEqual([202, null]);
    const look = () => server.get(`/api/v1/media/${media.body.id}`);
    expect((await look()).status).toBe(206);
    const early = await server.toot({ status: 'Look', media_ids: [media.body.id] });
    expect([early.status, early.body.error]).toEqual([
      422,
      'Cannot attach files that have not finished processing. Try again in a moment!',
    ]);
    now += 1_000;
    expect((await look()).status).toBe(200);
    expect((await server.toot({ status: 'Look', media_ids: [media.body.id] })).status).toBe(200);
  });

  it('stays in processing where a fault says so', async () => {
    let now = Date.parse('2026-11-28T10:00:00Z');
    const server = instance({ now: () => now, faults: [parseFault('stuck-media/mastodon@1')] });
    const { body } = await upload(server);
    now += 86_400_000;
    expect((await server.get(`/api/v1/media/${body.id}`)).status).toBe(206);
    expect((await upload(server)).status).toBe(200);
  });

  it.each([
    ['what is no image', { file: 'text' }, 'File content type is invalid'],
    ['a description that is too long', { description: 'x'.repeat(1501) }, 'Description is too long'],
  ])('is refused for %s', async (_, fields, message) => {
    const answer = await upload(instance(), fields);
    expect([answer.status, answer.body.error]).toEqual([422, expect.stringContaining(message)]);
  });
});

describe('an account’s statuses', () => {
  it('come newest first, in pages of 40 at most, with a link to the next', async () => {
    const server = instance();
    const { id } = (await server.get('/api/v1/accounts/verify_credentials')).body;
    const ids: string[] = [];
    for (let index = 0; index < 45; index += 1)
      ids.unshift((await server.toot({ status: `Post ${index}` })).body.id);
    const first = await server.get(`/api/v1/accounts/${id}/statuses?limit=90`);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await server.get(next);
    const seen = [...first.body, ...second.body].map((status: { id: string }) => status.id);
    expect(first.body).toHaveLength(40);
    expect(seen).toEqual(ids);
    expect(second.headers.get('link')).not.toContain('rel="next"');
  });

  it('keep a late one back until its time', async () => {
    let now = Date.parse('2026-11-28T10:00:00Z');
    const server = instance({ now: () => now, faults: [parseFault('late:4000/mastodon')] });
    const { id, account } = (await server.toot({ status: 'One' })).body;
    const list = async () => (await server.get(`/api/v1/accounts/${account.id}/statuses`)).body.length;
    expect([await list(), (await server.get(`/api/v1/statuses/${id}`)).status]).toEqual([0, 404]);
    now += 4_000;
    expect([await list(), (await server.get(`/api/v1/statuses/${id}`)).status]).toEqual([1, 200]);
  });
});

describe('the rate windows', () => {
  it('are told by the one with the fewest left, with an ISO reset at a whole multiple of its length', async () => {
    const now = Date.parse('2026-11-28T10:20:00Z');
    const server = instance({ now: () => now, mastodonLimits: { statuses: 3 } });
    const { headers } = await server.toot({ status: 'One' });
    expect(headers.get('x-ratelimit-remaining')).toBe('2');
    expect(headers.get('x-ratelimit-reset')).toBe('2026-11-28T12:00:00.000Z');
    await server.toot({ status: '' });
    await server.toot({ status: 'Two' });
    await server.toot({ status: 'Three' });
    const refused = await server.toot({ status: 'Four' });
    expect([refused.status, refused.body]).toEqual([429, { error: 'Too many requests' }]);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(refused.headers.get('retry-after')).toBeNull();
  });

  it('let through 30 uploads and 30 deletions in half an hour', async () => {
    const server = instance({ mastodonLimits: { media: 1, deletes: 1 } });
    expect([(await upload(server)).status, (await upload(server)).status]).toEqual([200, 429]);
    const ids = [(await server.toot({ status: 'a' })).body.id, (await server.toot({ status: 'b' })).body.id];
    const removed = [];
    for (const id of ids) removed.push((await server.call('DELETE', `/api/v1/statuses/${id}`)).status);
    expect(removed).toEqual([200, 429]);
  });
});

it.each([
  ['bad', 401, 'The access token is invalid'],
  ['revoked', 401, 'The access token was revoked'],
  ['read-only', 403, 'This action is outside the authorized scopes'],
])('the token %s is refused with %i', async (token, status, error) => {
  const answer = await instance().toot({ status: 'x' }, undefined, token);
  expect([answer.status, answer.body.error]).toEqual([status, error]);
});
