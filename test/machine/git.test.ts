import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitKeeping } from '../../src/machine/git.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadmill-git-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const git = (...args: string[]): void => void execFileSync('git', args, { cwd: folder, stdio: 'ignore' });

describe('what git makes of .env', () => {
  it('is nothing where there is no repository', async () => {
    expect(await gitKeeping(folder, '.env')).toBe('none');
  });

  it.each([
    ['nothing is ignored', '', 'open'],
    ['it is named', '.env\n', 'ignored'],
    ['a pattern takes it', '*.env\n.env*\n', 'ignored'],
    ['it is taken out again', '.env*\n!.env\n', 'open'],
    ['only the one of a subfolder is', 'deep/.env\n', 'open'],
  ])('follows the repository’s own rules: %s', async (_what, rules, expected) => {
    git('init', '-q');
    writeFileSync(join(folder, '.gitignore'), rules);
    expect(await gitKeeping(folder, '.env')).toBe(expected);
    writeFileSync(join(folder, '.env'), 'A=1\n');
    expect(await gitKeeping(folder, '.env')).toBe(expected);
  });

  it('follows the rules above a subfolder', async () => {
    git('init', '-q');
    writeFileSync(join(folder, '.gitignore'), '.env\n');
    mkdirSync(join(folder, 'deep'));
    expect(await gitKeeping(join(folder, 'deep'), '.env')).toBe('ignored');
  });

  it('is in the repository, whatever is ignored now', async () => {
    git('init', '-q');
    writeFileSync(join(folder, '.env'), 'A=1\n');
    git('add', '-f', '.env');
    writeFileSync(join(folder, '.gitignore'), '.env\n');
    expect(await gitKeeping(folder, '.env')).toBe('tracked');
  });
});
