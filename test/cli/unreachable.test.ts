import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { USUAL_WAIT_MS, waitUpToMs } from '../../src/cli/process/waiting-options.ts';
import { fakeIo } from './fake-io.ts';

let folder: string;

/** A port of this machine on which nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function call(
  argv: readonly string[],
  isTTY = false,
): Promise<{ code: number; err: string; ms: number }> {
  const env = {
    THREADMILL_X_TOKEN: 'user-x',
    THREADMILL_FEDI_TOKEN: 'user-fedi-token',
    THREADMILL_SKY_IDENTIFIER: 'sky.test',
    THREADMILL_SKY_APP_PASSWORD: 'abcd-efgh-ijkl-mnop',
  };
  const io = fakeIo({ cwd: folder, env, isTTY });
  const began = performance.now();
  const code = await run(argv, io);
  return { code, err: `${io.err()}${io.out()}`, ms: performance.now() - began };
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unreachable-'));
  for (const name of ['config', 'posts']) mkdirSync(join(folder, name));
  const port = await freePort();
  const account = (name: string, network: string, host: string): string =>
    `  ${name}: { network: ${network}, base_url: "http://${host}:${port}" }\n`;
  writeFileSync(
    join(folder, 'config/threadmill.yaml'),
    `accounts:\n${account('x', 'x', '127.0.0.1')}${account('fedi', 'mastodon', 'localhost')}${account('sky', 'bluesky', '127.0.0.1')}`,
  );
  writeFileSync(join(folder, 'posts/a.md'), 'Hello.\n');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('an address of this machine on which nothing listens', () => {
  it.each(['x', 'fedi', 'sky'])(
    'ends publish at once for %s, also at a terminal and with --wait',
    async (account) => {
      for (const [more, isTTY] of [
        [[], false],
        [[], true],
        [['--wait'], true],
      ] as const) {
        const argv = ['publish', 'posts/a.md', '--yes', '--account', account, ...more];
        const { code, err, ms } = await call(argv, isTTY);
        expect(code).toBe(4);
        expect(err).toContain('Is the sandbox running there?');
        // Five tries with growing waits take 14 s, the pause after them ten minutes.
        expect(ms).toBeLessThan(5_000);
      }
    },
  );
});

describe('how long publish and resume wait', () => {
  it.each([
    [{ wait: false, noWait: false }, true, USUAL_WAIT_MS],
    [{ wait: false, noWait: false }, false, 0],
    [{ wait: true, noWait: false }, false, Number.POSITIVE_INFINITY],
    [{ wait: true, noWait: false }, true, Number.POSITIVE_INFINITY],
    [{ wait: false, noWait: true }, true, 0],
  ])('with %j, at a terminal: %s', (options, isTTY, ms) => {
    expect(waitUpToMs(options, isTTY)).toBe(ms);
  });
});
