import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';

const main = resolve(import.meta.dirname, '../../src/cli/main.ts');

/** Runs the command line in a process of its own. */
function threadmill(
  cwd: string,
  argv: readonly string[],
  env: Record<string, string>,
): Promise<[number | null, string]> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [main, ...argv], {
      cwd,
      env: { PATH: process.env['PATH'], ...env },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    child.on('close', (code) => done([code, said]));
  });
}

it('exchanges a refresh token once, whichever of several processes comes first, and all of them go on with the new pair', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'threadmill-token-'));
  const sandbox = await startSandbox();
  try {
    mkdirSync(join(folder, 'config'));
    writeFileSync(
      join(folder, 'config/threadmill.yaml'),
      `accounts:\n  me: { network: x, base_url: "${sandbox.url}" }\n`,
    );
    const env = { THREADMILL_ME_CLIENT_ID: 'my-app', THREADMILL_ME_REFRESH_TOKEN: 'refresh-gauge_keeper' };
    for (let round = 0; round < 2; round += 1) {
      const results = await Promise.all(
        [1, 2, 3].map(() => threadmill(folder, ['accounts', 'check', 'me'], env)),
      );
      for (const [code, said] of results)
        expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('@gauge_keeper') });
    }
    // The newest link is the first: exchanged once, and kept since.
    const form = {
      grant_type: 'refresh_token',
      client_id: 'my-app',
      refresh_token: 'refresh-gauge_keeper-1',
    };
    const next = await fetch(`${sandbox.url}/2/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
    });
    expect(await next.json()).toMatchObject({ refresh_token: 'refresh-gauge_keeper-2' });
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  }
});

it('renews a Bluesky session once, whichever of four processes finds it expired, and all of them go on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'threadmill-session-'));
  const sandbox = await startSandbox();
  const sessions = async (): Promise<unknown[]> => {
    const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as {
      bluesky: { sessions: Record<string, unknown> };
    };
    return Object.values(state.bluesky.sessions);
  };
  try {
    mkdirSync(join(folder, 'config'));
    writeFileSync(
      join(folder, 'config/threadmill.yaml'),
      `accounts:\n  sky: { network: bluesky, base_url: "${sandbox.url}" }\n`,
    );
    const env = { THREADMILL_SKY_IDENTIFIER: 'ada.test', THREADMILL_SKY_APP_PASSWORD: 'abcd-efgh-ijkl-mnop' };
    const check = (): Promise<[number | null, string]> =>
      threadmill(folder, ['accounts', 'check', 'sky'], env);
    expect((await check())[0]).toBe(0);
    const body = JSON.stringify({ faults: ['expire-session/bluesky.read@1'] });
    await fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body });
    for (const [code, said] of await Promise.all([check(), check(), check(), check()]))
      expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('@ada.test') });
    expect(await sessions()).toMatchObject([{ refresh: 2, access: 2 }]);
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  }
});
