import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { fakeIo } from './fake-io.ts';

let folder: string;

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

const account = (more = ''): string =>
  `accounts:\n  me: { network: x, base_url: "http://127.0.0.1:9"${more} }\n`;

type Called = { readonly code: number; readonly out: string; readonly err: string };

async function call(argv: readonly string[], TZ?: string): Promise<Called> {
  const env = { THREADMILL_ME_TOKEN: 'user-me', ...(TZ === undefined ? {} : { TZ }) };
  const io = fakeIo({ cwd: folder, env, now: Date.now });
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

const draft = (publishAt: string): void =>
  write('posts/a.md', `---\naccounts: [me]\npublish_at: ${publishAt}\n---\nText.\n`);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zones-'));
  for (const name of ['config', 'posts']) mkdirSync(join(folder, name));
  write('config/threadmill.yaml', `defaults: { zone: America/New_York }\n${account()}`);
  draft('2036-11-28T09:00[Europe/Berlin]');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Every command that shows the time of a scheduled draft. */
const SHOW: readonly (readonly string[])[] = [
  ['queue'],
  ['queue', 'show', 'posts/a.md'],
  ['history'],
  ['history', 'posts/a.md'],
];

describe('a time is shown in the zone that its draft names', () => {
  it.each([
    ['2036-11-28T09:00[Europe/Berlin]', 'Europe/Berlin', '08:00:00'],
    ['2036-11-28T09:00+05:30', 'UTC+05:30', '03:30:00'],
    ['2036-11-28T09:00Z', 'UTC', '09:00:00'],
    ['2036-11-28T09:00', 'America/New_York', '14:00:00'],
  ])('%s, by every command', async (written, zone, utc) => {
    draft(written);
    const preview = await call(['preview', 'posts/a.md']);
    expect(preview.out.replace(/\s+/g, ' ')).toContain(`set to end Fri 28 Nov 2036, 09:00 (${zone})`);
    const planned = await call(['schedule', 'posts/a.md', '--dry-run']);
    expect(planned.err).toContain(`Fri 28 Nov 2036, 09:00 (${zone})`);
    const scheduled = await call(['schedule', 'posts/a.md']);
    expect(scheduled.out).toContain(`Fri 28 Nov 2036, 09:00 (${zone})`);
    for (const argv of SHOW) {
      const { code, out } = await call(argv);
      expect([argv, code]).toEqual([argv, 0]);
      expect(out).toContain('09:00');
      expect(out).toContain(zone);
    }
    const refused = await call(['publish', 'posts/a.md', '--yes']);
    expect(refused).toMatchObject({ code: 4, err: expect.stringContaining(`09:00 (${zone})`) });
    const frozen = JSON.parse(readFileSync(join(folder, 'posts/a.thread.json'), 'utf8'));
    expect(frozen.publications[0].publish_at).toBe(`2036-11-28T${utc}.000Z`);
  });

  it('also in a fresh checkout, which has only the frozen file', async () => {
    await call(['schedule', 'posts/a.md']);
    rmSync(join(folder, '.threadmill'), { recursive: true });
    rmSync(join(folder, 'posts/a.md'));
    expect((await call(['queue'])).out).toMatch(/^ *when \(Europe\/Berlin\)(.|\n)*2036, 09:00/);
  });
});

describe('a wall-clock time is read', () => {
  it.each([
    ['in the zone of the draft', ', zone: Asia/Tokyo', '2036-11-28T09:00[Europe/Berlin]', 'Europe/Berlin'],
    [
      'in that of the account, not in an offset',
      ', zone: Asia/Tokyo',
      '2036-11-28T09:00+05:30',
      'Asia/Tokyo',
    ],
    ['in that of the account', ', zone: Asia/Tokyo', '2036-11-28T09:00', 'Asia/Tokyo'],
    ['in that of the configuration', '', '2036-11-28T09:00', 'America/New_York'],
  ])('%s, and its zone is shown', async (_what, more, publishAt, zone) => {
    write('config/threadmill.yaml', `defaults: { zone: America/New_York }\n${account(more)}`);
    draft(publishAt);
    await call(['schedule', 'posts/a.md']);
    const moved = await call(['queue', 'move', 'posts/a.md', '--at', 'mon 17:30']);
    expect(moved.out).toContain(`17:30 (${zone})`);
    const again = await call(['schedule', 'posts/a.md', '--at', 'tue 17:30']);
    expect(again.out).toContain(`17:30 (${zone})`);
  });

  it('in the zone of the machine, where nothing else names one', async () => {
    write('config/threadmill.yaml', account());
    draft('2036-07-01T09:00');
    expect((await call(['preview', 'posts/a.md'], 'Asia/Tokyo')).out).toContain('09:00 (Asia/Tokyo)');
    await call(['schedule', 'posts/a.md'], 'Asia/Tokyo');
    const moved = await call(['queue', 'move', 'posts/a.md', '--at', 'mon 17:30'], 'Asia/Tokyo');
    expect(moved.out).toContain('17:30 (Asia/Tokyo)');
    expect((await call(['status'], 'Asia/Tokyo')).out).toMatch(/^next: .*17:30 \(Asia\/Tokyo\)$/m);
    expect((await call(['queue', '--week'], 'Asia/Tokyo')).out).toContain('Times are in Asia/Tokyo.');
  });
});

it.each(['', 'Mars/Olympus', ':', '/etc/localtime'])(
  'takes UTC where TZ is %j, by every command',
  async (TZ) => {
    write('config/threadmill.yaml', account());
    draft('2036-07-01T09:00');
    for (const argv of [
      ['preview', 'posts/a.md'],
      ['lint', 'posts/a.md'],
      ['schedule', 'posts/a.md'],
      ...SHOW,
      ['queue', 'move', 'posts/a.md', '--at', 'mon 17:30'],
      ['queue', '--week'],
      ['status'],
      ['new', 'update', 'A title'],
    ]) {
      const { code, out } = await call(argv, TZ);
      expect([argv, code]).toEqual([argv, 0]);
      if (argv[0] !== 'lint' && argv[0] !== 'new') expect(out).toContain('UTC');
    }
    expect((await call(['doctor'], TZ)).out).toContain('times without a zone are read as UTC');
  },
);

it.each([
  ['2036-03-30T02:30[Europe/Berlin]', 'There is no 02:30 on 2036-03-30 in Europe/Berlin'],
  ['2036-03-30T02:30[Mars/Olympus]', 'There is no time zone ‘Mars/Olympus’'],
  ['2036-11-28T09:00+05:00[Europe/Berlin]', 'contradicts itself'],
])('preview and lint say at its line that %s is no time', async (publishAt, why) => {
  draft(publishAt);
  for (const command of ['preview', 'lint']) {
    const { code, out, err } = await call([command, 'posts/a.md']);
    expect([command, code]).toEqual([command, 1]);
    const said = `${out}${err}`.replace(/\s+/g, ' ');
    expect(said).toContain(why);
    expect(said).toMatch(/\b3:1\b.*\(setting-value\)|\(setting-value\).*\b3:1\b/);
  }
});
