/**
 * How long `summarize` of public posts takes beside `markdownlint-cli2` on the same files, in pairs of one run, and how
 * its time grows with the length of a post:
 *
 *     node bench/summaries-speed.ts FOLDER… [--posts 1000]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPost } from '../src/summaries/reading/read-post.ts';
import { summarise } from '../src/summaries/writing/summarise.ts';
import { besideLinter } from './beside-linter.ts';
import { numbersFrom } from './seeded-numbers.ts';
import { readSummaries } from './summaries.ts';
import { exponentOf, timeInTurn } from './timing.ts';

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
besideLinter('summarize', draw(positionals, Number(values.posts)), (files) => [
  'summarize',
  ...files,
  '--stdout',
  '--json',
  '--drafts',
]);
