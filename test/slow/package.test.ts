import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareEnvironment, type Installed, installPacked, ROOT } from './packed.ts';

let installed: Installed;
let env: NodeJS.ProcessEnv;

beforeAll(() => {
  installed = installPacked();
  env = bareEnvironment(dirname(installed.folder));
});
afterAll(() => rmSync(dirname(installed.folder), { recursive: true, force: true }));

function call(command: string, args: readonly string[], cwd = installed.folder) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}
const threadmill = (...args: string[]) => call('node_modules/.bin/threadmill', args);
const tool = (name: string): string => join(ROOT, 'node_modules/.bin', name);

describe('installing it', () => {
  it('takes three packages at most, 10 MB at most, and under five seconds', () => {
    const { packages, bytes, installMs } = installed;
    expect(packages.length).toBeLessThanOrEqual(3);
    expect(bytes).toBeLessThan(10_000_000);
    expect(installMs).toBeLessThan(5_000);
    process.stderr.write(
      `npm install: ${packages.length} package, ${(bytes / 1e6).toFixed(1)} MB, ${(installMs / 1000).toFixed(1)} s\n`,
    );
  });

  it('brings only what is run, read or owed: dist, the notices, README, LICENSE, CHANGELOG', () => {
    const there = readdirSync(join(installed.folder, 'node_modules/threadmill'));
    expect(there.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json']);
  });

  it('brings the licence of every package in it', () => {
    const notices = readFileSync(
      join(installed.folder, 'node_modules/threadmill/dist/THIRD-PARTY-NOTICES.txt'),
      'utf8',
    );
    const [, table = ''] = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8').split(
      '## What is bundled',
    );
    const bundled = [...(table.split('\n## ')[0] ?? '').matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
    expect(bundled.length).toBeGreaterThan(20);
    const named = [...notices.matchAll(/^(\S+) \d\S* \(.+\)$/gm)].map(([, name]) => name);
    expect(bundled.filter((name) => !named.includes(name))).toEqual([]);
    // Packages that theirs need are in the bundle as well.
    expect(named).toContain('micromark');
    expect(
      notices.match(/Permission is hereby granted|Redistribution and use|Apache License/g)?.length,
    ).toBeGreaterThan(50);
  });
});

describe('the commands, with nothing beside the package', () => {
  it('shows the demo', () => {
    const { code, out, err } = threadmill('demo');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('All there:');
  });

  it('previews a draft on every network', () => {
    mkdirSync(join(installed.folder, 'posts'), { recursive: true });
    writeFileSync(
      join(installed.folder, 'posts/first.md'),
      '[Notes] The river rose. [All readings](https://gauge.example.org/readings) are in.\n',
    );
    const { code, out } = threadmill('preview', 'posts/first.md', '--network', 'x,bluesky,mastodon');
    expect(code).toBe(0);
    for (const name of ['X', 'Bluesky', 'Mastodon']) expect(out).toContain(name);
    rmSync(join(installed.folder, 'posts'), { recursive: true });
  });

  it('turns a folder into a project', () => {
    const folder = join(installed.folder, 'site');
    mkdirSync(folder);
    writeFileSync(join(folder, 'hugo.toml'), "baseURL = 'https://gauge.example.io/'\n");
    const { code, out } = call('../node_modules/.bin/threadmill', ['init', '--yes'], folder);
    expect(code).toBe(0);
    expect(out).toContain('Found Hugo');
    expect(readFileSync(join(folder, 'config/threadmill.yaml'), 'utf8')).toContain(
      'url: https://gauge.example.io',
    );
  });

  it('summarises a blog post', () => {
    const source = readFileSync(join(ROOT, 'posts/article-polite-sensor.md'), 'utf8');
    writeFileSync(join(installed.folder, 'post.md'), source);
    const { code, out } = threadmill('summarize', 'post.md', '--stdout');
    expect(code).toBe(0);
    expect(out).toContain('canonical:');
  });
});

describe('the library', () => {
  const program = `import {
      blueskyProfile, buildThread, mastodonProfile, parseDraft, readPost, summarise, xProfile,
      type BlogPost, type Draft, type Profile, type Summary, type Thread,
    } from 'threadmill';
    const draft: Draft = parseDraft('Hello.', { path: null });
    const profiles: readonly Profile[] = [xProfile(), blueskyProfile(), mastodonProfile()];
    const threads: readonly Thread[] = profiles.map((profile) => buildThread(draft, profile));
    const post: BlogPost = readPost('# A title\\n\\nA sentence of a post.\\n', { path: 'a.md' });
    const summary: Summary = summarise(post, { length: 'short' });
    export const cost: number = threads.reduce((sum, { costUsd }) => sum + costUsd, 0);
    export const text: string = summary.markdown;
    // @ts-expect-error: a draft has no such field, and the types say so
    export const wrong = draft.nonsense;`;

  it.each([
    ['for Node', { module: 'nodenext', target: 'es2024' }],
    ['for a bundler', { module: 'esnext', moduleResolution: 'bundler', target: 'es2024' }],
    ['for an older language', { module: 'esnext', moduleResolution: 'bundler', target: 'es2020' }],
  ])('has types that a strict program takes, without any package beside it: %s', (_what, options) => {
    const folder = installed.folder;
    writeFileSync(join(folder, 'program.ts'), program);
    const compilerOptions = {
      ...options,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
    const { code, out } = call(tool('tsc'), ['-p', folder]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
  });

  it('runs', () => {
    writeFileSync(join(installed.folder, 'run.ts'), `${program}\nconsole.log(cost);\n`);
    expect(call(process.execPath, ['run.ts'])).toEqual({ code: 0, out: '0.015\n', err: '' });
  });

  it('is clean to publint', () => {
    const { code, out } = call(tool('publint'), ['--strict', installed.tarball], ROOT);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('All good!') });
  });

  it('is clean to attw, as a package of ES modules', () => {
    const { code, out } = call(
      tool('attw'),
      ['--profile', 'esm-only', '--no-color', installed.tarball],
      ROOT,
    );
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('(ESM)') });
  });
});
