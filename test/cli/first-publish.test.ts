import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { fakeIo } from './fake-io.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadmill-'));
  mkdirSync(join(folder, 'posts'));
  writeFileSync(join(folder, 'posts/a.md'), 'The river rose.\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Whether the sandbox's own port can be had: somebody's sandbox may be running on this machine. */
const isFree = await new Promise<boolean>((free) => {
  const probe = createServer();
  probe.once('error', () => free(false));
  probe.listen(4747, '127.0.0.1', () => probe.close(() => free(true)));
});

describe('publish without an account', () => {
  it.skipIf(!isFree)(
    'offers the sandbox, publishes there, and keeps it running until it is stopped',
    async () => {
      const stop = new AbortController();
      const io = fakeIo({ cwd: folder, isTTY: true, answers: ['', 'y'], signal: stop.signal });
      const done = run(['publish', 'posts/a.md'], io);
      while (!io.err().includes('until you press Ctrl-C')) {
        const ended = await Promise.race([
          done,
          new Promise<undefined>((next) => setTimeout(() => next(undefined), 20)),
        ]);
        if (ended !== undefined) throw new Error(`ended with ${ended}: ${io.err()}`);
      }
      const page = await (await fetch('http://127.0.0.1:4747/')).text();
      expect(page).toContain('The river rose.');
      stop.abort();
      expect(await done).toBe(0);
      const settings = readFileSync(join(folder, 'config/threadmill.yaml'), 'utf8');
      expect(settings).toContain('sandbox-bluesky:');
      expect(existsSync(join(folder, '.threadmill/sandbox.json'))).toBe(true);
    },
  );

  it.skipIf(!isFree)('says at once that the sandbox is not running, and how to start it', async () => {
    await run(['accounts', 'add', 'sandbox'], fakeIo({ cwd: folder }));
    const io = fakeIo({ cwd: folder });
    const begun = Date.now();
    expect(await run(['publish', 'posts/a.md', '--yes'], io)).toBe(4);
    expect(io.err()).toContain(
      'The sandbox is not running at http://127.0.0.1:4747, so nothing was sent. Start it in a second terminal: threadmill sandbox',
    );
    expect(Date.now() - begun).toBeLessThan(5_000);
    expect(existsSync(join(folder, 'posts/a.thread.json'))).toBe(false);
  });

  it('says what can be done where the person declines, or nobody can be asked', async () => {
    const words = 'threadmill accounts add x. To try it without keys: threadmill accounts add sandbox';
    const declined = fakeIo({ cwd: folder, isTTY: true, answers: ['n'] });
    expect(await run(['publish', 'posts/a.md'], declined)).toBe(3);
    expect(declined.err()).toContain(words);
    const alone = fakeIo({ cwd: folder, stdin: '' });
    expect(await run(['publish', 'posts/a.md', '--yes'], alone)).toBe(3);
    expect(alone.err()).toContain(words);
    expect(existsSync(join(folder, 'config'))).toBe(false);
  });
});

describe('where git would take .env', () => {
  beforeEach(() => {
    execFileSync('git', ['init', '-q'], { cwd: folder });
  });
  const ignored = (): string => readFileSync(join(folder, '.gitignore'), 'utf8');

  it('new offers the lines for .gitignore', async () => {
    const io = fakeIo({ cwd: folder, isTTY: true, answers: [''] });
    expect(await run(['new', 'post', 'Mine'], io)).toBe(0);
    expect(io.out()).toMatch(/^posts\/[\w-]+-mine\.md\n$/);
    expect(ignored()).toMatch(/^\.env$/m);
    const again = fakeIo({ cwd: folder, isTTY: true });
    expect(await run(['new', 'post', 'Other'], again)).toBe(0);
    expect(again.err()).toBe('');
  });

  it('publish names the lines where nobody can be asked, and changes nothing', async () => {
    const io = fakeIo({ cwd: folder, stdin: '' });
    await run(['publish', 'posts/a.md', '--yes'], io);
    expect(io.err()).toContain('git does not ignore .env');
    expect(io.err()).toContain('.gitignore: .env and .threadmill/');
    expect(existsSync(join(folder, '.gitignore'))).toBe(false);
  });

  it('takes no for an answer', async () => {
    const io = fakeIo({ cwd: folder, isTTY: true, answers: ['n'] });
    expect(await run(['new', 'post', 'Mine'], io)).toBe(0);
    expect(existsSync(join(folder, '.gitignore'))).toBe(false);
  });
});
