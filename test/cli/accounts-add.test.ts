import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { comeBack, consent } from '../sandbox/browser.ts';
import { type FakeIo, type FakeWorld, fakeIo } from './fake-io.ts';

const SETTINGS = `# mine
site:
  url: https://gauge.example.org # ours

accounts:
  # the first
  one:
    network: x # yes
`;

let folder = '';
let sandbox: Sandbox;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'threadmill-'));
  sandbox = await startSandbox();
  mkdirSync(join(folder, 'config'));
  writeFileSync(join(folder, 'config/threadmill.yaml'), SETTINGS);
});
afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

const file = (name: string): string => readFileSync(join(folder, name), 'utf8');
const settings = (): string => file('config/threadmill.yaml');

/** No secret in what was shown, nor in the settings. */
function expectSecret(io: FakeIo, ...secrets: string[]): void {
  for (const secret of secrets)
    for (const text of [io.out(), io.err(), settings()]) expect(text).not.toContain(secret);
}

async function add(argv: readonly string[], world: FakeWorld = {}): Promise<{ code: number; io: FakeIo }> {
  const io = fakeIo({ cwd: folder, ...world });
  return { code: await run(['accounts', 'add', ...argv], io), io };
}

const KEYS = {
  API_KEY: 'AKey1234567890abcdefghijk',
  API_SECRET: 'ASecret1234567890abcdefghijklmnopqrstuvwxyz12345678',
  ACCESS_TOKEN: 'user-gauge_keeper.and-more-of-it-1234567890',
  ACCESS_SECRET: 'AccSecret1234567890abcdefghijklmnopqrstuvwxyz12',
};

