import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { parseFault, type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type FakeWorld, fakeIo } from './fake-io.ts';

type Shown = { readonly code: number; readonly out: string; readonly err: string };
type Stored = { readonly id: string; readonly text: string; readonly parentId: string | null };

const DRAFT = 'One.\n\n---\n\nTwo.\n\n---\n\nThree.\n';
const TEXTS = ['One.', 'Two.', 'Three.'];

let folder: string;
let sandbox: Sandbox;

async function start(options: SandboxOptions = {}, account = ''): Promise<void> {
  sandbox = await startSandbox(options);
  writeFileSync(
    join(folder, 'config/threadmill.yaml'),
    `accounts:
  me: { network: x, base_url: "${sandbox.url}", find_delays_ms: [1, 2]${account} }
  you: { network: x, base_url: "${sandbox.url}", find_delays_ms: [1, 2] }
defaults: { account: me }
`,
  );
}

const faults = (...texts: string[]): SandboxOptions => ({ faults: texts.map(parseFault) });
const write = (name: string, text = DRAFT): void => writeFileSync(join(folder, name), text);

async function call(argv: readonly string[], world: FakeWorld = {}): Promise<Shown> {
  const env = { THREADMILL_ME_TOKEN: 'user-me', THREADMILL_YOU_TOKEN: 'user-you' };
  const io = fakeIo({ cwd: folder, env, ...world });
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

async function posts(): Promise<Stored[]> {
  return ((await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as { posts: Stored[] }).posts;
}

const setFaults = (...texts: string[]): Promise<Response> =>
  fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults: texts }) });

const history = async (): Promise<Record<string, unknown>> =>
  JSON.parse((await call(['history', 'posts/a.md', '--json'])).out) as Record<string, unknown>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'publishing-'));
  mkdirSync(join(folder, 'config'));
  mkdirSync(join(folder, 'posts'));
  write('posts/a.md');
});

afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

