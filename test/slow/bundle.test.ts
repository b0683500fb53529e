import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/process/command-table.ts';

const root = resolve(import.meta.dirname, '../..');
const cli = resolve(root, 'dist/cli.js');
const sources = resolve(root, 'src/cli/main.ts');

function call(script: string, ...argv: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...argv], {
    cwd: root,
    env: { PATH: process.env['PATH'] },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(() => {
  execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'pipe' });
});

describe('the bundled command line', () => {
  it('can be run as a program', () => {
    expect(readFileSync(cli, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
    expect(statSync(cli).mode & 0o111).toBe(0o111);
  });

  it('imports nothing before it has looked at the version of Node', () => {
    expect(readFileSync(cli, 'utf8')).not.toMatch(/(^|[;\n])import[\s{"']/);
  });

  it('loads a dozen files at most for the preview of one draft', () => {
    // A cold start pays for each file: what a preview needs lies together, and adapters and other commands stay away.
    const watch =
      'import{registerHooks}from"node:module";registerHooks({load(url,context,next){if(url.startsWith("file:"))process.stderr.write("LOADED "+url+"\\n");return next(url,context)}})';
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${watch}`, cli, 'preview', 'posts/update-gauge-log-9.md'],
      { cwd: root, encoding: 'utf8' },
    );
    const loaded = stderr.split('\n').filter((line) => line.startsWith('LOADED '));
    expect(status).toBe(0);
    expect(loaded.length).toBeGreaterThan(1);
    expect(loaded.length).toBeLessThanOrEqual(12);
    expect(loaded.filter((line) => /journal|sqlite|client|sandbox|compose/.test(line))).toEqual([]);
  });

  it('holds no eval', () => {
    const files = readdirSync(resolve(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    expect(files.length).toBeGreaterThan(10);
    const evil = files.filter((file) =>
      /[^.\w]eval\(/.test(readFileSync(resolve(root, 'dist', file), 'utf8')),
    );
    expect(evil).toEqual([]);
  });

  it.each(Object.keys(COMMANDS))('has the command %s of the sources', (name) => {
    expect(call(cli, name, '--help')).toEqual(call(sources, name, '--help'));
  });

  it.each([
    ['a preview', ['preview', 'posts/paper-small-rivers.md', 'posts/article-polite-sensor.md']],
    ['JSON', ['preview', 'posts/links-sunday-12.md', '--json']],
    ['a count', ['count', 'Read https://example.org → 👩‍👩‍👧']],
    ['a mistake', ['prevew']],
    ['no accounts by that name', ['preview', 'posts/post-read-it-aloud.md', '--account', 'nobody']],
  ])('gives the same as the sources: %s', (_what, argv) => {
    expect(call(cli, ...argv)).toEqual(call(sources, ...argv));
  });

  it('finds its threads: `lint` of many drafts gives the same as the sources', () => {
    const many: readonly string[] = Array.from({ length: 500 }, () => 'posts/article-polite-sensor.md');
    const found = call(cli, 'lint', '--json', ...many);
    expect(JSON.parse(found.out)).toHaveLength(many.length);
    expect(found).toEqual(call(sources, 'lint', '--json', ...many));
  });
});
