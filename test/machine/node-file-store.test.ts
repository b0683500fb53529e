import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeFileStore } from '../../src/machine/node-file-store.ts';
import { isAlive, processOwner } from '../../src/machine/process-owner.ts';
import { systemClock } from '../../src/machine/system-clock.ts';

const root = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(root, { recursive: true }));
const POLL = { timeout: 5_000, interval: 20 };
const files = nodeFileStore(root, async (_draft, path) => join(root, path), isAlive);

describe('the files of a project', () => {
  it('are read and replaced, and no trace of the work is left', async () => {
    mkdirSync(join(root, 'posts'));
    expect(await files.readText('posts/a.thread.json')).toBeUndefined();
    await files.replace('posts/a.thread.json', 'one');
    await files.replace('posts/a.thread.json', 'two');
    expect(await files.readText('posts/a.thread.json')).toBe('two');
    expect(readdirSync(join(root, 'posts'))).toEqual(['a.thread.json']);
  });

  it('lose what a process left unfinished that is gone, and only that', async () => {
    mkdirSync(join(root, 'swept'));
    writeFileSync(join(root, 'swept/.b.json.999999999.tmp'), 'half');
    writeFileSync(join(root, `swept/.b.json.${process.ppid}.tmp`), 'at work');
    writeFileSync(join(root, 'swept/.other.tmp'), 'not ours');
    await files.replace('swept/b.json', 'whole');
    expect(readdirSync(join(root, 'swept')).sort()).toEqual([
      `.b.json.${process.ppid}.tmp`,
      '.other.tmp',
      'b.json',
    ]);
  });

  it('stay links where they are links', async () => {
    mkdirSync(join(root, 'linked'));
    writeFileSync(join(root, 'linked/real.json'), 'old');
    symlinkSync('real.json', join(root, 'linked/c.json'));
    await files.replace('linked/c.json', 'new');
    expect(readFileSync(join(root, 'linked/real.json'), 'utf8')).toBe('new');
    expect(statSync(join(root, 'linked/c.json')).isFile()).toBe(true);
  });

  it.each([
    ['a folder is in its place', 'blocked.json', 'io'],
    ['a file is in its folder’s place', 'file/d.json', 'io'],
  ])('can’t be written where %s: a sentence, and nothing is lost', async (_why, path, kind) => {
    mkdirSync(join(root, 'blocked.json'), { recursive: true });
    writeFileSync(join(root, 'file'), 'content');
    await expect(files.replace(path, 'x')).rejects.toMatchObject({ name: 'FileError', reason: kind, path });
    expect(readFileSync(join(root, 'file'), 'utf8')).toBe('content');
  });

  it('take turns where they are the same, and are not held up by a failure', async () => {
    const log: string[] = [];
    const work =
      (name: string, fails = false) =>
      async (): Promise<void> => {
        log.push(name);
        await Promise.resolve();
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
      };
    const turns = [files.inTurn('x', work('a', true)), files.inTurn('x', work('b'))];
    expect((await Promise.allSettled(turns)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(log).toEqual(['a', 'a ends', 'b', 'b ends']);
  });

  it('give an image’s bytes, or tell that it is missing', async () => {
    writeFileSync(join(root, 'i.png'), 'bytes');
    chmodSync(join(root, 'i.png'), 0o400);
    expect(Buffer.from((await files.readMedia('a.md', 'i.png')) ?? []).toString()).toBe('bytes');
    expect(await files.readMedia('a.md', 'none.png')).toBeUndefined();
  });
});

describe('a process', () => {
  it('knows itself, its dead and its unknown', () => {
    const owner = processOwner('birth1');
    const place = /#(.*)#/.exec(owner.name)?.[1];
    expect(owner.isDead(owner.name)).toBe(false);
    expect(owner.isDead(owner.name.replace('birth1', 'birth0'))).toBe(true);
    expect(owner.isDead(`process 999999999 on h #${place}#x`)).toBe(true);
    expect(owner.isDead(`process ${process.ppid} on h #${place}#x`)).toBe(false);
    expect(owner.isDead('process 999999999 on h #elsewhere/1/2#x')).toBe(false);
    expect(owner.isDead('something else')).toBe(false);
  });

  it.runIf(process.platform === 'linux')(
    'knows that a zombie is dead: a killed process in a container without an init',
    async () => {
      const parent = spawn('sh', ['-c', 'sleep 30 & echo $!; exec sleep 30']);
      const [line] = (await once(parent.stdout, 'data')) as [Buffer];
      const zombie = Number(line.toString());
      // A shell waits for its children; the `sleep` that takes its place never does.
      const name = (): string => readFileSync(`/proc/${parent.pid}/comm`, 'utf8');
      await expect.poll(name, POLL).toBe('sleep\n');
      process.kill(zombie, 'SIGKILL');
      await expect.poll(() => isAlive(zombie), POLL).toBe(false);
      expect(process.kill(zombie, 0)).toBe(true);
      expect(isAlive(parent.pid ?? 0)).toBe(true);
      parent.kill();
    },
  );
});

describe('the machine’s clock', () => {
  it('wakes a sleeper who is called', async () => {
    const stop = new AbortController();
    const sleeping = systemClock.sleep(3_600_000, stop.signal);
    stop.abort();
    await sleeping;
    await systemClock.sleep(3_600_000, stop.signal);
    await systemClock.sleep(0);
    expect(systemClock.random()).toBeLessThan(1);
  });
});
