import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { fakeIo } from './fake-io.ts';

type Shown = {
  readonly findings: readonly { readonly code: string; readonly severity: string }[];
  readonly threads: readonly { readonly posts: readonly { readonly text: string }[] }[];
};

/** Made by the first version (commit 9c602f5), which took markup for text. */
const FIXTURES = join(import.meta.dirname, 'fixtures/first-version');
const SENT = [
  'The ferry ran ==very late== on Monday. {{< youtube id="abc" >}}',
  '- [ ] ask the harbour master\n- [x] paint the 102 bollards\n\nSee [[Gauge Log]] for the rest.',
];

let folder: string;
let sandbox: Sandbox;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'first-version-'));
  mkdirSync(join(folder, 'config'));
  mkdirSync(join(folder, 'posts'));
  sandbox = await startSandbox({});
  writeFileSync(
    join(folder, 'config/threadmill.yaml'),
    `accounts:\n  me: { network: x, base_url: "${sandbox.url}", find_delays_ms: [1, 2] }\ndefaults: { account: me }\n`,
  );
  copyFileSync(join(FIXTURES, 'ferry.md'), join(folder, 'posts/ferry.md'));
});

afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

const frozen = (name: 'whole' | 'half'): void =>
  copyFileSync(join(FIXTURES, `${name}.thread.json`), join(folder, 'posts/ferry.thread.json'));

function edit(from: string, to: string): void {
  const file = join(folder, 'posts/ferry.md');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

async function call(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({ cwd: folder, env: { THREADMILL_ME_TOKEN: 'user-me' } });
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

async function preview(): Promise<{ texts: string[]; shown: Shown }> {
  const shown = JSON.parse((await call('preview', 'posts/ferry.md', '--json')).out) as Shown;
  return { texts: shown.threads[0]?.posts.map(({ text }) => text) ?? [], shown };
}

describe('a draft that the first version froze', () => {
  it.each(['whole', 'half'] as const)(
    'previews its frozen thread where it was not edited: %s',
    async (name) => {
      frozen(name);
      const { texts, shown } = await preview();
      const file = JSON.parse(readFileSync(join(folder, 'posts/ferry.thread.json'), 'utf8')) as {
        publications: { posts: { text: string }[] }[];
      };
      expect(texts).toEqual(file.publications[0]?.posts.map(({ text }) => text));
      expect(shown.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  it('is read as today where it was never frozen', async () => {
    expect((await preview()).texts[0]).toBe('The ferry ran very late on Monday.');
  });

  it('half of which is out can be refrozen: what is out stays, the rest is read as today', async () => {
    frozen('half');
    edit('That was the week.', 'That was the whole week.');
    const { texts, shown } = await preview();
    expect(texts).toEqual([...SENT, 'The float cost 8 euros. Mind the step.', 'That was the whole week.']);
    expect(shown.findings.map(({ code }) => code)).not.toContain('edited-after-sending');
  });

  it('is not refrozen where words of a post that is out were changed', async () => {
    frozen('half');
    edit('very late', 'quite early');
    expect((await preview()).shown.findings).toContainEqual(
      expect.objectContaining({ code: 'edited-after-sending', severity: 'error' }),
    );
  });
});
