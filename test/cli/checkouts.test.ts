import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { fakeIo } from './fake-io.ts';

type Json = Record<string, unknown>;
let top: string;
let one: string;
let two: string;
let sandbox: Sandbox;

async function call(cwd: string, ...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({ cwd, env: { THREADMILL_ME_TOKEN: 'user-me-secret' } });
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

const posted = async (): Promise<string[]> => {
  const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as { posts: { text: string }[] };
  return state.posts.map(({ text }) => text);
};

const settings = (): string =>
  `defaults: { account: me }\naccounts:\n  me: { network: x, base_url: "${sandbox.url}", find_delays_ms: [1, 2] }\n`;

/** A second checkout: the files of the first, without its journal. */
const checkOut = (): void => {
  rmSync(two, { recursive: true, force: true });
  cpSync(one, two, { recursive: true, filter: (path) => !path.endsWith('.threadmill') });
};

beforeEach(async () => {
  top = mkdtempSync(join(tmpdir(), 'checkouts-'));
  one = join(top, 'one');
  two = join(top, 'two');
  for (const folder of ['config', 'posts']) mkdirSync(join(one, folder), { recursive: true });
  sandbox = await startSandbox({});
  writeFileSync(join(one, 'config/threadmill.yaml'), settings());
  writeFileSync(join(one, 'posts/a.md'), 'One.\n\n---\n\nTwo.\n\n---\n\nThree.\n');
});

afterEach(async () => {
  await sandbox.close();
  rmSync(top, { recursive: true });
});

/** Schedules the draft, and makes it due in the frozen file too. */
async function due(): Promise<void> {
  expect((await call(one, 'schedule', 'posts/a.md', '--at', 'in 2h')).code).toBe(0);
  expect((await call(one, 'queue', 'retry', 'posts/a.md')).code).toBe(0);
}

describe('a fresh checkout', () => {
  it('sees in queue, status and history what only the frozen files know', async () => {
    await call(one, 'schedule', 'posts/a.md', '--at', 'in 2h');
    checkOut();
    expect(JSON.parse((await call(two, 'queue', '--json')).out)).toMatchObject([
      { draft: 'posts/a.md', state: 'scheduled' },
    ]);
    checkOut();
    expect(JSON.parse((await call(two, 'history', '--json')).out)).toMatchObject([{ draft: 'posts/a.md' }]);
    checkOut();
    expect(JSON.parse((await call(two, 'status', '--json')).out)).toMatchObject({
      next_due: expect.any(String),
    });
  });

  it.each([[[]], [['posts/a.md']], [['posts/a.thread.json']]])(
    'sends what is due with run --once %j',
    async (files) => {
      await due();
      checkOut();
      expect((await call(two, 'run', '--once', ...files)).code).toBe(0);
      expect(await posted()).toEqual(['One.', 'Two.', 'Three.']);
    },
  );

  it('says that a draft was never frozen, and that files are for --once', async () => {
    expect(await call(one, 'run', '--once', 'posts/a.md')).toMatchObject({
      code: 2,
      err: expect.stringContaining('has no frozen thread'),
    });
    expect(await call(one, 'run', 'posts/a.md')).toMatchObject({
      code: 2,
      err: expect.stringContaining('add --once'),
    });
  });

  it('tells of a frozen file that can’t be read, and shows the others', async () => {
    await call(one, 'schedule', 'posts/a.md', '--at', 'in 2h');
    writeFileSync(join(one, 'posts/b.thread.json'), '{');
    for (const command of ['queue', 'status', 'history']) {
      const { code, out, err } = await call(one, command);
      expect(code).toBe(0);
      expect(out).toContain(command === 'status' ? '1 scheduled' : 'posts/a.md');
      expect(err).toContain("posts/b.thread.json can't be read as a frozen thread");
    }
  });

  it('counts what the frozen files say went out this month', async () => {
    await call(one, 'publish', 'posts/a.md', '--yes');
    checkOut();
    const history = JSON.parse((await call(two, 'history', '--spending', '--json')).out) as Json[];
    expect(history).toEqual([]);
    expect((await call(two, 'publish', 'posts/a.md', '--yes')).code).toBe(4);
    expect(JSON.parse((await call(two, 'history', '--spending', '--json')).out)).toMatchObject([
      { account: 'me', usd: 0.045 },
    ]);
  });
});

describe('two checkouts of one account, with receipts that were never pushed', () => {
  it.each(['one', 'two'] as const)('send a thread once, whichever sends first: %s', async (first) => {
    await due();
    checkOut();
    const order = first === 'one' ? [one, two] : [two, one];
    for (const folder of [...order, ...order]) await call(folder, 'run', '--once');
    expect(await posted()).toEqual(['One.', 'Two.', 'Three.']);
    for (const folder of [one, two])
      expect(JSON.parse((await call(folder, 'history', '--json')).out)).toMatchObject([
        { state: 'published' },
      ]);
  });

  it('go on where the other one stopped', async () => {
    await fetch(`${sandbox.url}/sandbox/faults`, {
      method: 'POST',
      body: JSON.stringify({ faults: ['status:402@2'] }),
    });
    await due();
    checkOut();
    await call(one, 'run', '--once');
    expect(await posted()).toEqual(['One.']);
    expect((await call(two, 'run', '--once')).code).toBe(0);
    expect(await posted()).toEqual(['One.', 'Two.', 'Three.']);
  });
});

describe('a publication of another checkout whose posts can’t be told apart', () => {
  it('waits for a person, and goes out once they said that it was not posted', async () => {
    await due();
    checkOut();
    const post = (text: string): Promise<Response> =>
      fetch(`${sandbox.url}/2/tweets`, {
        method: 'POST',
        headers: { authorization: 'Bearer user-me-secret', 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      });
    // Another tool's posts, which differ from the first one by their marks only.
    for (const text of ['One!', 'One…']) await post(text);
    await call(two, 'run', '--once');
    const asked = (await call(two, 'history', 'posts/a.md')).out;
    expect(asked).toContain('--not-posted');
    expect((await call(two, 'resolve', 'posts/a.md', '--not-posted')).code).toBe(0);
    expect((await call(two, 'resume', 'posts/a.md')).code).toBe(0);
    expect(await posted()).toEqual(['One!', 'One…', 'One.', 'Two.', 'Three.']);
  });
});

describe('a worker that is running', () => {
  it('sends what arrives in frozen files, at the time that they say', async () => {
    checkOut();
    const stop = new AbortController();
    const io = fakeIo({ cwd: two, env: { THREADMILL_ME_TOKEN: 'user-me-secret' }, signal: stop.signal });
    const ended = run(['run'], io);
    const until = async (text: string): Promise<void> => {
      while (!io.out().includes(text)) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await until('"msg":"worker started"');
    writeFileSync(join(two, 'posts/broken.thread.json'), '{');
    await due();
    cpSync(join(one, 'posts'), join(two, 'posts'), { recursive: true });
    await until('"msg":"published"');
    expect(await posted()).toEqual(['One.', 'Two.', 'Three.']);
    stop.abort();
    expect(await ended).toBe(0);
    expect(io.out().match(/broken\.thread\.json can't be read/g)).toHaveLength(1);
  }, 30_000);
});

/** The frozen file of the first checkout goes to the second, as with a `git pull`. */
const pull = (): void => cpSync(join(one, 'posts/a.thread.json'), join(two, 'posts/a.thread.json'));

describe('a publication that was changed in another checkout', () => {
  const first = async (folder: string): Promise<Json> =>
    (JSON.parse((await call(folder, 'history', '--json')).out) as Json[])[0] ?? {};

  beforeEach(async () => {
    await call(one, 'schedule', 'posts/a.md', '--at', '2036-07-01 09:00 Asia/Tokyo');
    checkOut();
    expect(await first(two)).toMatchObject({ publish_at: '2036-07-01T00:00:00.000Z' });
  });

  it('has the time, the zone and the policy that were set last', async () => {
    await call(one, 'schedule', 'posts/a.md', '--at', '2036-07-02 09:00 Europe/Berlin', '--late', 'skip');
    pull();
    expect((await call(two, 'queue')).out).toMatch(/Europe\/Berlin(.|\n)*Wed 2 Jul 2036, 09:00/);
    const frozen = JSON.parse(readFileSync(join(two, 'posts/a.thread.json'), 'utf8')) as Json;
    expect(frozen).toMatchObject({ publications: [{ late: 'skip', zone: 'Europe/Berlin' }] });
    // And back again: what was set here later is not undone by the older file.
    await call(two, 'queue', 'move', 'posts/a.md', '--at', '2036-07-03 09:00 UTC');
    pull();
    expect(await first(two)).toMatchObject({ publish_at: '2036-07-03T09:00:00.000Z' });
    cpSync(join(two, 'posts/a.thread.json'), join(one, 'posts/a.thread.json'));
    expect(await first(one)).toMatchObject({ publish_at: '2036-07-03T09:00:00.000Z' });
  });

  it.each([
    ['moved', ['queue', 'move', 'posts/a.md', '--at', '2036-07-02 09:00'], 'scheduled'],
    ['cancelled', ['queue', 'cancel', 'posts/a.md'], 'cancelled'],
  ])('is not sent when it was %s while it was due', async (_what, argv, state) => {
    await call(two, 'queue', 'retry', 'posts/a.md');
    await call(one, ...argv);
    pull();
    expect((await call(two, 'run', '--once')).code).toBe(0);
    expect(await posted()).toEqual([]);
    expect(await first(two)).toMatchObject({ state });
  });
});

describe('a draft that is moved with its frozen file', () => {
  it('is the same publication at its new path, and is written there', async () => {
    await due();
    renameSync(join(one, 'posts/a.md'), join(one, 'posts/b.md'));
    renameSync(join(one, 'posts/a.thread.json'), join(one, 'posts/b.thread.json'));
    expect(JSON.parse((await call(one, 'queue', '--json')).out)).toMatchObject([{ draft: 'posts/b.md' }]);
    expect((await call(one, 'run', '--once')).code).toBe(0);
    expect(await posted()).toEqual(['One.', 'Two.', 'Three.']);
    expect(existsSync(join(one, 'posts/a.thread.json'))).toBe(false);
    expect(readFileSync(join(one, 'posts/b.thread.json'), 'utf8')).toContain('"receipt": {');
    expect(await call(one, 'publish', 'posts/b.md', '--yes')).toMatchObject({
      code: 4,
      err: expect.stringContaining('was published'),
    });
    expect(await posted()).toHaveLength(3);
  });

  it('leaves nothing to commit after commands that only look', async () => {
    await due();
    renameSync(join(one, 'posts/a.md'), join(one, 'posts/b.md'));
    renameSync(join(one, 'posts/a.thread.json'), join(one, 'posts/b.thread.json'));
    const before = readFileSync(join(one, 'posts/b.thread.json'), 'utf8');
    for (const command of ['queue', 'status', 'history'])
      expect(await call(one, command, '--json')).toMatchObject({ code: 0 });
    expect(readFileSync(join(one, 'posts/b.thread.json'), 'utf8')).toBe(before);
  });

  it('is not the same where it was copied', async () => {
    await call(one, 'publish', 'posts/a.md', '--yes');
    cpSync(join(one, 'posts/a.md'), join(one, 'posts/b.md'));
    cpSync(join(one, 'posts/a.thread.json'), join(one, 'posts/b.thread.json'));
    const { code, err } = await call(one, 'publish', 'posts/b.md', '--yes');
    expect([code, err]).toEqual([4, expect.stringContaining('the same thread')]);
    expect(await posted()).toHaveLength(3);
  });
});

describe('a draft that was edited after it was scheduled', () => {
  it.each([
    [['queue']],
    [['queue', 'show', 'posts/a.md']],
    [['queue', 'move', 'posts/a.md', '--at', 'in 3h']],
    [['status']],
    [['history', 'posts/a.md']],
    [['resume', 'posts/a.md']],
  ])('is told of by %j', async (argv) => {
    await call(one, 'schedule', 'posts/a.md', '--at', 'in 2h');
    expect((await call(one, 'queue')).err).not.toContain('edited');
    writeFileSync(join(one, 'posts/a.md'), 'Five.\n');
    const { err } = await call(one, ...argv);
    expect(err).toContain('posts/a.md was edited since it was frozen for me');
    expect(err).toContain('--diff posts/a.md');
    expect(err).toContain('--refreeze posts/a.md');
  });

  it.each([[['preview', 'posts/a.md']], [['lint', 'posts/a.md']], [['doctor']]])(
    'is told of by %j too',
    async (argv) => {
      await call(one, 'schedule', 'posts/a.md', '--at', 'in 2h');
      expect((await call(one, ...argv)).out).not.toContain('edited since');
      writeFileSync(join(one, 'posts/a.md'), 'Five.\n');
      const { out } = await call(one, ...argv);
      const words = out.replace(/\s+/g, ' ');
      expect(words).toContain('was edited since it was frozen for me; the frozen text will be published');
      expect(words).toMatch(/preview --diff.*--refreeze/);
    },
  );

  it('includes the edit with schedule --refreeze, at the time that it has', async () => {
    await call(one, 'schedule', 'posts/a.md', '--at', '2036-07-01 09:00 Asia/Tokyo');
    writeFileSync(join(one, 'posts/a.md'), 'Edited.\n');
    const { code, out } = await call(one, 'schedule', '--refreeze', 'posts/a.md');
    expect([code, out]).toEqual([0, expect.stringContaining('Tue 1 Jul 2036, 09:00 (Asia/Tokyo)')]);
    expect(JSON.parse((await call(one, 'queue', '--json')).out)).toMatchObject([
      { publish_at: '2036-07-01T00:00:00.000Z', posts: [{ text: 'Edited.' }] },
    ]);
  });

  it('goes out as it was frozen, and the worker’s log says so', async () => {
    await due();
    writeFileSync(join(one, 'posts/a.md'), 'Something else.\n');
    expect((await call(one, 'run', '--once')).out).toContain('was edited since it was frozen');
    expect(await posted()).toEqual(['One.', 'Two.', 'Three.']);
  });
});

it('pauses a scheduled draft whose draft and frozen file were both deleted, and says so', async () => {
  await due();
  rmSync(join(one, 'posts/a.md'));
  rmSync(join(one, 'posts/a.thread.json'));
  await call(one, 'run', '--once');
  expect(await posted()).toEqual([]);
  const [record] = JSON.parse((await call(one, 'queue', '--json')).out) as Json[];
  expect(record).toMatchObject({
    state: 'paused',
    reason: 'frozen-file',
    message: expect.stringContaining('were deleted'),
  });
  expect(existsSync(join(one, 'posts/a.thread.json'))).toBe(false);
});