describe('publish', () => {
  it('sends a draft as a thread, tells each URL, and ends with 0', async () => {
    await start();
    const { code, out, err } = await call(['publish', 'posts/a.md', '--yes']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const sent = await posts();
    expect(sent.map(({ text }) => text)).toEqual(TEXTS);
    expect(sent.map(({ parentId }) => parentId)).toEqual([null, sent[0]?.id, sent[1]?.id]);
    expect(out).toContain('posts/a.md → me (x): 3 posts, $0.045');
    for (const [index, { id }] of sent.entries())
      expect(out).toContain(`${index + 1}/3  ${sandbox.url}/me/status/${id}`);
    expect(out).toContain('published: posts/a.md → me, 3 of 3 posts, $0.045');
    const again = await call(['publish', 'posts/a.md', '--yes']);
    expect(again.code).toBe(4);
    expect(again.err).toContain('--again');
    expect(await posts()).toHaveLength(3);
  });

  it('asks at a terminal, and sends nothing without a yes', async () => {
    await start();
    const no = await call(['publish', 'posts/a.md'], { isTTY: true, answers: [''] });
    expect(no.code).toBe(4);
    expect(no.err).toContain('3 posts, $0.045\nPublish? [y/N] Nothing was sent.');
    expect(no.err).toMatch(/╭─ 1\/3 [\s\S]*│ Three\.[\s\S]*Publish\?/);
    expect(existsSync(join(folder, 'posts/a.thread.json'))).toBe(false);
    expect((await call(['publish', 'posts/a.md'], { isTTY: true, answers: ['y'] })).code).toBe(0);
    expect(await posts()).toHaveLength(3);
  });

  it('needs --yes where there is nobody to ask', async () => {
    await start();
    const { code, err } = await call(['publish', 'posts/a.md']);
    expect(code).toBe(2);
    expect(err).toContain('--yes');
    expect(await posts()).toEqual([]);
  });

  it('says that all is out where it was killed behind its last post, and sends none again', async () => {
    await start();
    await call(['publish', 'posts/a.md', '--yes']);
    const database = new DatabaseSync(join(folder, '.threadmill/threadmill.db'));
    database.exec("update publications set state = 'publishing', finished_at = null");
    database.close();
    const { code, out } = await call(['publish', 'posts/a.md', '--yes']);
    expect(code).toBe(0);
    expect(out).toContain('posts/a.md → me (x): already published (3 posts); nothing to send');
    expect(out).toContain('published: posts/a.md → me, 3 of 3 posts');
    expect(await posts()).toHaveLength(3);
  });

  it('leaves no trace of a dry run', async () => {
    await start();
    const { code, out, err } = await call(['publish', 'posts/a.md', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('Three.');
    expect(err).toContain('would publish posts/a.md → me (x): 3 posts, $0.045');
    expect(existsSync(join(folder, '.threadmill'))).toBe(false);
    expect(existsSync(join(folder, 'posts/a.thread.json'))).toBe(false);
    expect(await posts()).toEqual([]);
  });

  it('prints the publications as JSON, and nothing else on stdout', async () => {
    await start();
    const { out, err } = await call(['publish', 'posts/a.md', '--yes', '--json']);
    expect(JSON.parse(out)).toMatchObject([
      { draft: 'posts/a.md', account: 'me', network: 'x', state: 'published', cost_usd: 0.045, until: null },
    ]);
    expect(err).toContain('3/3');
  });

  it('sends for several accounts, and marks whose line it is', async () => {
    await start();
    const { code, out } = await call([
      'publish',
      'posts/a.md',
      '--account',
      'me',
      '--account',
      'you',
      '--yes',
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^me {2}3\/3/m);
    expect(out).toMatch(/^you {2}3\/3/m);
    expect(out).toMatch(/^posts\/a\.md {2}X {2}me {3}published 3\/3 {2}http:\S+\/status\/\d+$/m);
    expect(out).toMatch(/^posts\/a\.md {2}X {2}you {2}published 3\/3 {2}http:\S+\/status\/\d+$/m);
    expect(await posts()).toHaveLength(6);
  });

  it('is not stopped by a bad draft among good ones', async () => {
    await start();
    write('posts/bad.md', '---\nkind: nonsense\n---\n\nText.\n');
    const { code, err } = await call(['publish', 'posts/bad.md', 'posts/missing.md', 'posts/a.md', '--yes']);
    expect(code).toBe(1);
    expect(err).toContain('posts/bad.md has 1 error');
    expect(err).toContain('posts/missing.md');
    expect((await posts()).map(({ text }) => text)).toEqual(TEXTS);
  });

  it('says what to do where there is no account, or no secret', async () => {
    await start();
    const secret = await call(['publish', 'posts/a.md', '--yes'], { env: {} });
    expect(secret.code).toBe(3);
    expect(secret.err).toContain('THREADMILL_ME_TOKEN');
    writeFileSync(join(folder, 'config/threadmill.yaml'), 'defaults: { networks: [x] }\n');
    const { code, err } = await call(['publish', 'posts/a.md', '--yes']);
    expect(code).toBe(3);
    expect(err).toContain('no account on x is configured');
  });

  it('keeps a refused thread paused with its reason, and goes on after', async () => {
    await start(faults('status:402@2'));
    const { code, err } = await call(['publish', 'posts/a.md', '--yes']);
    expect(code).toBe(5);
    expect(err).toMatch(/^paused: .*credits/m);
    expect(err).toMatch(
      /Continue with: threadmill resume \w{12}, or delete what was published with: threadmill undo/,
    );
    expect(await history()).toMatchObject({ state: 'paused', reason: 'money' });
    const resumed = await call(['resume', 'posts/a.md']);
    expect(resumed.code).toBe(0);
    expect((await posts()).map(({ text }) => text)).toEqual(TEXTS);
  });

  it('finds a post whose answer was lost, and does not send it again', async () => {
    await start(faults('drop-response@2'));
    const { code, out } = await call(['publish', 'posts/a.md', '--yes']);
    expect(code).toBe(0);
    expect(out).toContain('2/3  outcome unknown');
    expect(out).toMatch(/^2\/3 .*\(already published\)$/m);
    expect(await posts()).toHaveLength(3);
  });

  it('tells an empty window as a pause, with its end', async () => {
    await start({ limits: { publish15min: 2 } });
    const { code, err } = await call(['publish', 'posts/a.md', '--yes', '--no-wait']);
    expect(code).toBe(5);
    expect(err).toMatch(/paused until .+ \(.+\), in \d+ \w+: .*15min/);
    expect((await call(['history'])).out).toMatch(
      /^posts\/a\.md\n {2}paused {2}X {2}me {2}2 of 3 posts .* http\S+\n {4}paused until/,
    );
    expect(await history()).toMatchObject({
      state: 'paused',
      reason: 'rate-limited',
      until: expect.any(String),
    });
  });

  it('does not begin what can’t be ended, and says so', async () => {
    await start({}, ', posts_per_hour: 2');
    const { code, err } = await call(['publish', 'posts/a.md', '--yes']);
    expect(code).toBe(4);
    expect(err).toContain(
      'Account me may send at most 2 posts an hour (posts_per_hour), and the thread has 3.',
    );
    expect(await posts()).toEqual([]);
  });

  it('ends with 6 where a post’s outcome is unknown, and resolve settles it', async () => {
    await start(faults('status:402@2'));
    await call(['publish', 'posts/a.md', '--yes']);
    // Somebody goes on by hand with other words: then only a person can tell which post is which.
    const [first] = await posts();
    const headers = { authorization: 'Bearer user-me' };
    const body = JSON.stringify({ text: 'By hand.', reply: { in_reply_to_tweet_id: first?.id } });
    await fetch(`${sandbox.url}/2/tweets`, { method: 'POST', headers, body });
    await setFaults('drop-request@1');
    const { code, out } = await call(['resume', 'posts/a.md']);
    expect(code).toBe(6);
    expect(out).toContain("Can't tell whether post 2 of 3 was published");
    expect(out).not.toContain('Settle it with');
    expect((await call(['resume', 'posts/a.md'])).code).toBe(6);
    const [id] = /(?<=threadmill resolve )\w{12}/.exec(out) ?? [''];
    const settled = await call(['resolve', id, '--not-posted']);
    expect(settled.code).toBe(0);
    expect(settled.out).toContain('paused: the unknown post is settled');
    expect(settled.out).not.toContain('resolve');
    expect((await call(['resume', id])).code).toBe(0);
    expect((await posts()).map(({ text }) => text)).toEqual(['One.', 'By hand.', 'Two.', 'Three.']);
  });

  it('stops after the request in flight, keeps everything, and goes on', async () => {
    await start();
    const stop = new AbortController();
    stop.abort();
    const { code, err } = await call(['publish', 'posts/a.md', '--yes'], { signal: stop.signal });
    expect(code).toBe(4);
    expect(err).toContain('threadmill resume');
    expect(await history()).toMatchObject({ state: 'paused', reason: 'stopped' });
    expect((await call(['publish', 'posts/a.md', '--yes'])).code).toBe(0);
    expect((await posts()).map(({ text }) => text)).toEqual(TEXTS);
  });

  it('obeys the kill switch', async () => {
    await start();
    mkdirSync(join(folder, '.threadmill'));
    write('.threadmill/STOP', '');
    const { code, err } = await call(['publish', 'posts/a.md', '--yes']);
    expect(code).toBe(4);
    expect(err).toContain('.threadmill/STOP');
    expect(await posts()).toEqual([]);
  });

  it.each([
    ['posts/a.thread.json', 4, "posts/a.thread.json can't be read"],
    ['.threadmill/threadmill.db', 4, 'threadmill.db'],
  ])('sends nothing where %s can’t be written: one sentence, no stack', async (path, expected, words) => {
    await start();
    mkdirSync(join(folder, path), { recursive: true });
    const { code, err } = await call(['publish', 'posts/a.md', '--yes']);
    expect(code).toBe(expected);
    expect(err).toContain(words);
    expect(err).not.toMatch(/\n\s+at /);
    expect(await posts()).toEqual([]);
  });

  it('sends nothing while the journal is damaged, and rebuilds it from the frozen files', async () => {
    await start(faults('status:402@3'));
    await call(['publish', 'posts/a.md', '--yes']);
    const path = join(folder, '.threadmill/threadmill.db');
    writeFileSync(path, 'no database '.repeat(500));
    rmSync(`${path}-wal`, { force: true });
    rmSync(`${path}-shm`, { force: true });
    const damaged = await call(['publish', 'posts/a.md', '--yes']);
    expect(damaged.code).toBe(4);
    expect(damaged.err).toContain('rebuilt from the frozen files');
    rmSync(path);
    expect((await call(['resume', 'posts/a.md'])).code).toBe(0);
    expect((await posts()).map(({ text }) => text)).toEqual(TEXTS);
  });

  it('names the process that holds the account', async () => {
    await start();
    await call(['history']);
    await call(['publish', 'posts/a.md', '--dry-run']);
    write('posts/b.md', 'Something else.\n');
    await call(['publish', 'posts/b.md', '--yes']);
    const database = new DatabaseSync(join(folder, '.threadmill/threadmill.db'));
    database.exec(
      `insert into leases values ('me', 't', 'process 7 on other #x/y/z#b', ${Date.now() + 60_000})`,
    );
    database.close();
    const { code, err } = await call(['publish', 'posts/a.md', '--yes']);
    expect(code).toBe(4);
    expect(err).toContain('Another threadmill (process 7 on other) is publishing for the account me.');
  });
});

describe('undo and resolve', () => {
  it('take a thread back, last first', async () => {
    await start();
    await call(['publish', 'posts/a.md', '--yes']);
    const { code, out } = await call(['undo', 'posts/a.md', '--yes']);
    expect(code).toBe(0);
    expect([...out.matchAll(/^(\d)\/3 {2}removed/gm)].map((match) => match[1])).toEqual(['3', '2', '1']);
    expect(out).toContain('\n  3 posts removed, $0.045');
    expect(await posts()).toEqual([]);
    expect(await history()).toMatchObject({ state: 'cancelled' });
    expect((await call(['resume', 'posts/a.md'])).code).toBe(4);
  });

  it.each([
    [['resolve', 'posts/a.md'], 2, '--posted URL, or --not-posted'],
    [['resolve', 'posts/a.md', '--not-posted', '--posted', '1'], 2, '--posted URL, or --not-posted'],
    [['resolve', 'posts/a.md', '--not-posted'], 2, 'nothing to resolve'],
    [['undo', 'posts/a.md'], 2, '--yes'],
    [['resume', 'nothing'], 2, 'no publication nothing'],
    [['history', 'zz'], 2, 'no publication zz'],
    [['publish', '-', '--yes'], 2, 'not standard input'],
  ] as const)('say what is wrong with %j', async (argv, expected, words) => {
    await start();
    await call(['publish', 'posts/a.md', '--yes']);
    const { code, err } = await call(argv, argv[1] === '-' ? { stdin: 'Text.\n' } : {});
    expect(code).toBe(expected);
    expect(err).toContain(words);
  });
});

it('keeps a token out of everything that is written', async () => {
  await start();
  const env = { THREADMILL_ME_TOKEN: 'user-verysecret' };
  const { out, err } = await call(['publish', 'posts/a.md', '--yes', '--json'], { env });
  const kept = readFileSync(join(folder, 'posts/a.thread.json'), 'utf8');
  expect(out + err).not.toContain('user-verysecret');
  expect(kept).not.toContain('user-verysecret');
});
