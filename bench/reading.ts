import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseDraft } from '../src/drafts/parse-draft.ts';
import { xProfile } from '../src/networks/x/profile.ts';
import { buildThread } from '../src/threads/build-thread.ts';
import { besideLinter } from './beside-linter.ts';
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

const posts = postsOf(process.argv.slice(2));
const plain = posts.filter(({ text }) => !MARKS.test(text));
await wholeJob('without template marks', plain);
await wholeJob(
  'with template marks',
  posts.filter((post) => !plain.includes(post)),
);
besideLinter(
  'lint',
  posts.slice(0, DRAFTS).map(({ text }) => text),
  (files) => ['lint', '--json', ...files],
);
