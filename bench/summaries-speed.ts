/**
 * How long `summarize` of public posts takes beside `markdownlint-cli2` on the same files, in pairs of one run, and how
 * its time grows with the length of a post:
 *
 *     node bench/summaries-speed.ts FOLDER… [--posts 1000]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readPost } from '../src/summaries/reading/read-post.ts';
import { summarise } from '../src/summaries/writing/summarise.ts';
import { builtCli, ROOT } from './built-cli.ts';
import { numbersFrom } from './seeded-numbers.ts';
import { readSummaries } from './summaries.ts';
import { exponentOf, median, timeInTurn } from './timing.ts';

const PAIRS = 3;
const SEED = 20_261_128;
/** Posts of so many paragraphs show how time grows. */
const LENGTHS = [200, 400, 800, 1600];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { posts: { type: 'string', default: '1000' } },
});

/** Posts of the folders, drawn by chance, the same on every run. */
function draw(folders: readonly string[], most: number): string[] {
  const random = numbersFrom(SEED);
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.mdx?$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort(),
    )
    .map((path) => ({ path, at: random() }))
    .sort((one, other) => one.at - other.at)
    .slice(0, most)
    .map(({ path }) => readFileSync(path, 'utf8'));
}

/** Runs a program over all files, and makes sure that it read them; milliseconds by the wall. */
function timedRun(
  argv: readonly string[],
  cwd: string,
  filesIn: (out: string) => number,
  files: number,
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
  const read = filesIn(stdout + (argv.includes('--json') ? '' : stderr));
  if (read !== files) throw new Error(`${argv[0]} read ${read} of ${files} files`);
  return spent;
}

function besideLinter(posts: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'summaries-speed-'));
  try {
    mkdirSync(join(folder, 'content'));
    mkdirSync(join(folder, 'config'));
    writeFileSync(join(folder, 'config/threadmill.yaml'), 'accounts: {}\n');
    for (const [at, text] of posts.entries()) writeFileSync(join(folder, `content/${at}.md`), text);
    const names = posts.map((_, at) => `content/${at}.md`);
    const peer = join(ROOT, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');
    const summarize = [builtCli(), 'summarize', ...names, '--stdout', '--json', '--drafts'];
    const pairs = Array.from({ length: PAIRS }, () => ({
      ours: timedRun(
        summarize,
        folder,
        (out) => z.array(z.unknown()).parse(JSON.parse(out)).length,
        names.length,
      ),
      peer: timedRun(
        [peer, ...names],
        folder,
        (out) => Number(/Linting: (\d+) file/.exec(out)?.[1]),
        names.length,
      ),
    }));
    console.log(
      `summarize of ${names.length} posts: ${median(pairs.map(({ ours }) => ours)).toFixed(0)} ms, ` +
        `markdownlint-cli2 ${median(pairs.map(({ peer }) => peer)).toFixed(0)} ms, ` +
        `${median(pairs.map(({ ours, peer }) => ours / peer)).toFixed(2)} ×`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function growth(): Promise<void> {
  const paragraphs = readSummaries().flatMap(({ source }) =>
    source.split(/\n{2,}/).filter((text) => /^\p{Lu}.*[.!?]$/su.test(text)),
  );
  const works = LENGTHS.map((length) => {
    const text = Array.from({ length }, (_, at) => paragraphs[at % paragraphs.length]).join('\n\n');
    return () => summarise(readPost(text, { path: 'post.md' }));
  });
  const best = (await timeInTurn(works, 3)).map((times) => Math.min(...times));
  const exponent = exponentOf(LENGTHS.map((size, at) => ({ size, ms: best[at] ?? 0 })));
  console.log(
    `posts of ${LENGTHS.join(', ')} paragraphs: ${best.map((ms) => ms.toFixed(0)).join(', ')} ms, ` +
      `as the length to the power of ${exponent.toFixed(2)}`,
  );
}

await growth();
besideLinter(draw(positionals, Number(values.posts)));
