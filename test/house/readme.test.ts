import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/process/command-table.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { dollars } from '../../src/text/dollars.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const readme = read('README.md');

const pages = [
  'README.md',
  'posts/README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

it.each(pages)('%s links to files that exist', (page) => {
  const prose = read(page).replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
  const local = links.filter((target) => !/^[a-z]+:/.test(target));
  expect(local.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
});

it('names commands and scripts that exist', () => {
  const commands = [...readme.matchAll(/npx threadmill (\w+)/g)].map(([, name = '']) => name);
  expect(commands.length).toBeGreaterThan(4);
  expect(commands.filter((name) => !(name in COMMANDS))).toEqual([]);
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...readme.matchAll(/npm (?:run (?:-s )?)?([a-z:]+)/g)].map(([, name = '']) => name);
  const npmOwn = ['ci', 'install', 'and'];
  expect([...new Set(named)].filter((name) => !npmOwn.includes(name) && !(name in scripts))).toEqual([]);
});

it('shows a library example that runs', () => {
  const [, example = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
  const code = example.replace("'threadmill'", JSON.stringify(`file://${join(root, 'src/index.ts')}`));
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  });
  expect({ stdout, stderr }).toEqual({
    stdout:
      '77 [Notes] The river rose. All readings [1] are in.\n\n[1] https://gauge.example.org/readings\n0.2\n',
    stderr: '',
  });
});

it('tells what its example costs as a preview does', () => {
  const [, file = '', planned, spread] =
    /\(posts\/([\w-]+\.md)\) among the examples costs (\$[\d.]+\d), and (\$[\d.]+\d) /.exec(
      readme.replaceAll('\n', ' '),
    ) ?? [];
  const thread = buildThread(parseDraft(read(`posts/${file}`), { path: null }), xProfile());
  expect([planned, spread]).toEqual([dollars(thread.costUsd), dollars(thread.costSpreadUsd)]);
});