describe('accounts add x, with four keys', () => {
  it('asks for each where a person is, checks them, and writes them to .env alone', async () => {
    const answers = ['1', 'me', ...Object.values(KEYS)];
    const { code, io } = await add(['x', '--server', sandbox.url], { isTTY: true, answers });
    expect({ code, err: io.err() }).toEqual({
      code: 0,
      err: expect.stringContaining('logged in as @gauge_keeper'),
    });
    for (const words of ['Keys and tokens', 'Read and write', 'access token secret: '])
      expect(io.err()).toContain(words);
    expectSecret(io, ...Object.values(KEYS));
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
    for (const [end, value] of Object.entries(KEYS))
      expect(file('.env')).toContain(`THREADMILL_ME_${end}=${value}\n`);
    expect(settings()).toBe(
      `${SETTINGS}  me:\n    network: x\n    handle: gauge_keeper\n    base_url: ${sandbox.url}\n`,
    );
    const list = fakeIo({ cwd: folder });
    expect(await run(['accounts', 'list', 'me'], list)).toBe(0);
    expect(list.out()).toBe(`me  x · @gauge_keeper · ${sandbox.url} · credentials in .env\n`);
  });

  it('writes what the network’s own flags say, and `accounts list` shows it', async () => {
    const stdin = Object.entries(KEYS)
      .map(([end, value]) => `${end}=${value}\n`)
      .join('');
    const { code } = await add(['x', 'me', '--server', sandbox.url, '--stdin', '--premium'], { stdin });
    expect(code).toBe(0);
    expect(settings()).toContain('    premium: true\n');
    const list = fakeIo({ cwd: folder });
    await run(['accounts', 'list', 'me'], list);
    expect(list.out()).toContain(` · ${sandbox.url} · premium · `);
  });

  it.each([
    ['bluesky', ['--premium'], '--premium is only for accounts on X, and this one is on Bluesky.'],
    [
      'x',
      ['--replies-visibility', 'public'],
      '--replies-visibility is only for accounts on Mastodon, and this one is on X.',
    ],
    ['mastodon', ['--replies-visibility', 'all'], /is invalid.*public, unlisted/s],
  ])('refuses another network’s flag for %s before it asks anything: %j', async (network, flags, message) => {
    const { code, io } = await add([network, ...flags], { stdin: '' });
    expect({ code, err: io.err() }).toEqual({ code: 2, err: expect.stringMatching(message) });
    expect(settings()).toBe(SETTINGS);
  });

  it('takes them from standard input, where nobody can be asked', async () => {
    const stdin = Object.entries(KEYS)
      .map(([end, value]) => `${end}=${value}\n`)
      .join('');
    const { code, io } = await add(['x', 'me', '--server', sandbox.url, '--stdin', '--json'], { stdin });
    expect({ code, err: io.err() }).toEqual({ code: 0, err: expect.any(String) });
    const variables = Object.keys(KEYS).map((end) => `THREADMILL_ME_${end}`);
    expect(JSON.parse(io.out())).toEqual({ name: 'me', network: 'x', handle: 'gauge_keeper', variables });
    expectSecret(io, ...Object.values(KEYS));
  });

  it('takes them from the environment', async () => {
    const env = Object.fromEntries(
      Object.entries(KEYS).map(([end, value]) => [`THREADMILL_X_${end}`, value]),
    );
    const { code } = await add(['x', '--server', sandbox.url], { env, stdin: '' });
    expect(code).toBe(0);
    expect(settings()).toContain('  x:\n    network: x\n');
  });

  it('names what is missing without a terminal, and changes nothing', async () => {
    const { code, io } = await add(['x', 'me'], { stdin: '' });
    expect(code).toBe(2);
    expect(io.err()).toMatch(
      /Set THREADMILL_ME_API_KEY, .*THREADMILL_ME_ACCESS_SECRET in the environment.*--stdin/,
    );
    expect(existsSync(join(folder, '.env'))).toBe(false);
    expect(settings()).toBe(SETTINGS);
  });

  it('says what a refusal means, and changes nothing', async () => {
    const stdin = Object.entries({ ...KEYS, ACCESS_TOKEN: 'bad' })
      .map(([end, value]) => `${end}=${value}\n`)
      .join('');
    const { code, io } = await add(['x', 'me', '--server', sandbox.url, '--stdin'], { stdin });
    expect(code).toBe(3);
    expect(io.err()).toContain('Generate all four again, from one app. Nothing was changed.');
    expectSecret(io, KEYS.API_SECRET, KEYS.ACCESS_SECRET);
    expect(existsSync(join(folder, '.env'))).toBe(false);
    expect(settings()).toBe(SETTINGS);
  });

  it('says what is wrong with a value before it asks X, and shows no value', async () => {
    const bearer = 'AAAAAAAAAAAAAAAAAAAAAMLheAAAAAAA0%2BuSeid%2BULvsea4JtiGRiSDSJSI';
    const answers = ['keys', 'me', KEYS.API_KEY, KEYS.API_SECRET, bearer, bearer, bearer];
    const { code, io } = await add(['x'], { isTTY: true, answers });
    expect(code).toBe(2);
    expect(io.err()).toContain('A bearer token is something else, and can’t post.');
    expectSecret(io, KEYS.API_SECRET, bearer);
    expect(settings()).toBe(SETTINGS);
  });

  it('does not take another account’s keys for it', async () => {
    const stdin = Object.entries(KEYS)
      .map(([end, value]) => `${end}=${value}\n`)
      .join('');
    const { code, io } = await add(['x', 'me', '--server', sandbox.url, '--handle', '@ada', '--stdin'], {
      stdin,
    });
    expect(code).toBe(3);
    expect(io.err()).toContain('The credentials belong to @gauge_keeper, not to @ada. Nothing was changed.');
  });

  it('puts new keys in the place of old ones, and keeps the account’s other settings', async () => {
    writeFileSync(join(folder, 'config/threadmill.yaml'), `${SETTINGS}    monthly_cap_usd: 10 # enough\n`);
    writeFileSync(join(folder, '.env'), '# mine\nTHREADMILL_ONE_TOKEN=old\nOTHER=1\n', { mode: 0o644 });
    const stdin = Object.entries(KEYS)
      .map(([end, value]) => `${end}=${value}\n`)
      .join('');
    const { code } = await add(['x', 'one', '--method', 'keys', '--server', sandbox.url, '--stdin'], {
      stdin,
    });
    expect(code).toBe(0);
    expect(file('.env')).toMatch(/^# mine\nOTHER=1\nTHREADMILL_ONE_API_KEY=/);
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
    expect(settings()).toContain('    monthly_cap_usd: 10 # enough\n    handle: gauge_keeper\n');
  });
});

/** Runs `accounts add` while a browser consents on the page that it names. */
async function withBrowser(
  argv: readonly string[],
  decision: 'allow' | 'deny',
  world: FakeWorld = {},
): Promise<{ code: number; io: FakeIo }> {
  const io = fakeIo({ cwd: folder, stdin: '', ...world });
  const done = run(['accounts', 'add', ...argv], io);
  for (let url: string | undefined; url === undefined; ) {
    url = /^ {2}(http\S+)$/m.exec(io.err())?.[1];
    if (url !== undefined) await comeBack(await consent(url, decision));
    else if ((await Promise.race([done, new Promise((next) => setTimeout(next, 5))])) !== undefined) break;
  }
  return { code: await done, io };
}

describe('accounts add bluesky', () => {
  it('logs in with an app password, and never takes the main one', async () => {
    const password = 'abcd-efgh-ijkl-mnop';
    const answers = ['sky', 'gauge-keeper.test', password];
    const { code, io } = await add(['bluesky', '--server', sandbox.url], { isTTY: true, answers });
    expect({ code, err: io.err() }).toEqual({
      code: 0,
      err: expect.stringContaining('logged in as @gauge-keeper.test'),
    });
    expectSecret(io, password);
    expect(file('.env')).toBe(
      `THREADMILL_SKY_IDENTIFIER=gauge-keeper.test\nTHREADMILL_SKY_APP_PASSWORD=${password}\n`,
    );
    expect(settings()).toContain('  sky:\n    network: bluesky\n    handle: gauge-keeper.test\n');
    const check = fakeIo({ cwd: folder });
    expect({ code: await run(['accounts', 'check', 'sky'], check), err: check.err() }).toEqual({
      code: 0,
      err: '',
    });
    const main = await add(['bluesky', 'other', '--handle', 'ada.bsky.social'], {
      env: { THREADMILL_OTHER_APP_PASSWORD: 'correct horse' },
      stdin: '',
    });
    expect(main.code).toBe(2);
    expect(main.io.err()).not.toContain('correct horse');
  });

  it('says that the password is wrong', async () => {
    const env = { THREADMILL_SKY_APP_PASSWORD: 'bad' };
    const { code, io } = await add(['bluesky', 'sky', '--handle', 'a.test', '--server', sandbox.url], {
      env,
      stdin: '',
    });
    expect(code).toBe(3);
    expect(io.err()).toContain('The handle or the app password is wrong');
    expect(settings()).toBe(SETTINGS);
  });
});

/** The words that log in to X as `me` with an app of one's own. */
const loginToX = (): string[] =>
  `x me --method login --client-id my-app --server ${sandbox.url} --port 0`.split(' ');

describe('accounts add, with a login in the browser', () => {
  it('logs in to X: a refresh token in .env, which works again and again', async () => {
    const { code, io } = await withBrowser(loginToX(), 'allow', {
      env: { THREADMILL_ME_CLIENT_SECRET: 'a-client-secret-of-mine' },
    });
    expect({ code, err: io.err() }).toEqual({
      code: 0,
      err: expect.stringContaining('logged in as @gauge_keeper'),
    });
    expect(file('.env')).toBe(
      'THREADMILL_ME_CLIENT_ID=my-app\nTHREADMILL_ME_CLIENT_SECRET=a-client-secret-of-mine\nTHREADMILL_ME_REFRESH_TOKEN=refresh-gauge_keeper-1\n',
    );
    expectSecret(io, 'refresh-gauge_keeper', 'access-gauge_keeper', 'a-client-secret-of-mine');
    for (let time = 0; time < 2; time += 1) {
      const check = fakeIo({ cwd: folder });
      expect(await run(['accounts', 'check', 'me'], check)).toBe(0);
    }
  });

  it('logs in to an instance of Mastodon', async () => {
    const wanted = ['mastodon', 'toots', '--server', sandbox.url];
    const { code, io } = await withBrowser(wanted, 'deny');
    expect(code).toBe(3);
    expect(io.err()).toContain('You declined on Mastodon. Nothing was changed');
    expect(existsSync(join(folder, '.env'))).toBe(false);
    expect(settings()).toBe(SETTINGS);
  });

  it('says that a port is in use, and what else can be done', async () => {
    const argv = ['x', 'me', '--method', 'login', '--client-id', 'a', '--server', sandbox.url];
    const port = new URL(sandbox.url).port;
    const { code, io } = await add([...argv, '--port', port], { stdin: '' });
    expect(code).not.toBe(0);
    expect(io.err()).toMatch(/another program uses it.*--port.*--paste/);
  });
});

describe('accounts add sandbox', () => {
  it('adds an account on each network of the sandbox, once', async () => {
    const first = await add(['sandbox']);
    expect(first.code).toBe(0);
    const after = settings();
    expect(after.startsWith(SETTINGS)).toBe(true);
    for (const name of ['sandbox', 'sandbox-bluesky', 'sandbox-mastodon'])
      expect(after).toContain(`  ${name}:\n`);
    const again = await add(['sandbox']);
    expect(again.io.out()).toContain('there already');
    expect(settings()).toBe(after);
  });
});

describe('accounts remove', () => {
  it('forgets the account: settings, credentials and tokens; everything else stays', async () => {
    writeFileSync(join(folder, '.env'), '# mine\nOTHER=1\n');
    await withBrowser(loginToX(), 'allow');
    expect(await run(['accounts', 'check', 'me'], fakeIo({ cwd: folder }))).toBe(0);
    const io = fakeIo({ cwd: folder });
    expect(await run(['accounts', 'remove', 'me'], io)).toBe(0);
    expect(io.err()).toContain('ended the token of me on X');
    expect(settings()).toBe(SETTINGS);
    expect(file('.env')).toBe('# mine\nOTHER=1\n');
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(join(folder, '.threadmill/threadmill.db'), { readOnly: true });
    expect(database.prepare('SELECT count(*) AS n FROM tokens').get()).toEqual({ n: 0 });
    database.close();
  });

  it.each([
    [
      'x',
      'access-gauge_keeper-1',
      '/2/users/me',
      ['--method', 'login', '--client-id', 'my-app', '--port', '0'],
    ],
    ['mastodon', undefined, '/api/v1/accounts/verify_credentials', ['--method', 'login', '--port', '0']],
  ])('ends the token of a login on %s', async (network, known, path, argv) => {
    await withBrowser([network, 'me', '--server', sandbox.url, ...argv], 'allow');
    const token = known ?? /TOKEN=(\S+)/.exec(file('.env'))?.[1];
    const status = async (): Promise<number> => {
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(`${sandbox.url}${path}`, { headers })).status;
    };
    // A token of X is kept with the first check.
    if (known !== undefined) await run(['accounts', 'check', 'me'], fakeIo({ cwd: folder }));
    const live = known === undefined ? await status() : 200;
    expect(live).toBe(200);
    const io = fakeIo({ cwd: folder });
    expect(await run(['accounts', 'remove', 'me'], io)).toBe(0);
    expect(io.err()).toContain('ended the token of me on ');
    expect(await status()).toBe(401);
    expect(file('.env')).not.toContain('THREADMILL_ME_');
  });

  it('ends the session on Bluesky', async () => {
    const values = 'APP_PASSWORD=abcd-efgh-ijkl-mnop\n';
    const argv = ['bluesky', 'sky', '--handle', 'ada.test', '--server', sandbox.url, '--stdin'];
    expect((await add(argv, { stdin: values })).code).toBe(0);
    expect(await run(['accounts', 'check', 'sky'], fakeIo({ cwd: folder }))).toBe(0);
    expect(await run(['accounts', 'remove', 'sky'], fakeIo({ cwd: folder }))).toBe(0);
    const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as {
      bluesky: { sessions: Record<string, { revoked: boolean }> };
    };
    expect(Object.values(state.bluesky.sessions).map(({ revoked }) => revoked)).toContain(true);
  });

  it('removes an account that nobody can sign out of, and says so', async () => {
    const values = 'APP_PASSWORD=abcd-efgh-ijkl-mnop\n';
    await add(['bluesky', 'sky', '--handle', 'ada.test', '--server', sandbox.url, '--stdin'], {
      stdin: values,
    });
    await run(['accounts', 'check', 'sky'], fakeIo({ cwd: folder }));
    await sandbox.close();
    const io = fakeIo({ cwd: folder });
    expect(await run(['accounts', 'remove', 'sky'], io)).toBe(0);
    sandbox = await startSandbox();
    expect(io.err()).toContain('warning: sky: Could not end the session on Bluesky: no connection');
    expect(settings()).not.toContain('sky');
  });

  it('names threads that are still in the queue, which can be cancelled', async () => {
    await add(['sandbox']);
    mkdirSync(join(folder, 'posts'));
    writeFileSync(join(folder, 'posts/a.md'), 'Later.\n');
    const plan = ['schedule', 'posts/a.md', '--at', 'in 2h', '--account', 'sandbox'];
    expect(await run(plan, fakeIo({ cwd: folder }))).toBe(0);
    const io = fakeIo({ cwd: folder });
    expect(await run(['accounts', 'remove', 'sandbox'], io)).toBe(0);
    const id = /still in the queue: posts\/a\.md \((\w{12})\)/.exec(io.err())?.[1] ?? 'none';
    expect(await run(['queue', 'cancel', id], fakeIo({ cwd: folder }))).toBe(0);
  });

  it('says where to end credentials that go on working', async () => {
    const env = Object.fromEntries(
      Object.entries(KEYS).map(([end, value]) => [`THREADMILL_ONE_${end}`, value]),
    );
    const io = fakeIo({ cwd: folder, env });
    expect(await run(['accounts', 'remove', 'one'], io)).toBe(0);
    expect(io.err()).toContain(
      'warning: one: Its credentials still work on X. End them in the developer console (https://console.x.com), under “Keys and tokens”.',
    );
  });

  it('says which variables are still set, and refuses what is not there', async () => {
    const io = fakeIo({ cwd: folder, env: { THREADMILL_ONE_TOKEN: 'a-token-from-the-shell' } });
    expect(await run(['accounts', 'remove', 'one'], io)).toBe(0);
    expect(io.err()).toContain('THREADMILL_ONE_TOKEN is still set in this environment');
    expect(await run(['accounts', 'remove', 'one'], fakeIo({ cwd: folder }))).toBe(2);
  });
});

it.each([
  [[], 'Name one network'],
  [['myspace'], 'There is no network ‘myspace’'],
  [['x', 'Me!'], 'can’t be the name of an account'],
  [['x', 'me', '--method', 'magic'], 'There is no method ‘magic’; there is: keys, login.'],
  [['mastodon', 'me', '--server', 'ftp://x'], 'is not the address of a server'],
  [['x', 'me', '--port', 'http'], 'is not a port'],
])('refuses %j', async (argv, words) => {
  const { code, io } = await add(argv, { stdin: '' });
  expect({ code, err: io.err() }).toEqual({ code: 2, err: expect.stringContaining(words) });
});
