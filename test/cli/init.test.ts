import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { type FakeIo, type FakeWorld, fakeIo } from './fake-io.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadmill-init-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function init(argv: readonly string[], world: FakeWorld = {}): Promise<{ code: number; io: FakeIo }> {
  const io = fakeIo({ cwd: folder, ...world });
  return { code: await run(['init', ...argv], io), io };
}

function put(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const file = (name: string): string => readFileSync(join(folder, name), 'utf8');
const settings = () => parseConfig(file('config/threadmill.yaml'), 'config/threadmill.yaml');

/** Every file with its text and its mode, git's own left out. */
function all(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.startsWith('.git/'),
  );
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    files.map((name) => [name, `${(statSync(join(folder, name)).mode & 0o777).toString(8)} ${file(name)}`]),
  );
}

const DRAFT = 'posts/2026-02-03-my-first-thread.md';

describe('init in an empty folder', () => {
  it('makes a project, with the sandbox, and ends with a preview', async () => {
    const { code, io } = await init([], { stdin: '' });
    expect({ code, names: Object.keys(all()).sort() }).toEqual({
      code: 0,
      names: ['.env', '.gitignore', DRAFT, 'config/threadmill.yaml'].sort(),
    });
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
    expect(file('.gitignore')).toMatch(/^\.env$/m);
    const { accounts, defaults } = await settings();
    expect([...accounts.values()].map(({ network }) => network)).toEqual(['x', 'bluesky', 'mastodon']);
    expect(defaults.networks).toEqual(['x', 'bluesky', 'mastodon']);
    expect(io.out()).toMatch(
      /No blog was found.*\n[\s\S]*Next\n[\s\S]*X · sandbox · 2 posts[\s\S]*Bluesky · [\s\S]*Mastodon · /,
    );
  });

  it('starts with a draft that can’t be published as it is', async () => {
    await init(['--yes']);
    const io = fakeIo({ cwd: folder });
    expect(await run(['publish', DRAFT, '--yes'], io)).toBe(1);
    expect(io.err()).toContain('this line is from the template');
  });

  it('changes nothing the second time, nor anything that was edited since', async () => {
    await init(['--yes']);
    put({ [DRAFT]: 'Mine now.\n', '.gitignore': '.env\n.threadmill/\n' });
    const before = all();
    const { code, io } = await init(['--yes']);
    expect(code).toBe(0);
    expect(all()).toEqual(before);
    expect(io.out()).toContain('Nothing to do');
    await init(['--account', 'sandbox']);
    expect(all()).toEqual(before);
  });

  it('completes the project that the folder belongs to', async () => {
    await init(['--yes']);
    rmSync(join(folder, '.gitignore'));
    mkdirSync(join(folder, 'deep/down'), { recursive: true });
    const { code } = await init(['--yes'], { cwd: join(folder, 'deep/down') });
    expect(code).toBe(0);
    expect(file('.gitignore')).toContain('.env');
    expect(readdirSync(join(folder, 'deep/down'))).toEqual([]);
  });

  it('prints what it did as JSON', async () => {
    const { io } = await init(['--account', 'none', '--json']);
    expect(JSON.parse(io.out())).toEqual({
      root: folder,
      site: null,
      files: ['config/threadmill.yaml', '.gitignore', '.env', DRAFT].map((path) => ({ path, state: 'made' })),
      accounts: [],
      draft: DRAFT,
    });
  });
});

describe('init in a folder that is something already', () => {
  it('sets the site of a Hugo blog, and adds to .gitignore what git does not ignore yet', async () => {
    execFileSync('git', ['init', '-q'], { cwd: folder });
    put({
      'hugo.toml': "baseURL = 'https://gauge.example.io/'\n",
      'static/a.png': '',
      '.gitignore': 'public/\n.env*',
    });
    const { code, io } = await init(['--yes']);
    expect(code).toBe(0);
    expect((await settings()).site).toEqual({ url: 'https://gauge.example.io', publicDir: 'static' });
    expect(file('.gitignore')).toBe(
      'public/\n.env*\n\n# Threadmill: credentials, and the journal of this machine\n.threadmill/\n',
    );
    expect(io.out()).toContain('Found Hugo (hugo.toml): images in static, https://gauge.example.io.');
    expect(execFileSync('git', ['status', '--short'], { cwd: folder, encoding: 'utf8' })).not.toContain(
      '.env',
    );
  });

  it('says how to keep the drafts off a site that would take them', async () => {
    put({ '_config.yml': 'url: https://gauge.example.io\n' });
    const { io } = await init(['--yes']);
    expect(io.out()).toContain('add `exclude: [posts, config]` to _config.yml');
  });

  it('leaves drafts, settings and variables as they are', async () => {
    put({
      'posts/mine.md': 'Mine.\n',
      'config/threadmill.yaml': '# mine\naccounts:\n  me: { network: x } # yes\n',
      '.env': 'OTHER=1\n',
    });
    const before = all();
    const { code } = await init(['--yes']);
    expect(code).toBe(0);
    const after = all();
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(['.gitignore']);
  });

  it('takes what the flags say over what it finds', async () => {
    put({ 'hugo.toml': "baseURL = 'https://gauge.example.io/'\n" });
    await init(['--yes', '--site', 'https://other.example.io/log', '--public-dir', 'pictures']);
    expect((await settings()).site).toEqual({ url: 'https://other.example.io/log', publicDir: 'pictures' });
  });

  it('warns where .env is in the repository already', async () => {
    execFileSync('git', ['init', '-q'], { cwd: folder });
    put({ '.env': 'A=1\n' });
    execFileSync('git', ['add', '-f', '.env'], { cwd: folder });
    const { io } = await init(['--yes']);
    expect(io.err()).toContain('git rm --cached .env');
  });
});

describe('init with a first account', () => {
  it('asks which one comes first, where a person is', async () => {
    const { code, io } = await init([], { isTTY: true, answers: ['5'] });
    expect(code).toBe(0);
    expect(io.err()).toContain('Which account comes first?');
    expect((await settings()).accounts.size).toBe(0);
  });

  it('logs in to it by flags alone, without a terminal', async () => {
    const sandbox = await startSandbox();
    try {
      const argv = ['--account', 'x', '--name', 'me', '--server', sandbox.url, '--stdin'];
      const keys = ['API_KEY', 'API_SECRET', 'ACCESS_SECRET'].map(
        (end) => `${end}=A${end.toLowerCase()}1234567890\n`,
      );
      const stdin = `${keys.join('')}ACCESS_TOKEN=user-gauge_keeper.and-more-of-it\n`;
      const { code, io } = await init(argv, { stdin });
      expect({ code, err: io.err() }).toEqual({ code: 0, err: expect.stringContaining('@gauge_keeper') });
      expect((await settings()).accounts.get('me')?.handle).toBe('gauge_keeper');
      expect(io.out()).toContain('X · me · 2 posts');
      const before = all();
      expect((await init(argv, { stdin })).code).toBe(0);
      expect(all()).toEqual(before);
    } finally {
      await sandbox.close();
    }
  });
});
