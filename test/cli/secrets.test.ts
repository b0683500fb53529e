import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { fakeIo } from './fake-io.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadmill-'));
  mkdirSync(join(folder, 'config'));
  writeFileSync(join(folder, 'config/threadmill.yaml'), 'accounts:\n  me: { network: x }\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

const SECRET = 'a-token-of-mine-1234';

async function call(
  argv: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({ cwd: folder, env });
  return { code: await run(argv, io), out: io.out(), err: io.err() };
}

const put = (text: string): void => writeFileSync(join(folder, 'a.md'), text);

describe('a short secret', () => {
  it.each([
    ['preview', 'a.md'],
    ['preview', 'a.md', '--json'],
    ['publish', 'a.md', '--dry-run'],
  ])('takes no word out of a post: %s %s %s', async (...argv) => {
    put('Ask me anything about rivers.');
    const { out } = await call(argv, { THREADMILL_ME_TOKEN: 'anything' });
    expect(out).toContain('Ask me anything about rivers.');
  });
});

describe('a secret in a draft', () => {
  it('is an error at its place, which names no secret, and keeps the draft from being published', async () => {
    put(`A river.\r\n\r\nSee ${SECRET} here.\r\n`);
    const lint = await call(['lint', 'a.md'], { THREADMILL_ME_TOKEN: SECRET });
    expect(lint.code).toBe(1);
    expect(lint.out + lint.err).toMatch(/3:5\b.*a credential of this project is in the text/);
    const publish = await call(['publish', 'a.md', '--yes'], { THREADMILL_ME_TOKEN: SECRET });
    expect(publish.code).toBe(1);
    expect(publish.err).not.toContain(SECRET);
  });

  it('is shown as it is in the text of the post, which is what would be sent', async () => {
    put(`See ${SECRET} here.`);
    const { code, out } = await call(['preview', 'a.md', '--json'], { THREADMILL_ME_TOKEN: SECRET });
    expect(code).toBe(1);
    const preview = JSON.parse(out) as {
      threads: { posts: { text: string }[] }[];
      findings: { code: string }[];
    };
    expect(preview.threads[0]?.posts[0]?.text).toBe(`See ${SECRET} here.`);
    expect(preview.findings.map(({ code: one }) => one)).toContain('secret-in-text');
  });
});

it('shows no password of a base_url', async () => {
  writeFileSync(
    join(folder, 'config/threadmill.yaml'),
    'accounts:\n  me: { network: x, base_url: "http://ada:hunter2hunter2@127.0.0.1:1" }\n',
  );
  for (const argv of [['accounts', 'list'], ['doctor'], ['accounts', 'check']]) {
    const { out, err } = await call(argv, {});
    expect(out + err).not.toContain('hunter2');
    expect(out + err).toContain('//[secret]@127.0.0.1:1');
  }
});

it('has example credentials that no text contains, and that are no secret', () => {
  const root = resolve(import.meta.dirname, '../..');
  const [, token = ''] =
    /^THREADMILL_SANDBOX_TOKEN=(.*)$/m.exec(readFileSync(join(root, '.env.example'), 'utf8')) ?? [];
  expect(token).toMatch(/^user-you\.[a-z-]{16,}$/);
});
