import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workerProject } from './worker-project.ts';

const mount = (...args: string[]): boolean => spawnSync('mount', args).status === 0;

const outside = mkdtempSync(join(tmpdir(), 'read-only-'));
const disk = join(outside, 'disk');
mkdirSync(disk);
// Only root may mount a disk; elsewhere there is none to try this on.
const hasDisk = mount('-t', 'tmpfs', 'tmpfs', disk);

let project: Awaited<ReturnType<typeof workerProject>>;

beforeAll(async () => {
  if (hasDisk) process.env['TMPDIR'] = disk;
  project = await workerProject({ accounts: ['a'], posts: 3, delayMs: 0 });
  delete process.env['TMPDIR'];
});

afterAll(async () => {
  if (hasDisk) mount('-o', 'remount,rw', disk);
  await project.close();
  if (hasDisk) spawnSync('umount', [disk]);
  rmSync(outside, { recursive: true, force: true });
});

it.runIf(hasDisk)('a disk that became read-only is named by every command, and loses nothing', async () => {
  const names = await project.fill('one');
  expect(mount('-o', 'remount,ro', disk)).toBe(true);
  const draft = `posts/${names[0]}.md`;
  for (const argv of [
    ['doctor'],
    ['status'],
    ['queue'],
    ['history'],
    ['run', '--once'],
    ['publish', draft],
    ['queue', 'move', draft, '--at', '2036-07-01T09:00Z'],
    ['freeze', draft, '--refreeze'],
    ['stop'],
    ['new', 'update', 'Another'],
  ]) {
    const { code, out } = await project.call(...argv);
    expect(out, argv.join(' ')).toMatch(/(the|its) disk is read-only/);
    expect([3, 4], argv.join(' ')).toContain(code);
  }
  expect(mount('-o', 'remount,rw', disk)).toBe(true);
  expect((await project.call('run', '--once')).code).toBe(0);
  await project.expectOnceEach(names);
});
