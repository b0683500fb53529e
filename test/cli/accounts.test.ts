import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { fakeIo } from './fake-io.ts';

const env = { THREADMILL_BOX_TOKEN: 'open-sesame' };

let folder = '';
let sandbox: Sandbox;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'threadmill-'));
  sandbox = await startSandbox();
  mkdirSync(join(folder, 'config'));
  writeFileSync(
    join(folder, 'config/threadmill.yaml'),
    `accounts:\n  box: { network: x, base_url: "${sandbox.url}" }\n  other: { network: x, handle: "@ada", premium: true }\n`,
  );
});
afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

async function accounts(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({ cwd: folder, env });
  const code = await run(['accounts', ...argv], io);
  return { code, out: io.out(), err: io.err() };
}

describe('accounts', () => {
  it('lists them, and never a secret', async () => {
    const { code, out } = await accounts('list');
    expect(code).toBe(0);
    expect(out).toBe(
      `box    x · ${sandbox.url} · credentials in the environment\nother  x · @ada · premium · credentials missing: THREADMILL_OTHER_API_KEY, THREADMILL_OTHER_API_SECRET, THREADMILL_OTHER_ACCESS_TOKEN, THREADMILL_OTHER_ACCESS_SECRET\n`,
    );
  });

  it('lists them as JSON', async () => {
    expect(JSON.parse((await accounts('list', 'other', '--json')).out)).toEqual([
      {
        name: 'other',
        network: 'x',
        handle: 'ada',
        base_url: null,
        premium: true,
        replies_visibility: null,
        secrets: false,
        secrets_in: null,
      },
    ]);
  });

  it('logs in to check one', async () => {
    const { code, out } = await accounts('check', 'box');
    // X bills the question whose account it is.
    expect(out).toMatch(
      /^ok {4}box: logged in as @\w+\n {6}allowed: read and write\n {6}this month: \$0\.01 spent/,
    );
    expect(code).toBe(0);
  });

  it.each([
    ['x', { TOKEN: 'read-only' }, false, 'read only', '“Read and write”'],
    ['x', { TOKEN: 'user-ada' }, true, 'read and write', ''],
    ['mastodon', { TOKEN: 'read-only' }, false, 'read', 'write:statuses'],
    ['mastodon', { TOKEN: 'user-ada' }, true, 'read, write', ''],
    ['bluesky', { IDENTIFIER: 'ada.test', APP_PASSWORD: 'abcd-efgh-ijkl-mnop' }, true, 'an app password', ''],
  ])('says what credentials on %s allow: %j', async (network, values, mayPublish, permissions, says) => {
    const settings = `accounts:\n  one: { network: ${network}, base_url: "${sandbox.url}" }\n`;
    writeFileSync(join(folder, 'config/threadmill.yaml'), settings);
    const own = Object.fromEntries(
      Object.entries(values).map(([end, value]) => [`THREADMILL_ONE_${end}`, value]),
    );
    const io = fakeIo({ cwd: folder, env: own });
    expect(await run(['accounts', 'check', '--json'], io)).toBe(mayPublish ? 0 : 3);
    const [one] = JSON.parse(io.out()) as { message: string }[];
    expect(one).toMatchObject({ ok: mayPublish, may_publish: mayPublish, permissions });
    expect(one?.message.toLowerCase()).toContain(says.toLowerCase());
    if (mayPublish) return;
    // Nothing of a thread is sent with them either.
    mkdirSync(join(folder, 'posts'));
    writeFileSync(join(folder, 'posts/a.md'), 'One.\n\n---\n\nTwo.\n');
    const sending = fakeIo({ cwd: folder, env: own });
    const code = await run(['publish', 'posts/a.md', '--account', 'one', '--yes'], sending);
    expect({ code, err: sending.err() }).toEqual({
      code: 4,
      err: expect.stringContaining('may not publish'),
    });
    const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as {
      posts: unknown[];
      mastodon: { statuses: unknown[] };
    };
    expect([...state.posts, ...state.mastodon.statuses]).toEqual([]);
  });

  it('logs in with a refresh token again and again: the next one is kept', async () => {
    const renewing = { THREADMILL_BOX_CLIENT_ID: 'app', THREADMILL_BOX_REFRESH_TOKEN: 'refresh-ada' };
    for (let time = 0; time < 3; time += 1) {
      const io = fakeIo({ cwd: folder, env: renewing });
      expect(await run(['accounts', 'check', 'box'], io)).toBe(0);
      expect(io.out()).toContain('ok    box: logged in as @ada\n');
    }
    const io = fakeIo({ cwd: folder, env: { THREADMILL_BOX_REFRESH_TOKEN: 'refresh-ada' } });
    await run(['accounts', 'check', 'box'], io);
    expect(io.out()).toContain('THREADMILL_BOX_CLIENT_ID');
  });

  it('says which secret is missing, without asking the network, and ends with 3', async () => {
    const { code, out } = await accounts('check', 'other', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject([
      { name: 'other', ok: false, message: expect.stringContaining('THREADMILL_OTHER_API_KEY') },
    ]);
  });

  it('says that nobody answers, and ends with 3', async () => {
    await sandbox.close();
    const { code, out } = await accounts('check', 'box');
    sandbox = await startSandbox();
    expect(code).toBe(3);
    expect(out).toContain('FAIL  box: ');
  });

  it('refuses a name that is not there with 2', async () => {
    expect((await accounts('check', 'you')).err).toBe(
      'error: No account is named ‘you’; the accounts are: box, other.\n',
    );
  });
});
