import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { UnreadFile } from '../../../src/app/publishing/frozen-files.ts';
import { arrivingFiles } from '../../../src/app/worker/arriving-files.ts';
import { openMemoryJournal } from '../../../src/journal/sqlite/sqlite-journal.ts';
import { nodeFileStore } from '../../../src/machine/node-file-store.ts';
import { scheduleDraft } from '../../../src/publishing/freezing/schedule-draft.ts';
import type { Journal } from '../../../src/publishing/journal.ts';
import { type Lab, makeLab, texts } from '../../publishing/lab.ts';

let root: string;
let lab: Lab;
let journal: Journal;
let unread: UnreadFile[];
let look: () => Promise<void>;

/** Schedules a draft elsewhere, and gives its frozen file. */
async function frozen(name: string): Promise<string> {
  const plain = { again: false, refreeze: false };
  const thread = await lab.freeze(texts(2, name), `posts/${name}.md`);
  await scheduleDraft(lab.ports(), thread, plain, { at: lab.clock.now() + 3_600_000 });
  return (await lab.files.readText(`posts/${name}.thread.json`)) ?? '';
}

const arrive = (name: string, text: string): void =>
  writeFileSync(join(root, `posts/${name}.thread.json`), text);
const known = async (): Promise<string[]> =>
  (await journal.publications({})).map(({ draft }) => draft).sort();

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'arriving-'));
  mkdirSync(join(root, 'posts'));
  lab = await makeLab();
  journal = await openMemoryJournal();
  unread = [];
  const ports = {
    journal,
    files: nodeFileStore(
      root,
      async () => undefined,
      () => true,
    ),
    clock: lab.clock,
  };
  look = arrivingFiles(ports, { root }, (file) => unread.push(file));
});

afterEach(() => rmSync(root, { recursive: true }));

it('takes in what is there, and later what came since, at most every five seconds', async () => {
  arrive('a', await frozen('a'));
  await look();
  expect(await known()).toEqual(['posts/a.md']);
  arrive('b', await frozen('b'));
  await look();
  expect(await known()).toEqual(['posts/a.md']);
  await lab.clock.sleep(5_000);
  await look();
  expect(await known()).toEqual(['posts/a.md', 'posts/b.md']);
});

it('reports each version of a file that can’t be read once, and takes in the others', async () => {
  for (const text of ['{', '{', '{"threadmill": 9}']) {
    arrive('broken', text);
    arrive('a', await frozen('a'));
    await look();
    await lab.clock.sleep(5_000);
    await look();
    await lab.clock.sleep(5_000);
  }
  expect(await known()).toEqual(['posts/a.md']);
  expect(unread.map(({ path }) => path)).toEqual(Array(3).fill('posts/broken.thread.json'));
  expect(unread.at(-1)?.why).toContain('newer version');
});

it('looks again after a clock was set back', async () => {
  await look();
  arrive('a', await frozen('a'));
  lab.clock.now = () => 0;
  await look();
  expect(await known()).toEqual(['posts/a.md']);
});
