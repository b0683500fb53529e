import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { decodeDraft } from '../../drafts/decode-draft.ts';
import type { BlogPost } from '../../summaries/reading/blog-post.ts';
import { readPost } from '../../summaries/reading/read-post.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { readDraftBytes } from '../drafts/draft-files.ts';
import type { Project } from '../project/project.ts';
import { Refusal } from '../refusal.ts';
import { siteAround } from '../site/site-around.ts';

/** A blog post with the name that the user gave. */
export type PostSource = { readonly given: string; readonly post: BlogPost };

/** How to read posts, besides the project's settings for its site. */
export type PostOptions = {
  /** The post's address, if the user gave it. */
  readonly url?: string | undefined;
  /** Whether pages of private networks may be read. */
  readonly allowPrivate: boolean;
};

/** Whether an argument is a web address. */
export const isWebAddress = (given: string): boolean => /^https?:\/\//i.test(given);

/** Limits for a page's unpacked size and its time: anything larger or slower is not a blog post. */
const PAGE = {
  types: ['text/html', 'application/xhtml+xml'],
  maxBytes: 5 * 1024 * 1024,
  timeoutMs: 20_000,
} as const;

/**
 * Reads one post: a file, `-` for standard input, or a page's address.
 *
 * @throws Refusal (draft) if the file or the page can't be read; InterruptedError if the user stopped it
 */
export async function readSource(
  given: string,
  { url, allowPrivate }: PostOptions,
  project: Project,
): Promise<PostSource> {
  if (isWebAddress(given)) {
    // The page reader is heavy, and most commands don't need it.
    const [{ fetchText }, { readPage }] = await Promise.all([
      project.wires(),
      import('../../summaries/reading/read-page.ts'),
    ]);
    const page = await fetchText(given, { ...PAGE, allowPrivate, signal: project.around.signal }).catch(
      (error: unknown) => {
        if (!isOfKind(error, 'fetch')) throw error;
        throw new Refusal('draft', `${error.message}.`, { cause: error });
      },
    );
    const post = readPage(page.text, page.url);
    return { given, post: url === undefined ? post : { ...post, canonical: canonicalAs(url) } };
  }
  const text = await textOf(given, project);
  const [saved] = await savedPosts(text, given, url);
  return { given, post: saved ?? postIn(text, given, url, project) };
}

/** Reads the text of a file, or standard input: once, since nothing is left of that. @throws Refusal (draft) */
async function textOf(given: string, { around }: Project): Promise<string> {
  const decoded = decodeDraft(await readDraftBytes(given, around));
  if (!('finding' in decoded)) return decoded.text;
  const { line, column, message, code } = decoded.finding;
  throw new Refusal('draft', `${given}:${line}:${column} ${message} (${code}).`);
}

/** Reads a post in its author's own format. */
function postIn(text: string, given: string, url: string | undefined, project: Project): BlogPost {
  const site = siteAround(given === '-' ? null : resolve(project.around.cwd, given), project);
  return readPost(text, {
    path: given === '-' ? null : placeInProject(given, project),
    siteUrl: site.url,
    site: site.lookup,
    rules: site.rules,
    permalinks: project.config.site.permalinks,
    canonical: url,
  });
}

/**
 * Reads all posts of a source: a saved feed has several.
 *
 * @throws as `readSource` does
 */
export async function readSources(
  given: string,
  options: PostOptions,
  project: Project,
): Promise<readonly PostSource[]> {
  if (isWebAddress(given) || !MAY_BE_FEED.test(given)) return [await readSource(given, options, project)];
  const text = await textOf(given, project);
  const saved = await savedPosts(text, given, options.url);
  const posts = saved.length > 0 ? saved : [postIn(text, given, options.url, project)];
  return posts.map((post) => ({ given, post }));
}

/** Names of files that may hold a feed; `-` is standard input. */
const MAY_BE_FEED = /(?:\.(?:xml|rss|atom|rdf|json)|^-)$/i;

/**
 * Reads the posts of a saved page or feed; empty for a post in its author's own format.
 *
 * @throws Refusal (draft) for a feed that can't be read
 */
async function savedPosts(
  text: string,
  given: string,
  url: string | undefined,
): Promise<readonly BlogPost[]> {
  // The page reader is heavy; the first words of a file are enough to recognise a post.
  const { savedFormat } = await import('../../summaries/reading/saved-format.ts');
  const format = savedFormat(text, given);
  if (format === 'post') return [];
  if (format === 'page') {
    const { readSavedPage } = await import('../../summaries/reading/saved-page.ts');
    const post = readSavedPage(text);
    return [url === undefined ? post : { ...post, ...addressed(post, url) }];
  }
  const [{ feedEntries }, { readEntry }] = await Promise.all([
    import('../../summaries/feeds/feed-entries.ts'),
    import('../../summaries/feeds/read-entry.ts'),
  ]);
  const feed = feedEntries(text, url ?? NOWHERE);
  if ('problem' in feed) throw new Refusal('draft', `${given} can’t be read as a feed: ${feed.problem}.`);
  return feed.entries.map(readEntry);
}

/** A placeholder for the address of a saved feed, so that its relative addresses lead nowhere. */
const NOWHERE = 'https://invalid.invalid/';

/** Sets the address that the user gave, and drops the finding that there is none. */
function addressed({ findings }: BlogPost, url: string): Pick<BlogPost, 'canonical' | 'findings'> {
  const others = findings.filter(({ code }) => code !== 'canonical-incomplete');
  return { canonical: canonicalAs(url), findings: others };
}

function canonicalAs(url: string): BlogPost['canonical'] {
  return { url, from: 'the command', guessed: false };
}

/**
 * Returns a file's path relative to the project's folder: generators' folders inside the project are part of a post's address,
 * those outside are not.
 */
function placeInProject(given: string, { root, around }: Project): string {
  return relative(root, resolve(around.cwd, given)).split(sep).join('/');
}

const POST_FILE = /\.(?:md|mdx|markdown)$/i;
/** Folders without posts: programs, generated files, and the blog's own drafts. */
const NO_POSTS = /^(?:\.|node_modules$|_site$|public$|dist$|_drafts$|_includes$|_layouts$|_templates$)/;

/** Lists every post below a folder, sorted by path; `undefined` if the path is not a folder. */
export function postsBelow(given: string, cwd: string): string[] | undefined {
  const folder = resolve(cwd, given);
  if (isWebAddress(given) || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    return undefined;
  const found: string[] = [];
  const walk = (path: string, shown: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory() && !NO_POSTS.test(entry.name))
        walk(join(path, entry.name), join(shown, entry.name));
      // Hugo's `_index.md` and READMEs are not posts.
      if (entry.isFile() && POST_FILE.test(entry.name) && !/^(?:_index|readme)\./i.test(entry.name))
        found.push(join(shown, entry.name));
    }
  };
  walk(folder, given);
  return found.sort();
}
