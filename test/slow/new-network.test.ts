import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');
const folder = mkdtempSync(join(tmpdir(), 'new-network-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The whole diff of a fourth network besides its folder: its id, and a row in each of two tables. */
const ID = ['src/drafts/network-id.ts', "'mastodon']", "'mastodon', 'pond']"] as const;
const ROW = ['src/networks/networks.ts', '  mastodon: mastodonNetwork,', '$&\n  pond: pondNetwork,'] as const;
const IMPORT = [
  'src/networks/networks.ts',
  'import { xNetwork }',
  "import { pondNetwork } from './pond/network.ts';\n$&",
] as const;
const LOADER = [
  'src/compose.ts',
  /^ {2}mastodon: \{[^\n]*\},\n/m,
  "$&  pond: {\n    client: async (login) =>\n      (await import('./networks/pond/client.ts')).pondClient(login.credentials().secrets['CROAK'] ?? ''),\n  },\n",
] as const;

/** What a row must not lack, and where it stands in it. */
const LACKING: readonly (readonly [name: string, find: string | RegExp])[] = [
  ['prices', '  prices: PRICES,\n'],
  ['one-price', ', postWithUrl: 0.002'],
  ['credentials', /^ {2}credentials:.*\n/m],
  ['pace', /^ {2}pace:.*\n/m],
  ['one-address', /^ {4}idIn:.*\n/m],
  ['repeats', /^ {2}refusesRepeatsForMs:.*\n/m],
];

type Edit = readonly [file: string, find: string | RegExp, put: string];

let made = 0;

/** A copy of the sources with a fourth network, but for what is left out of it. */
function withPond(edits: readonly Edit[]): string {
  made += 1;
  const copy = join(folder, String(made));
  cpSync(join(ROOT, 'src'), join(copy, 'src'), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(ROOT, file), join(copy, file));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(copy, 'src/networks/pond'));
  for (const name of ['network', 'client'])
    cpSync(join(HERE, `pond/${name}.ts.txt`), join(copy, `src/networks/pond/${name}.ts`));
  for (const [file, find, put] of edits) {
    const path = join(copy, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(find, put);
    if (after === before)
      throw new Error(`${file} has no ${String(find)}: the test has to be brought up to date.`);
    writeFileSync(path, after);
  }
  return copy;
}

/** What the compiler says of some of the sources, one line an error. */
async function compile(copy: string, include: readonly string[]): Promise<string[]> {
  const config = { extends: './tsconfig.json', include };
  writeFileSync(join(copy, 'tsconfig.new.json'), JSON.stringify(config));
  const tsc = join(ROOT, 'node_modules/.bin/tsc');
  try {
    await run(process.execPath, [tsc, '--noEmit', '-p', 'tsconfig.new.json'], { cwd: copy });
    return [];
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (stdout === undefined) throw error;
    return stdout.split('\n').filter((line) => line.includes('error TS'));
  }
}

const filesOf = (errors: readonly string[]): string[] =>
  [...new Set(errors.map((error) => error.replace(/\(.*/s, '')))].sort();

describe('a fourth network', () => {
  it('is one folder, its id and two rows: that compiles, and publishes', async () => {
    const copy = withPond([ID, IMPORT, ROW, LOADER]);
    expect(await compile(copy, ['src'])).toEqual([]);
    cpSync(join(HERE, 'pond/publish.ts.txt'), join(copy, 'publish.ts'));
    const { stdout } = await run(process.execPath, ['publish.ts', copy], { cwd: copy });
    expect(JSON.parse(stdout)).toEqual({
      state: 'published',
      costUsd: 1,
      refused: expect.stringContaining('only accounts on pond have this key, and this one is on x.'),
      posts: [
        expect.objectContaining({ id: 'lily-1', text: 'The first thought fits in one lily pad.' }),
        expect.objectContaining({ id: 'lily-2', parentId: 'lily-1' }),
      ],
    });
  });

  it('has its own keys of an account in the settings, and as flags', async () => {
    const copy = withPond([ID, IMPORT, ROW, LOADER]);
    const help = ['src/cli/main.ts', 'accounts', '--help'];
    const { stdout } = await run(process.execPath, help, { cwd: copy });
    expect(stdout).toMatch(/--deep +A deep pond: a post may have 60 characters\./);
  });

  it('does not compile without its loader', async () => {
    const copy = withPond([ID, IMPORT, ROW]);
    expect(filesOf(await compile(copy, ['src/compose.ts']))).toEqual(['src/compose.ts']);
  });

  it('does not compile without its row, nor a row without each of its facts', async () => {
    const copy = withPond([ID]);
    const row = readFileSync(join(copy, 'src/networks/pond/network.ts'), 'utf8');
    for (const [name, find] of LACKING) {
      const lacking = row.replace(find, '');
      if (lacking === row) throw new Error(`The row has no ${String(find)}.`);
      writeFileSync(join(copy, `src/networks/pond/without-${name}.ts`), lacking);
    }
    const errors = await compile(copy, ['src/networks']);
    const lacking = LACKING.map(([name]) => `src/networks/pond/without-${name}.ts`);
    expect(filesOf(errors)).toEqual(['src/networks/networks.ts', ...lacking].sort());
  });
});
