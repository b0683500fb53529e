import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemoryJournal } from '../../../src/journal/sqlite/sqlite-journal.ts';
import { xClient } from '../../../src/networks/x/client.ts';
import { renewXToken } from '../../../src/networks/x/token.ts';
import type { Journal } from '../../../src/publishing/journal.ts';
import { tokenChain } from '../../../src/publishing/sending/token-chain.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { allowed } from '../allowed.ts';

const NOW = 1_780_000_000_000;

describe('an account whose tokens are renewed', () => {
  let now = NOW;
  let sandbox: Sandbox;
  let journal: Journal;
  beforeEach(async () => {
    now = NOW;
    sandbox = await startSandbox({ now: () => now });
    journal = await openMemoryJournal();
  });
  afterEach(() => sandbox.close());

  const client = (first = 'refresh-ada') => {
    // Time is moved by hand alone: a lease's heartbeat sleeps until it is ended.
    const sleep = (_ms: number, end?: AbortSignal): Promise<void> =>
      end === undefined
        ? Promise.resolve()
        : new Promise((wake) => end.addEventListener('abort', () => wake(), { once: true }));
    const clock = { now: () => now, sleep, random: () => 0.5 };
    const renew = (token: string) =>
      renewXToken({ baseUrl: sandbox.url, clientId: 'app', now: () => now }, token);
    const tokens = tokenChain(
      { journal, clock, owner: { name: 'p', isDead: () => false } },
      { account: 'ada', first, renew },
    );
    return xClient({
      baseUrl: sandbox.url,
      credentials: { tokens, revoke: async () => undefined },
      now: () => now,
    });
  };
  const attempt = (index: number, text: string) => ({
    key: `k${index}`,
    index,
    text,
    parent: null,
    root: null,
    media: [],
    urls: [],
    attemptedAt: now,
  });

  it('posts for days, each post once', async () => {
    for (let hour = 0; hour < 8; hour += 1) {
      await client().publish([attempt(1, `Hour ${hour}.`)], allowed);
      now += 3_600_000;
    }
    const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as {
      posts: { text: string }[];
    };
    expect(state.posts.map(({ text }) => text)).toEqual(
      Array.from({ length: 8 }, (_, hour) => `Hour ${hour}.`),
    );
    expect((await client().identify()).value.handle).toBe('ada');
  });

  it('goes on where its token ended before its time', async () => {
    const one = client();
    await one.publish([attempt(1, 'One.')], allowed);
    // Somebody else's renewal ends it on the network; here the journal is told of a longer life than it has.
    const stored = await journal.token('ada');
    if (stored === undefined) throw new Error('gone');
    now += 3 * 3_600_000;
    await journal.keepToken('ada', { ...stored, expiresAt: now + 3_600_000 });
    await one.publish([attempt(2, 'Two.')], allowed);
    const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as { posts: unknown[] };
    expect(state.posts).toHaveLength(2);
  });

  it('asks whether it may still post when its new token is there, not before', async () => {
    const began = now;
    const kept = journal.keepToken.bind(journal);
    // The machine sleeps while the token is renewed.
    journal.keepToken = async (account, token) => {
      await kept(account, token);
      now += 15 * 60_000;
    };
    const stillAllowed = async (): Promise<void> => {
      if (now > began + 10_000) throw new Error('The lease is lost.');
    };
    await expect(client().publish([attempt(1, 'Late.')], stillAllowed)).rejects.toThrow('The lease is lost.');
    const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as { posts: unknown[] };
    expect(state.posts).toEqual([]);
  });

  it('says what to do when its refresh token is used up, and shows none', async () => {
    await client().identify();
    const other = await openMemoryJournal();
    journal = other;
    const failure = await client()
      .identify()
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ reason: 'auth', status: 400 });
    expect(String(failure)).toContain('Authorise the app again');
    expect(String(failure)).not.toContain('refresh-ada');
  });
});

describe('a token endpoint that fails', () => {
  it.each([
    ['hangs up', 'close', 'transient'],
    ['answers 503', 503, 'transient'],
    ['answers 429', 429, 'transient'],
    ['answers 200 with nothing in it', 200, 'transient'],
    ['answers 401', 401, 'auth'],
  ] as const)('%s', async (_name, how, kind) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', () => {
        asked.push(`${request.headers.authorization} ${body}`);
        if (how === 'close') request.socket.destroy();
        else response.writeHead(how).end(how === 200 ? '{}' : 'sekrit-token-1234 is what you sent');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const app = { clientId: 'id', clientSecret: 's/1', now: () => NOW };
    const failure = await renewXToken(
      { ...app, baseUrl: `http://127.0.0.1:${address.port}` },
      'sekrit-token-1234',
    ).catch((error: unknown) => error);
    server.close();
    expect(failure).toMatchObject({ name: 'PublishingError', reason: kind });
    expect(String(failure)).not.toContain('sekrit');
    expect(asked).toEqual([
      `Basic ${Buffer.from('id:s%2F1').toString('base64')} grant_type=refresh_token&refresh_token=sekrit-token-1234&client_id=id`,
    ]);
  });

  it('that is not there was surely not asked', async () => {
    const app = { baseUrl: 'http://127.0.0.1:9', clientId: 'id', now: () => NOW };
    await expect(renewXToken(app, 'token')).rejects.toMatchObject({ reason: 'transient' });
  });
});
