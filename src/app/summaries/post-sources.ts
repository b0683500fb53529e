import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { decodeDraft } from '../../drafts/decode-draft.ts';
import type { BlogPost } from '../../summaries/reading/blog-post.ts';
import { readPost } from '../../summaries/reading/read-post.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { readDraftBytes } from '../drafts/draft-files.ts';
import type { Project } from '../project/project.ts';
import { Refusal } from '../refusal.ts';

/** A blog post with the name that it was given by. */
export type PostSource = { readonly given: string; readonly post: BlogPost };

/** How posts are read, besides what the project says of its site. */
export type PostOptions = {
  /** The post's address, as the person says. */
  readonly url?: string | undefined;
  /** Whether pages of private networks may be read. */
  readonly allowPrivate: boolean;
};

/** Whether an argument names a page of the web. */
export const isWebAddress = (given: string): boolean => /^https?:\/\//i.test(given);

/** What a page may weigh, unpacked, and how long it may take: larger and slower ones are no blog posts. */
const PAGE = {
  types: ['text/html', 'application/xhtml+xml'],
  maxBytes: 5 * 1024 * 1024,
  timeoutMs: 20_000,
} as const;

/**
 * Reads one post: a file, `-` for standard input, or a page's address.
 *
 * @throws Refusal (draft) where the file or the page can't be read; InterruptedError where the person stopped it.
 */
export async function readSource(
  given: string,
  { url, allowPrivate }: PostOptions,
  project: Project,
): Promise<PostSource> {
  if (isWebAddress(given)) {
    // What reads pages is heavy, and most commands never do.
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
  const decoded = decodeDraft(await readDraftBytes(given, project.around));
  if ('finding' in decoded) {
    const { line, column, message, code } = decoded.finding;
    throw new Refusal('draft', `${given}:${line}:${column} ${message} (${code}).`);
  }
  const [saved] = await savedPosts(decoded.text, given, url);
  if (saved !== undefined) return { given, post: saved };
  const post = readPost(decoded.text, {
    path: given === '-' ? null : placeInProject(given, project),
    siteUrl: project.config.site.url,
    permalinks: project.config.site.permalinks,
    canonical: url,
  });
  return { given, post };
}

/**
 * Reads all posts of a source: a saved feed has several.
 *
 * @throws as `readSource` does.
 */
export async function readSources(
  given: string,
  options: PostOptions,
  project: Project,
): Promise<readonly PostSource[]> {
  if (isWebAddress(given) || !MAY_BE_FEED.test(given)) return [await readSource(given, options, project)];
  const decoded = decodeDraft(await readDraftBytes(given, project.around));
  const posts = 'finding' in decoded ? [] : await savedPosts(decoded.text, given, options.url);
  return posts.length > 0
    ? posts.map((post) => ({ given, post }))
    : [await readSource(given, options, project)];
}

/** Names of files that may hold a feed; `-` is standard input. */
const MAY_BE_FEED = /(?:\.(?:xml|rss|atom|rdf|json)|^-)$/i;

/**
 * The posts of a page or a feed that was saved to a file; none for a post as its author wrote it.
 *
 * @throws Refusal (draft) for a feed that can't be read.
 */
async function savedPosts(
  text: string,
  given: string,
  url: string | undefined,
): Promise<readonly BlogPost[]> {
  // What reads pages is heavy, and posts are told from them by their first words.
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

/** Stands for the address of a feed that was saved: relative addresses in it lead nowhere. */
const NOWHERE = 'https://invalid.invalid/';

/** A post with the address that the person gave, and without the finding that it has none. */
function addressed({ findings }: BlogPost, url: string): Pick<BlogPost, 'canonical' | 'findings'> {
  const others = findings.filter(({ code }) => code !== 'canonical-incomplete');
  return { canonical: canonicalAs(url), findings: others };
}

function canonicalAs(url: string): BlogPost['canonical'] {
  return { url, from: 'the command', guessed: false };
}

/** A file's path from the project's folder: generators' folders below it tell of the post's address, none above do. */
function placeInProject(given: string, { root, around }: Project): string {
  return relative(root, resolve(around.cwd, given)).split(sep).join('/');
}

const POST_FILE = /\.(?:md|mdx|markdown)$/i;
/** Folders that hold no posts: programs, what generators make, and drafts of the blog itself. */
const NO_POSTS = /^(?:\.|node_modules$|_site$|public$|dist$|_drafts$|_includes$|_layouts$|_templates$)/;

/** Every post below a folder, by path; whether a name is a folder at all is told by `undefined`. */
export function postsBelow(given: string, cwd: string): string[] | undefined {
  const folder = resolve(cwd, given);
  if (isWebAddress(given) || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    return undefined;
  const found: string[] = [];
  const walk = (path: string, shown: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory() && !NO_POSTS.test(entry.name))
        walk(join(path, entry.name), join(shown, entry.name));
      // Hugo's `_index.md` and a README are pages about posts.
      if (entry.isFile() && POST_FILE.test(entry.name) && !/^(?:_index|readme)\./i.test(entry.name))
        found.push(join(shown, entry.name));
    }
  };
  walk(folder, given);
  return found.sort();
}
