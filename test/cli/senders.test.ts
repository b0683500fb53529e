import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { fakeIo } from './fake-io.ts';

const GOOD = {
  THREADMILL_ME_TOKEN: 'user-me.a-token-of-the-sandbox',
  THREADMILL_FEDI_TOKEN: 'user-fedi.a-token-of-the-sandbox',
  THREADMILL_SKY_IDENTIFIER: 'sky.test',
  THREADMILL_SKY_APP_PASSWORD: 'abcd-efgh-ijkl-mnop',
};

let folder: string;
let sandbox: Sandbox;

async function call(
  argv: readonly string[],
  env: Record<string, string> = {},
  cwd = folder,
): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({ cwd, env: { ...GOOD, ...env } });
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

/** Schedules the draft for accounts. */
const schedule = (
  accounts: readonly string[],
  env: Record<string, string> = {},
  ...more: string[]
): ReturnType<typeof call> =>
  call(
    [
      'schedule',
      'posts/a.md',
      '--at',
      '2036-07-01T09:00Z',
      ...accounts.flatMap((one) => ['--account', one]),
      ...more,
    ],
    env,
  );

function configure(handle = 'me', more = ''): void {
  const account = (name: string, network: string, rest = ''): string =>
    `  ${name}: { network: ${network}, base_url: "${sandbox.url}"${rest} }\n`;
  writeFileSync(
    join(folder, 'config/threadmill.yaml'),
    `accounts:\n${account('me', 'x', `, handle: ${handle}${more}`)}${account('fedi', 'mastodon')}${account('sky', 'bluesky')}`,
  );
}

/** Sets faults of the sandbox for its next requests. */
async function fault(...faults: string[]): Promise<void> {
  const { ok } = await fetch(`${sandbox.url}/sandbox/faults`, {
    method: 'POST',
    body: JSON.stringify({ faults }),
  });
  if (!ok) throw new Error('The sandbox refuses these faults.');
}

const billed = async (): Promise<number> => {
  const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as {
    bill: { totalUsd: number };
  };
  return Math.round(state.bill.totalUsd * 1_000);
};

const booked = async (): Promise<number> =>
  (JSON.parse((await call(['history', '--spending', '--json'])).out) as { usd: number }[]).reduce(
    (sum, { usd }) => sum + Math.round(usd * 1_000),
    0,
  );

const queue = async (): Promise<{ account: string }[]> =>
  JSON.parse((await call(['queue', '--json'])).out) as { account: string }[];

const isFrozen = (): boolean => existsSync(join(folder, 'posts/a.thread.json'));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'senders-'));
  for (const name of ['config', 'posts']) mkdirSync(join(folder, name));
  sandbox = await startSandbox({});
  configure();
  writeFileSync(join(folder, 'posts/a.md'), 'One.\n');
});

afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

describe('schedule refuses accounts that can’t send, before anything is scheduled', () => {
  it.each([
    ['me', { THREADMILL_ME_TOKEN: 'bad' }, 'refuses the credentials of account me'],
    ['me', { THREADMILL_ME_TOKEN: 'user-other.a-token' }, 'belong to @other, not to @me'],
    ['fedi', { THREADMILL_FEDI_TOKEN: 'bad' }, 'refuses the credentials of account fedi'],
    ['fedi', { THREADMILL_FEDI_TOKEN: 'revoked' }, 'refuses the credentials of account fedi'],
    ['fedi', { THREADMILL_FEDI_TOKEN: 'read-only' }, 'credentials of account fedi may not publish (read)'],
    ['sky', { THREADMILL_SKY_APP_PASSWORD: 'bad' }, 'refuses the credentials of account sky'],
  ])('%s with %j', async (account, env, why) => {
    const { code, out, err } = await schedule([account], env);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain(why);
    expect(err).toContain('Nothing was scheduled.');
    expect(err).toContain('threadmill freeze posts/a.md');
    expect(isFrozen()).toBe(false);
    expect(await queue()).toEqual([]);
    expect(await booked()).toBe(await billed());
  });

  it('refuses read-only keys of X, and asks again once they may have been replaced', async () => {
    configure('sandbox');
    const refused = await schedule(['me'], { THREADMILL_ME_TOKEN: 'read-only' });
    expect(refused.code).toBe(3);
    expect(refused.err).toContain('The credentials of account me may not publish (read only).');
    expect(refused.err).toContain('Set “App permissions” to “Read and write”');
    expect(isFrozen()).toBe(false);
    await schedule(['me'], { THREADMILL_ME_TOKEN: 'read-only' });
    expect([await booked(), await billed()]).toEqual([20, 20]);
  });

  it('remembers whose keys they are: another handle is refused again without a request', async () => {
    configure('somebody');
    expect((await schedule(['me'])).code).toBe(3);
    const again = await schedule(['me']);
    expect([again.code, again.err]).toEqual([3, expect.stringContaining('belong to @me, not to @somebody')]);
    expect([await booked(), await billed()]).toEqual([10, 10]);
    configure('me');
    expect((await schedule(['me'])).code).toBe(0);
    expect([await booked(), await billed()]).toEqual([10, 10]);
  });

  it('checks every target before the first is scheduled, and names each that can’t send', async () => {
    const { code, err } = await schedule(['me', 'fedi', 'sky'], {
      THREADMILL_FEDI_TOKEN: 'bad',
      THREADMILL_SKY_APP_PASSWORD: 'bad',
    });
    expect(code).toBe(3);
    expect(err).toMatch(/account fedi.*account sky/s);
    expect(isFrozen()).toBe(false);
    expect(await queue()).toEqual([]);
    expect((await schedule(['me', 'fedi', 'sky'])).code).toBe(0);
    expect((await queue()).map(({ account }) => account).sort()).toEqual(['fedi', 'me', 'sky']);
  });

  it('asks nobody if an account has no keys at all', async () => {
    const { code, err } = await schedule(['me', 'fedi'], { THREADMILL_FEDI_TOKEN: '' });
    expect(code).toBe(3);
    expect(err).toContain('THREADMILL_FEDI_');
    expect(err).toContain('threadmill freeze posts/a.md');
    expect(await billed()).toBe(0);
  });

  it('names the draft as it is seen from the folder of the command', async () => {
    const argv = ['schedule', 'a.md', '--at', '2036-07-01T09:00Z', '--account', 'fedi'];
    const { code, err } = await call(argv, { THREADMILL_FEDI_TOKEN: 'bad' }, join(folder, 'posts'));
    expect(code).toBe(3);
    expect(err).toContain('threadmill freeze a.md\n');
  });
});

