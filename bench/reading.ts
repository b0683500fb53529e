/**
 * How long reading takes, beside peers, in pairs of one run: the whole job (draft text → posts for X) against the bare
 * Markdown parser with GFM, and `lint` in one process against `markdownlint-cli2`.
 *
 *     node bench/reading.ts FOLDER…
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseDraft } from '../src/drafts/parse-draft.ts';
import { xProfile } from '../src/networks/x/profile.ts';
import { buildThread } from '../src/threads/build-thread.ts';
import { median, ratioInTurn, timeInTurn } from './timing.ts';

type Post = { readonly path: string; readonly text: string };

/** Signs of templates, components and HTML in a text. */
const MARKS = /\{\{|\{%|\{[:.#]|<\/?[A-Za-z][\w-]*[\s>/]|^import |\[\[|%%|:::/m;
const ROUNDS = 5;
const DRAFTS = 1000;

function postsOf(folders: readonly string[]): Post[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.mdx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
  );
}

async function wholeJob(name: string, posts: readonly Post[]): Promise<void> {
  const profile = xProfile();
  const bodies = posts.map(({ text }) => text.replace(/^---[\s\S]*?\n---[^\n]*\n/, ''));
  const [ours = [], bare = []] = await timeInTurn(
    [
      () => {
        for (const { path, text } of posts) buildThread(parseDraft(text, { path }), profile);
      },
      () => {
        for (const text of bodies) micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
      },
    ],
    ROUNDS,
  );
  const size = posts.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  console.log(
    `${name}: ${posts.length} posts, ${size.toFixed(1)} M characters; ${median(ours).toFixed(0)} ms, ` +
      `micromark ${median(bare).toFixed(0)} ms, ${ratioInTurn(ours, bare).toFixed(2)} ×`,
  );
}

function lintInPairs(posts: readonly Post[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'lint-bench-'));
  try {
    mkdirSync(join(folder, 'posts'));
    mkdirSync(join(folder, 'config'));
    writeFileSync(join(folder, 'config/threadmill.yaml'), 'accounts: {}\n');
    for (const [at, { text }] of posts.slice(0, DRAFTS).entries())
      writeFileSync(join(folder, `posts/${at}.md`), text);
    const root = resolve(import.meta.dirname, '..');
    const run = (argv: readonly string[]): number => {
      const start = performance.now();
      spawnSync(process.execPath, argv, { cwd: folder, stdio: 'ignore' });
      return performance.now() - start;
    };
    const pairs = Array.from({ length: 3 }, () => ({
      ours: run([join(root, 'dist/cli.js'), 'lint', 'posts', '--json']),
      peer: run([join(root, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'), 'posts/*.md']),
    }));
    const ratio = median(pairs.map(({ ours, peer }) => ours / peer));
    console.log(
      `lint of ${Math.min(posts.length, DRAFTS)} drafts: ${median(pairs.map(({ ours }) => ours)).toFixed(0)} ms, ` +
        `markdownlint-cli2 ${median(pairs.map(({ peer }) => peer)).toFixed(0)} ms, ${ratio.toFixed(2)} ×`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const posts = postsOf(process.argv.slice(2));
const plain = posts.filter(({ text }) => !MARKS.test(text));
await wholeJob('without template marks', plain);
await wholeJob(
  'with template marks',
  posts.filter((post) => !plain.includes(post)),
);
lintInPairs(posts);
