import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comeBack, consent } from '../sandbox/browser.ts';
import { bareEnvironment, type Installed, installPacked } from './packed.ts';
import { type Desk, desk, hasTmux, type Terminal } from './terminal.ts';

const SANDBOX = 'http://127.0.0.1:4747';
const THREADMILL = 'npx --no-install threadmill';

/** What a person writes over the first draft. */
const DRAFT = [
  '---',
  'title: The river rose',
  'kind: post',
  'open_with: text',
  '---',
  '',
  'The river rose by 40 cm in one night, and the gauge saw it first.',
  '',
  '---',
  '',
  'Its readings are [open to everybody](https://gauge.example.org/readings).',
];

type State = {
  readonly posts: readonly { readonly text: string; readonly parentId: string | null }[];
  readonly mastodon: {
    readonly statuses: readonly { readonly text: string; readonly parentId: string | null }[];
  };
};

/** The texts of the account's records on the sandbox's PDS, oldest first. */
async function onBluesky(): Promise<string[]> {
  const query = 'repo=you.test&collection=app.bsky.feed.post&limit=100';
  const answer = await fetch(`${SANDBOX}/xrpc/com.atproto.repo.listRecords?${query}`);
  const { records } = (await answer.json()) as { records: { value: { text: string } }[] };
  return records.map(({ value }) => value.text).reverse();
}

const state = async (): Promise<State> => (await fetch(`${SANDBOX}/sandbox/state`)).json() as Promise<State>;

describe.skipIf(!hasTmux())('the first hour, typed in a terminal, with the packed package alone', () => {
  let installed: Installed;
  let person: Desk;
  let first: Terminal;
  let second: Terminal;

  beforeAll(() => {
    installed = installPacked();
    person = desk(installed.folder, bareEnvironment(dirname(installed.folder)));
    first = person.open('first');
    second = person.open('second');
  });
  afterAll(() => {
    person.close();
    rmSync(dirname(installed.folder), { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  });

  it('leads from an empty folder to a thread on three networks in under two minutes', async () => {
    const started = performance.now();
    await first.type(`${THREADMILL} init`);
    await first.until(/Account \[1\]: /);
    await first.type('1');
    await first.until(/can’t be published like this[\s\S]*\n\$\s*$/);

    await first.type('cat > posts/*-my-first-thread.md');
    for (const line of DRAFT) await first.type(line);
    first.press('C-d');

    await second.type(`${THREADMILL} sandbox`);
    await second.until(/The sandbox is running/);

    await first.type(`${THREADMILL} publish posts/*-my-first-thread.md`);
    await first.until(/Publish\? \[y\/N\] /);
    await first.type('y');
    await first.until(/(?:published: [\s\S]*){3}\n\$\s*$/);

    const { posts, mastodon } = await state();
    for (const [network, texts] of [
      ['X', posts.map(({ text }) => text)],
      ['Bluesky', await onBluesky()],
      ['Mastodon', mastodon.statuses.map(({ text }) => text)],
    ] as const) {
      expect(texts.length, network).toBeGreaterThanOrEqual(2);
      expect(texts[0], network).toBe('The river rose by 40 cm in one night, and the gauge saw it first.');
      expect(texts[1], network).toContain('Its readings are open to everybody');
    }
    for (const list of [posts, mastodon.statuses])
      expect(list.slice(1).every(({ parentId }) => parentId !== null)).toBe(true);
    const seconds = (performance.now() - started) / 1000;
    process.stderr.write(`from an empty folder to three networks: ${seconds.toFixed(0)} s\n`);
    expect(seconds).toBeLessThan(120);
  });

  it('adds an account by its keys, and shows none of them: on the screen, in ps, or in the settings', async () => {
    const keys = [
      'ApiKey4711abcdefghijklm',
      'ApiSecret4711abcdefghijklmnopqrst',
      'user-gauge_keeper.Access4711',
      'AccessSecret4711abcdefghijk',
    ];
    await first.type(`${THREADMILL} accounts add x me --method keys --server ${SANDBOX}`);
    for (const [index, label] of [
      'API key: ',
      'API key secret: ',
      'access token: ',
      'access token secret: ',
    ].entries()) {
      await first.until(new RegExp(`^${label}$`, 'm'));
      const running = execFileSync('ps', ['-eww', '-o', 'args'], { encoding: 'utf8' });
      for (const key of keys)
        expect(running.split('\n').filter((line) => line.includes(key) && !line.startsWith('tmux'))).toEqual(
          [],
        );
      await first.type(keys[index] ?? '');
    }
    await first.until(/Its credentials are in \.env/);
    expect(first.shown()).toContain('logged in as @gauge_keeper');
    const settings = readFileSync(join(installed.folder, 'config/threadmill.yaml'), 'utf8');
    for (const key of keys) {
      expect(first.shown()).not.toContain(key);
      expect(settings).not.toContain(key);
      expect(readFileSync(join(installed.folder, '.env'), 'utf8')).toContain(key);
    }
  });

  it('logs in to Mastodon in the browser', async () => {
    await first.type(`${THREADMILL} accounts add mastodon toots --method login --server ${SANDBOX}`);
    const text = await first.until(/paste the address of the page that it ends on: /);
    const url = [...text.matchAll(/^ {2}(http\S+oauth\S+)$/gm)].at(-1)?.[1] ?? '';
    await comeBack(await consent(url, 'allow'));
    await first.until(/toots is @gauge_keeper on mastodon/);
    const token =
      /^THREADMILL_TOOTS_TOKEN=(.+)$/m.exec(readFileSync(join(installed.folder, '.env'), 'utf8'))?.[1] ?? '';
    expect(token.length).toBeGreaterThan(20);
    expect(first.shown()).not.toContain(token);
  });

  it('is in good health after all of it', async () => {
    await first.type('clear');
    await first.type(`${THREADMILL} doctor; echo ended with $?`);
    expect(await first.until(/ended with \d/)).toContain('ended with 0');
  });
});
