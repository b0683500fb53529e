import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { fakeIo } from './fake-io.ts';

let folder: string;
let sandbox: Sandbox;

const IMAGE = resolve(import.meta.dirname, '../../posts/images/flat-line.png');
const ENV = {
  THREADMILL_ME_TOKEN: 'user-ada',
  THREADMILL_SKY_IDENTIFIER: 'ada.test',
  THREADMILL_SKY_APP_PASSWORD: 'abcd-efgh-ijkl-mnop',
  THREADMILL_FEDI_TOKEN: 'user-ada',
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'uploads-gone-'));
  mkdirSync(join(folder, 'config'));
  mkdirSync(join(folder, 'posts'));
  sandbox = await startSandbox();
  const account = (network: string): string =>
    `{ network: ${network}, base_url: "${sandbox.url}", find_delays_ms: [1, 2] }`;
  writeFileSync(
    join(folder, 'config/threadmill.yaml'),
    `accounts:\n  me: ${account('x')}\n  sky: ${account('bluesky')}\n  fedi: ${account('mastodon')}\n`,
  );
  copyFileSync(IMAGE, join(folder, 'posts/a.png'));
  writeFileSync(join(folder, 'posts/a.md'), 'One.\n\n![A flat line](a.png)\n\n---\n\nTwo.\n');
});
afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

async function publish(account: string): Promise<{ code: number; said: string; ms: number }> {
  const io = fakeIo({ cwd: folder, env: ENV });
  const begun = Date.now();
  const code = await run(['publish', 'posts/a.md', '--account', account, '--yes'], io);
  return { code, said: io.out() + io.err(), ms: Date.now() - begun };
}

const faults = (...list: string[]): Promise<Response> =>
  fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults: list }) });

/** How many posts of each network hold an image that the network has. */
async function pictured(): Promise<Record<string, number>> {
  const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as {
    posts: { mediaIds: string[] }[];
    media: { id: string }[];
    mastodon: { statuses: { mediaIds: string[] }[]; media: { id: string }[] };
    bluesky: { repos: { records: { value: { embed?: { images?: unknown[] } } }[] }[]; blobs: unknown[] };
  };
  const has = (media: { id: string }[]) => (one: { mediaIds: string[] }) =>
    one.mediaIds.length > 0 && one.mediaIds.every((id) => media.some((item) => item.id === id));
  const records = state.bluesky.repos.flatMap((repo) => repo.records);
  return {
    me: state.posts.filter(has(state.media)).length,
    fedi: state.mastodon.statuses.filter(has(state.mastodon.media)).length,
    sky: state.bluesky.blobs.length === 1 ? records.filter(({ value }) => value.embed?.images).length : 0,
  };
}

it.each(['me', 'sky', 'fedi'])(
  'uploads an image that the network has forgotten again, at once, and publishes: %s',
  async (account) => {
    await faults('forget-media@1');
    const { code, said, ms } = await publish(account);
    expect({ code, said }).toMatchObject({ code: 0 });
    expect(said.match(/uploading/gi)?.length).toBe(2);
    expect((await pictured())[account]).toBe(1);
    expect(ms).toBeLessThan(5_000);
  },
);
