import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { removeUnfinished, replaceFile } from '../../src/disk/replace-file.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'threadmill-disk-'));
const modeOf = (path: string): number => statSync(path).mode & 0o777;

it('replaces the content, keeps the mode, and leaves nothing else behind', async () => {
  const root = folder();
  const path = join(root, 'a.txt');
  writeFileSync(path, 'old');
  chmodSync(path, 0o646);
  await replaceFile(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(modeOf(path)).toBe(0o646);
  expect(readdirSync(root)).toEqual(['a.txt']);
});

it('creates a file that is not there with the mode that it is given', async () => {
  const path = join(folder(), 'secret');
  await replaceFile(path, 'x', 0o600);
  expect(modeOf(path)).toBe(0o600);
});

it('replaces the file that a link names, not the link', async () => {
  const root = folder();
  writeFileSync(join(root, 'real'), 'old');
  symlinkSync('real', join(root, 'link'));
  await replaceFile(join(root, 'link'), 'new');
  expect(readFileSync(join(root, 'real'), 'utf8')).toBe('new');
});

it('keeps the old content, and removes its own, where the new name can’t be taken', async () => {
  const root = folder();
  await expect(replaceFile(join(root, 'missing', 'a'), 'x')).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(replaceFile(root, 'x')).rejects.toMatchObject({ code: 'EISDIR' });
  expect(readdirSync(root)).toEqual([]);
  expect(readdirSync(join(root, '..')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

it('lets writers at the same time each write a whole file', async () => {
  const path = join(folder(), 'a');
  const contents = Array.from({ length: 8 }, (_, index) => String(index).repeat(10_000));
  await Promise.all(contents.map((content) => replaceFile(path, content)));
  expect(contents).toContain(readFileSync(path, 'utf8'));
});

it('removes what a process that has died left unfinished, and nothing else', async () => {
  const root = folder();
  const names = [
    '.a.7.tmp',
    '.a.7.0b0e8f5c-3d0f-4a6e-9d0e-0123456789ab.tmp',
    '.a.8.0b0e8f5c-3d0f-4a6e-9d0e-0123456789ab.tmp',
    '.b.7.tmp',
    'a',
  ];
  for (const name of names) writeFileSync(join(root, name), '');
  await removeUnfinished(root, 'a', (pid) => pid === 8);
  expect(readdirSync(root).sort()).toEqual([names[2], '.b.7.tmp', 'a'].sort());
});
