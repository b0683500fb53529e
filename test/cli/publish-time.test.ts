import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { fakeIo } from './fake-io.ts';

let folder: string;
let sandbox: Sandbox;

async function publish(...argv: string[]): Promise<{ code: number; err: string; posted: string[] }> {
  const io = fakeIo({ cwd: folder, env: { THREADMILL_ME_TOKEN: 'user-me-secret' } });
  const code = await run(['publish', ...argv, '--yes'], io);
  const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as { posts: { text: string }[] };
  return { code, err: io.err(), posted: state.posts.map(({ text }) => text) };
}

const draft = (name: string, publishAt: string | undefined): void =>
  writeFileSync(
    join(folder, `posts/${name}.md`),
    `${publishAt === undefined ? '' : `---\npublish_at: ${publishAt}\n---\n`}Text of ${name}.\n`,
  );

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'publish-time-'));
  for (const name of ['config', 'posts']) mkdirSync(join(folder, name));
  sandbox = await startSandbox({});
  writeFileSync(
    join(folder, 'config/threadmill.yaml'),
    `defaults: { account: me, zone: Europe/Berlin }\naccounts:\n  me: { network: x, base_url: "${sandbox.url}", slots: [mon-fri 09:00] }\n`,
  );
});

afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

describe('publish, for a draft whose publish_at', () => {
  it.each(['2099-01-02T09:00+01:00', '2099-01-02T09:00[Asia/Tokyo]', '2099-01-02 09:00', 'next'])(
    'is still to come (%s), sends nothing alone, and sends it with --now',
    async (when) => {
      draft('a', when);
      const refused = await publish('posts/a.md');
      expect(refused).toMatchObject({ code: 4, posted: [] });
      expect(refused.err).toContain('threadmill schedule posts/a.md');
      expect(refused.err).toContain('--now');
      expect(await publish('posts/a.md', '--now')).toMatchObject({ code: 0, posted: ['Text of a.'] });
    },
  );

  it('is still to come, leaves it out among others, and lists it', async () => {
    draft('a', '2099-01-02 09:00');
    draft('b', undefined);
    const done = await publish('posts/a.md', 'posts/b.md');
    expect(done).toMatchObject({ code: 0, posted: ['Text of b.'] });
    expect(done.err).toContain('posts/a.md → me: publish_at is');
  });

  it('has passed, sends it', async () => {
    draft('a', '2020-01-02 09:00');
    expect(await publish('posts/a.md')).toMatchObject({ code: 0, posted: ['Text of a.'] });
  });
});