describe('what the question costs', () => {
  it('asks X once, says what that costs, books it, and never asks again', async () => {
    const first = await schedule(['me']);
    expect(first.code).toBe(0);
    expect(first.err).toContain('me: logged in as @me ($0.01)\n');
    const second = await schedule(['me']);
    expect(second.code).toBe(0);
    expect(second.err).not.toContain('logged in');
    expect([await booked(), await billed()]).toEqual([10, 10]);
    // The post itself, and nothing more to learn whose account it is.
    expect((await call(['publish', 'posts/a.md', '--yes', '--now', '--account', 'me'])).code).toBe(0);
    expect(await booked()).toBe(10 + 15);
    expect(await billed()).toBe(10 + 15);
  });

  it('asks no more after accounts check', async () => {
    expect((await call(['accounts', 'check', 'me'])).code).toBe(0);
    expect((await schedule(['me'])).code).toBe(0);
    expect([await booked(), await billed()]).toEqual([10, 10]);
  });

  it('does not ask what the month’s cap forbids', async () => {
    configure('me', ', monthly_cap_usd: 0.009');
    const { code, err } = await schedule(['me']);
    expect(code).toBe(0);
    expect(err).toContain('The credentials of account me were not checked');
    expect(err).toContain('monthly_cap_usd');
    expect(await billed()).toBe(0);
  });

  it('asks nobody in a dry run and for freeze', async () => {
    expect((await schedule(['me'], { THREADMILL_ME_TOKEN: 'bad' }, '--dry-run')).code).toBe(0);
    const freeze = await call(['freeze', 'posts/a.md', '--account', 'me'], { THREADMILL_ME_TOKEN: 'bad' });
    expect(freeze.code).toBe(0);
    expect(await billed()).toBe(0);
  });

  it('asks nobody about a draft that is refused anyway', async () => {
    expect((await schedule(['me'])).code).toBe(0);
    writeFileSync(join(folder, 'posts/a.md'), 'Two.\n');
    const { code } = await schedule(['me'], { THREADMILL_ME_TOKEN: 'user-me.another-token' });
    expect([code, await billed()]).toEqual([4, 10]);
  });
});

describe('a network that can’t be asked', () => {
  it.each(['status:503/any', 'status:429/any', 'drop-request/any', 'drop-response/any'])(
    'is said with %s, and the draft is scheduled',
    async (name) => {
      await fault(name);
      for (const account of ['me', 'fedi', 'sky']) {
        const { code, out, err } = await schedule([account]);
        expect([code, out]).toEqual([0, expect.stringContaining(`→ ${account} (`)]);
        expect(err).toContain(`warning: The credentials of account ${account} were not checked`);
      }
      expect(await queue()).toHaveLength(3);
      await fault();
      // A response that never came may have been billed, so it is booked.
      expect(await booked()).toBeGreaterThanOrEqual(await billed());
    },
  );

  it('is said if the app has no credits: they can be bought until the time comes', async () => {
    await fault('status:402/x.any');
    const { code, err } = await schedule(['me']);
    expect(code).toBe(0);
    expect(err).toContain('warning: The credentials of account me were not checked');
    expect(await queue()).toHaveLength(1);
  });

  it('is said if nothing listens at the address, and its keys are asked for at the next time', async () => {
    const { port } = new URL(sandbox.url);
    await sandbox.close();
    const offline = await schedule(['me', 'fedi', 'sky']);
    expect(offline.code).toBe(0);
    expect(offline.err.match(/were not checked/g)).toHaveLength(3);
    sandbox = await startSandbox({ port: Number(port) });
    const online = await schedule(['me', 'fedi', 'sky']);
    expect(online.code).toBe(0);
    expect(online.err).not.toContain('were not checked');
    expect([await booked(), await billed()]).toEqual([10, 10]);
  });
});

describe('an account whose credentials are gone after scheduling', () => {
  it.each([
    ['queue move', ['queue', 'move', 'posts/a.md', '--at', '2036-07-02T09:00Z']],
    ['queue retry', ['queue', 'retry', 'posts/a.md']],
  ])('is named by %s, which still does its work: another machine may have them', async (_name, argv) => {
    configure();
    expect((await schedule(['me'])).code).toBe(0);
    const { code, err } = await call(argv, { THREADMILL_ME_TOKEN: '' });
    expect(err).toContain('warning: Credentials missing for account me: set THREADMILL_ME_TOKEN');
    expect(code).toBe(0);
  });
});
