import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { type FakeWorld, fakeIo } from './fake-io.ts';

const HOUR = 3_600_000;
const CONFIG = `defaults: { account: me, zone: Europe/Berlin }
accounts:
  me: { network: x, base_url: "http://127.0.0.1:9", slots: [mon-fri 09:00, 17:30] }
  you: { network: x, base_url: "http://127.0.0.1:9", zone: America/New_York }
`;

type Json = Record<string, unknown>;
let folder: string;

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

async function call(
  argv: readonly string[],
  world: FakeWorld = {},
): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({
    cwd: folder,
    ...world,
    env: { THREADMILL_ME_TOKEN: 'user-me', THREADMILL_YOU_TOKEN: 'user-you', ...world.env },
  });
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

const queue = async (...more: string[]): Promise<Json[]> =>
  JSON.parse((await call(['queue', '--json', ...more])).out) as Json[];
const first = async (): Promise<Json> => {
  const [one] = await queue();
  if (one === undefined) throw new Error('The queue is empty.');
  return one;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scheduling-'));
  mkdirSync(join(folder, 'config'));
  mkdirSync(join(folder, 'posts'));
  write('config/threadmill.yaml', CONFIG);
  write('posts/a.md', 'One.\n\n---\n\nTwo.\n\n---\n\nThree.\n');
  write('posts/b.md', 'Another.\n');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('schedule', () => {
  it('freezes a draft for a time, sends nothing, and says that somebody must', async () => {
    const { code, out, err } = await call(['schedule', 'posts/a.md', '--at', 'in 2h']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^scheduled: posts\/a\.md → me \(x\), 3 posts, \$0\.045: .* \(Europe\/Berlin\) {2}\w{12}\n$/,
    );
    expect(err).toContain('threadmill run');
    const one = await first();
    expect(one).toMatchObject({ state: 'scheduled', draft: 'posts/a.md', account: 'me', late: null });
    expect(Math.abs(Date.parse(String(one['publish_at'])) - Date.now() - 2 * HOUR)).toBeLessThan(30_000);
    const file = JSON.parse(readFileSync(join(folder, 'posts/a.thread.json'), 'utf8')) as {
      publications: Json[];
    };
    expect(file.publications[0]).toMatchObject({ id: one['id'], publish_at: one['publish_at'] });
  });

  it('takes the time of the front matter, in the zone of the account, and its policy', async () => {
    write('posts/c.md', '---\npublish_at: 2036-07-01T09:00\nlate: skip\naccounts: you\n---\n\nText.\n');
    expect((await call(['schedule', 'posts/c.md'])).code).toBe(0);
    expect(await first()).toMatchObject({
      publish_at: '2036-07-01T13:00:00.000Z',
      late: 'skip',
      account: 'you',
    });
    // The command line outranks it.
    expect((await call(['schedule', 'posts/c.md', '--at', '2036-07-02T09:00Z'])).out).toContain(', was ');
    expect(await first()).toMatchObject({ publish_at: '2036-07-02T09:00:00.000Z', late: 'skip' });
  });

  it('gives each draft the next slot that is free', async () => {
    expect((await call(['schedule', 'posts/a.md', 'posts/b.md', '--next'])).code).toBe(0);
    const times = (await queue()).map((one) => Date.parse(String(one['publish_at'])));
    expect(times).toHaveLength(2);
    expect(times[1]).toBeGreaterThan(times[0] ?? 0);
    for (const at of times) {
      const wall = new Date(at).toLocaleString('en-GB', {
        timeZone: 'Europe/Berlin',
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
      });
      expect(wall).toMatch(/^(Mon|Tue|Wed|Thu|Fri),? (09:00|17:30)$/);
    }
  });

  it('moves what is scheduled already rather than to send it twice', async () => {
    await call(['schedule', 'posts/a.md', '--at', 'in 2h']);
    const before = await first();
    const { code, out } = await call(['schedule', 'posts/a.md', '--at', 'in 5h']);
    expect(code).toBe(0);
    expect(out).toContain(', was ');
    const after = await queue();
    expect(after).toHaveLength(1);
    expect(after[0]?.['id']).toBe(before['id']);
  });

  it.each([
    ['no time at all', ['posts/a.md'], 2, 'posts/a.md has no publish_at'],
    ['two times', ['posts/a.md', '--at', 'in 2h', '--next'], 2, 'not both'],
    ['a past time', ['posts/a.md', '--at', '2020-01-01T09:00'], 2, 'is in the past'],
    ['a time that is none', ['posts/a.md', '--at', 'soon'], 2, 'is not a time that Threadmill understands'],
    [
      'an hour that is missing',
      ['posts/a.md', '--at', '2037-03-29 02:30'],
      2,
      'clocks go from 02:00 to 03:00',
    ],
    [
      'an hour that comes twice, without a terminal',
      ['posts/a.md', '--at', '2037-10-25 02:30'],
      2,
      'Say which',
    ],
    ['an account without slots', ['posts/a.md', '--next', '--account', 'you'], 3, 'has no slots'],
    ['a draft with errors', ['posts/bad.md', '--at', 'in 2h'], 1, 'error'],
  ])('refuses %s', async (_what, args, code, says) => {
    write('posts/bad.md', '![](missing.png)\n');
    const result = await call(['schedule', ...args]);
    expect(result.err).toContain(says);
    expect(result.code).toBe(code);
    expect(await queue()).toEqual([]);
    expect(existsSync(join(folder, 'posts/a.thread.json'))).toBe(false);
  });

  it('asks at a terminal which of two hours is meant', async () => {
    const world = { isTTY: true, answers: ['2'] };
    const { code, err } = await call(['schedule', 'posts/a.md', '--at', '2037-10-25 02:30'], world);
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('1 for the first') });
    expect((await first())['publish_at']).toBe('2037-10-25T01:30:00.000Z');
  });

  it('needs --refreeze for a draft that was edited since', async () => {
    await call(['schedule', 'posts/b.md', '--at', 'in 2h']);
    write('posts/b.md', 'Another, edited.\n');
    const refused = await call(['schedule', 'posts/b.md', '--at', 'in 3h']);
    expect(refused.code).toBe(4);
    expect(refused.err).toContain('--refreeze');
    expect((await call(['schedule', 'posts/b.md', '--at', 'in 3h', '--refreeze'])).code).toBe(0);
    const all = await queue();
    expect(all).toHaveLength(1);
    expect(all[0]?.['posts']).toMatchObject([{ text: 'Another, edited.' }]);
  });

  it('leaves no trace of a dry run', async () => {
    const { code, out, err } = await call(['schedule', 'posts/a.md', '--at', 'in 2h', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('Three.');
    expect(err).toContain('would schedule posts/a.md → me: ');
    expect(existsSync(join(folder, '.threadmill'))).toBe(false);
  });
});

describe('queue', () => {
  it('shows a table, with what is left and when it ends', async () => {
    expect((await call(['queue'])).out).toContain('The queue is empty');
    await call(['schedule', 'posts/a.md', '--at', 'in 5h']);
    await call(['schedule', 'posts/b.md', '--at', 'in 2h']);
    const { out } = await call(['queue']);
    const lines = out.trim().split('\n');
    expect(lines[0]).toMatch(/^ *when \(Europe\/Berlin\) +network +account +posts +cost +state +id$/);
    expect(lines[1]).toBe('posts/b.md');
    expect(lines[2]).toMatch(/^ {2}.* X +me +1 post +\$0\.015 +scheduled +\w{12}$/);
    expect(lines[3]).toBe('posts/a.md');
    expect(lines[4]).toMatch(/^ {2}.* X +me +3 posts +\$0\.045 +scheduled +\w{12}$/);
    expect(lines[5]).toMatch(/^me: 4 posts; ends /);
    const [, last] = await queue();
    const end = Date.parse(String(last?.['ends_at'])) - Date.parse(String(last?.['publish_at']));
    expect(end).toBe(3_000);
  });

  it('shows a week, with the free slots', async () => {
    await call(['schedule', 'posts/a.md', '--next']);
    const { out } = await call(['queue', '--week']);
    expect(out.match(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun),? \d+ \w+$/gm)).toHaveLength(7);
    expect(out).toMatch(/^ {2}(09:00|17:30) {2}me {2}posts\/a\.md {2}3 posts {2}\w{12}$/m);
    // Ten slots a week, at most one of which has passed today, and one is taken.
    expect(out.match(/\(free slot\)/g)?.length).toBeGreaterThanOrEqual(7);
  });

  it('moves, retries, cancels and shows one', async () => {
    await call(['schedule', 'posts/a.md', '--at', 'in 2h']);
    const id = String((await first())['id']);
    const moved = await call(['queue', 'move', id.slice(0, 6), '--at', '2036-07-01 09:00']);
    expect(moved.code).toBe(0);
    expect(moved.out).toContain('scheduled for');
    expect((await first())['publish_at']).toBe('2036-07-01T07:00:00.000Z');
    expect((await call(['queue', 'show', id])).out).toContain('3/3  waiting  Three.');
    expect((await call(['queue', 'retry', id])).code).toBe(0);
    expect(Date.parse(String((await first())['publish_at']))).toBeLessThanOrEqual(Date.now());
    const cancelled = await call(['queue', 'cancel', 'posts/a.md', '--json']);
    expect(JSON.parse(cancelled.out)).toMatchObject({ id, state: 'cancelled' });
    expect(await queue()).toEqual([]);
    const again = await call(['queue', 'cancel', id]);
    expect(again).toMatchObject({ code: 4, err: expect.stringContaining('cancelled already') });
    expect((await call(['queue', 'retry', id])).err).toContain('nothing to try again');
    expect((await call(['queue', 'move', id, '--at', 'in 2h'])).code).toBe(4);
    // Its draft names it still, until there is another.
    expect((await call(['history', 'posts/a.md'])).out).toMatch(/^cancelled {2}posts\/a\.md/);
    expect((await call(['queue', 'cancel', 'posts/a.md'])).err).toContain('cancelled already');
    // A cancelled one leaves the draft free to be scheduled anew.
    expect((await call(['schedule', 'posts/a.md', '--at', 'in 2h'])).code).toBe(0);
  });

  it('tells a time in the zone in which it was meant, wherever it is shown', async () => {
    await call(['schedule', 'posts/a.md', '--at', '2036-07-01 09:00', '--account', 'you']);
    const id = String((await first())['id']);
    for (const args of [
      ['queue', 'show', id],
      ['history', id],
    ])
      expect((await call(args)).out).toContain('scheduled for Tue 1 Jul 2036, 09:00 (America/New_York)');
  });

  it('tells each time of a list in its own zone', async () => {
    await call(['schedule', 'posts/a.md', '--at', '2036-07-01 09:00', '--account', 'you']);
    await call(['schedule', 'posts/a.md', '--at', '2036-07-01 09:00', '--account', 'me']);
    const history = (await call(['history'])).out;
    const both = /2036, 09:00 \((Europe\/Berlin|America\/New_York)\)/g;
    for (const list of [history, (await call(['queue'])).out])
      expect(new Set(list.match(both))).toEqual(
        new Set(['2036, 09:00 (Europe/Berlin)', '2036, 09:00 (America/New_York)']),
      );
    const only = (await call(['queue', '--account', 'you'])).out;
    expect(only).toMatch(/^ *when \(America\/New_York\)(.|\n)*2036, 09:00 /);
  });

  it.each([
    [['queue', 'move'], 'Which publication?'],
    [['queue', 'cancel', 'nope'], 'has no publication'],
    [['queue', '--at', 'in 2h'], 'threadmill queue move ID'],
    [['queue', 'cancel', 'nope', '--next'], 'threadmill queue move ID'],
    [['queue', 'shove', 'a'], 'there is: show, move, cancel, retry'],
    [['queue', '--account', 'nobody'], 'No account is named'],
  ])('refuses %s', async (args, says) => {
    const { code, err } = await call(args);
    expect(err).toContain(says);
    expect(code).toBe(2);
  });
});
