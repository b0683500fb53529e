/**
 * How long reading takes, beside peers, in pairs of one run: the whole job (draft text → posts for X) against the bare
 * Markdown parser with GFM, and `lint` in one process against `markdownlint-cli2`.
 *
 *     node bench/reading.ts FOLDER…
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { z } from 'zod';
import { parseDraft } from '../src/drafts/parse-draft.ts';
import { xProfile } from '../src/networks/x/profile.ts';
import { buildThread } from '../src/threads/build-thread.ts';
import { builtCli, ROOT } from './built-cli.ts';
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

/**
 * Runs a linter, and makes sure that it did the work: it exits with 0 or 1 (problems found), and read all the files.
 *
 * @returns milliseconds by the wall.
 */
function timedRun(
  argv: readonly string[],
  cwd: string,
  filesIn: (stdout: string, stderr: string) => number,
  expected: number,
): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const spent = performance.now() - start;
  if (status !== 0 && status !== 1)
    throw new Error(`${argv[0]} exited with ${status}: ${stderr.slice(0, 500)}`);
  const files = filesIn(stdout, `${stdout}\n${stderr}`);
  if (files !== expected)
    throw new Error(`${argv[0]} read ${files} of ${expected} files: ${stderr.slice(0, 500)}`);
  return spent;
}

function lintInPairs(posts: readonly Post[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'lint-bench-'));
  try {
    mkdirSync(join(folder, 'posts'));
    mkdirSync(join(folder, 'config'));
    writeFileSync(join(folder, 'config/threadmill.yaml'), 'accounts: {}\n');
    for (const [at, { text }] of posts.slice(0, DRAFTS).entries())
      writeFileSync(join(folder, `posts/${at}.md`), text);
    const names = posts.slice(0, DRAFTS).map((_, at) => `posts/${at}.md`);
    const peer = join(ROOT, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');
    const lint = [builtCli(), 'lint', '--json', ...names];
    const pairs = Array.from({ length: 3 }, () => ({
      ours: timedRun(
        lint,
        folder,
        (output) => z.array(z.unknown()).parse(JSON.parse(output)).length,
        names.length,
      ),
      peer: timedRun(
        [peer, ...names],
        folder,
        (_, log) => Number(/Linting: (\d+) file/.exec(log)?.[1]),
        names.length,
      ),
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
