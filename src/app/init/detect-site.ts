import type { FolderView } from './folder-view.ts';
import { GENERATOR_IDS, GENERATORS, type Generator, type GeneratorId, type Source } from './generators.ts';
import { readSetting } from './read-setting.ts';

/** What the files in a folder say about its blog. */
export type DetectedSite = {
  readonly generator: GeneratorId;
  /** The display name: `Hugo`. */
  readonly name: string;
  /** The file or folder that identified it, relative to the project's folder. */
  readonly mark: string;
  /** Without a trailing slash; missing if the blog does not say, or still has its starter's example. */
  readonly url?: string;
  /** Relative to the project's folder. */
  readonly publicDir: string;
  /** In Threadmill's syntax: `/blog/:year/:title/`. */
  readonly permalinks?: string;
  /** The folder of its posts, relative to the project's folder. */
  readonly posts?: string;
  /** What the user must do so that the site does not include Threadmill's files. */
  readonly keepOut?: string;
};

/** Subfolders that commonly hold the site. */
export const SUBFOLDERS = ['site', 'blog', 'website', 'web', 'docs', 'www'] as const;

/** Where GitHub Pages keeps a custom domain. */
const CNAME_FILES = ['CNAME', 'static/CNAME', 'public/CNAME', 'src/CNAME', 'src/public/CNAME'] as const;

/** Example addresses in starters. */
const EXAMPLE_HOSTS =
  /^(?:(?:[\w-]+\.)*example(?:\.(?:com|org|net))?|localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|(?:www\.)?(?:my-?site|yoursite|your-?domain|yourdomain|mysite|yourblog|your-site|my-?blog)\.[a-z.]+|tailwind-nextjs-starter-blog\.vercel\.app)(?::\d+)?$/i;

/**
 * Detects the blog or vault in a folder, or in a subfolder where sites usually are. A site generator takes precedence over an
 * Obsidian vault, since many vaults are the content of a site. Returns `null` if nothing is recognised.
 */
export async function detectSite(view: FolderView): Promise<DetectedSite | null> {
  const here = await detectIn(view, '');
  if (here !== null && here.generator !== 'obsidian') return here;
  for (const folder of SUBFOLDERS) {
    if ((await view.kindOf(folder)) !== 'folder') continue;
    const found = await detectIn(view, `${folder}/`);
    if (found !== null && found.generator !== 'obsidian') return found;
  }
  return here;
}

async function detectIn(view: FolderView, prefix: string): Promise<DetectedSite | null> {
  for (const id of GENERATOR_IDS) {
    const generator = GENERATORS[id];
    const mark = await markOf(generator, view, prefix);
    if (mark === undefined) continue;
    const url = await urlOf(generator, view, prefix);
    const permalinks = permalinksIn((await firstOf(generator.permalinks ?? [], view, prefix)) ?? '');
    const posts = await firstFolder(generator.posts, view, prefix);
    return {
      generator: id,
      name: generator.name,
      mark,
      ...(url === undefined ? {} : { url }),
      publicDir: await publicDirOf(generator, view, prefix),
      ...(permalinks === undefined ? {} : { permalinks }),
      ...(posts === undefined ? {} : { posts }),
      // A site in a subfolder does not see Threadmill's files.
      ...(generator.keepOut === undefined || prefix !== '' ? {} : { keepOut: generator.keepOut }),
    };
  }
  return null;
}

async function markOf({ marks }: Generator, view: FolderView, prefix: string): Promise<string | undefined> {
  for (const { path, holds } of marks) {
    const at = `${prefix}${path}`;
    if (holds === undefined ? (await view.kindOf(at)) !== null : holds.test((await view.read(at)) ?? ''))
      return at;
  }
  return undefined;
}

async function firstOf(
  sources: readonly Source[],
  view: FolderView,
  prefix: string,
): Promise<string | undefined> {
  for (const source of sources) {
    const text = await view.read(`${prefix}${source.file}`);
    const value = text === null ? undefined : await readSetting(text, source);
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

async function firstFolder(
  folders: readonly string[],
  view: FolderView,
  prefix: string,
): Promise<string | undefined> {
  for (const folder of folders)
    if ((await view.kindOf(`${prefix}${folder}`)) === 'folder') return joined(prefix, folder);
  return undefined;
}

const joined = (prefix: string, folder: string): string =>
  `${prefix}${folder === '.' ? '' : folder}`.replace(/\/+$/, '') || '.';

async function publicDirOf(generator: Generator, view: FolderView, prefix: string): Promise<string> {
  const { publicDirs, publicDirSetting } = generator;
  const [usual = '.'] = publicDirs;
  if (publicDirSetting !== undefined) {
    const named = (await firstOf([publicDirSetting], view, prefix))?.replace(/^\.?\/+|\/+$/g, '');
    if (named !== undefined && named !== '' && (await view.kindOf(`${prefix}${named}`)) === 'folder')
      return joined(prefix, named);
  }
  return (await firstFolder(publicDirs, view, prefix)) ?? joined(prefix, usual);
}

async function urlOf(generator: Generator, view: FolderView, prefix: string): Promise<string | undefined> {
  const written = siteUrl(await firstOf(generator.url, view, prefix));
  if (written !== undefined) {
    const base = (await firstOf(generator.base, view, prefix))?.replace(/^\/*|\/+$/g, '') ?? '';
    return base === '' || written.endsWith(`/${base}`) ? written : `${written}/${base}`;
  }
  for (const file of CNAME_FILES) {
    const name = (await view.read(`${prefix}${file}`))?.trim() ?? '';
    if (/^[\w-]+(?:\.[\w-]+)+$/.test(name)) return siteUrl(`https://${name}`);
  }
  return undefined;
}

/** Normalises a site's address, without a trailing slash; `undefined` if it is invalid or an example. */
export function siteUrl(text: string | undefined): string | undefined {
  const url = text === undefined || !/^https?:\/\//i.test(text.trim()) ? null : URL.parse(text.trim());
  if (url === null || url.username !== '' || url.password !== '' || EXAMPLE_HOSTS.test(url.host))
    return undefined;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** Converts Jekyll's `/:categories/:year/:title.html`, if Threadmill has the same placeholders; otherwise `undefined`. */
function permalinksIn(pattern: string): string | undefined {
  if (!pattern.startsWith('/')) return undefined;
  const words = pattern.match(/:\w+/g) ?? [];
  const known = [':year', ':month', ':day', ':slug', ':title', ':categories'];
  return words.length > 0 && words.every((word) => known.includes(word)) ? pattern : undefined;
}
