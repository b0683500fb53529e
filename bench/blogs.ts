/**
 * Counts the faults of threads made of public blogs: `node bench/blogs.ts FOLDER… [--most 60] [--show FAULT]`. Folders
 * are checkouts; nothing of theirs is kept here, only figures go into `docs/splitting.md`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Draft } from '../src/drafts/draft.ts';
import { parseDraft } from '../src/drafts/parse-draft.ts';
import { xProfile } from '../src/networks/x/profile.ts';
import { buildThread } from '../src/threads/build-thread.ts';
import { FAULTS, type Fault, faultsOf } from './faults.ts';
import { table } from './goals.ts';
import { outlineOf } from './outline.ts';

const LIMIT = 280;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    most: { type: 'string', default: '60' },
    show: { type: 'string' },
    style: { type: 'string', default: 'tidy' },
  },
});

/** Files of a folder, spread evenly over it. */
function sample(folder: string, most: number): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name) && !/(?:^|\/)(?:README|index\.[a-z]{2})\.md/i.test(name))
    .sort();
  const step = Math.max(1, files.length / most);
  return Array.from({ length: Math.min(most, files.length) }, (_, at) =>
    join(folder, files[Math.floor(at * step)] ?? ''),
  );
}

const rows: string[][] = [];
const total = { threads: 0, clean: 0, posts: 0, faults: new Map<Fault, number>() };
for (const folder of positionals) {
  const own = { threads: 0, clean: 0, posts: 0, lost: 0, faults: new Map<Fault, number>() };
  for (const file of sample(folder, Number(values.most))) {
    const parsed = parseDraft(readFileSync(file, 'utf8'), { path: file });
    const draft: Draft = {
      ...parsed,
      settings: {
        ...parsed.settings,
        style: values.style === 'tight' ? 'tight' : 'tidy',
        footnotes: 'none',
        numbering: 'none',
        perNetwork: {},
      },
    };
    const posts = buildThread(draft, xProfile()).posts.map(({ text, added }) => {
      let kept = '';
      let at = 0;
      for (const { start, end } of added) {
        kept += text.slice(at, start);
        at = end;
      }
      return kept + text.slice(at);
    });
    if (posts.length < 2) continue;
    const found = faultsOf(outlineOf(draft), posts, LIMIT);
    if (found === undefined) {
      own.lost += 1;
      continue;
    }
    own.threads += 1;
    own.posts += posts.length;
    if (found.every(({ fault }) => fault === 'tailsWithHeads')) own.clean += 1;
    for (const { fault, around, weight } of found) {
      own.faults.set(fault, (own.faults.get(fault) ?? 0) + 1);
      if (values.show === fault || values.show === 'all')
        console.log(fault, file.split('/').slice(-2).join('/'), weight ?? '', around);
    }
  }
  total.threads += own.threads;
  total.clean += own.clean;
  total.posts += own.posts;
  for (const [fault, count] of own.faults) total.faults.set(fault, (total.faults.get(fault) ?? 0) + count);
  rows.push(rowOf(folder.split('/').slice(3, 4).join('/').slice(0, 24), own, String(own.lost)));
}

function rowOf(
  name: string,
  {
    threads,
    clean,
    posts,
    faults,
  }: { threads: number; clean: number; posts: number; faults: ReadonlyMap<Fault, number> },
  lost: string,
): string[] {
  return [
    name,
    String(threads),
    lost,
    `${((clean / Math.max(1, threads)) * 100).toFixed(0)} %`,
    String(posts),
    ...FAULTS.map((fault) => String(faults.get(fault) ?? 0)),
    `${(((faults.get('tailsWithHeads') ?? 0) / Math.max(1, posts)) * 100).toFixed(1)} %`,
  ];
}

console.log(
  table([
    ['blog', 'threads', 'unread', 'clean', 'posts', ...FAULTS, 'tails'],
    ...rows,
    rowOf('all', total, ''),
  ]),
);
