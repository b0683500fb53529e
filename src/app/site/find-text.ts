import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { FileLink } from '../../drafts/site-lookup.ts';
import { once } from '../../text/lazy.ts';
import type { ProjectFile, ReadProjectFile } from './project-file.ts';
import type { Site } from './site-of.ts';

/** Where a text that names another one is. */
export type Standpoint = {
  /** The folder of the text, relative to the project's folder. */
  readonly folder: string;
  readonly site: Site | undefined;
  /** Paths of all texts below a folder, by the file's name; empty for a folder of too many files. */
  readonly textsBelow: (folder: string) => ReadonlyMap<string, readonly string[]>;
};

/** Joins a name to a folder; a slash before the name is the folder's. */
const at = (folder: string, name: string): string => posix.join('.', folder, name.replace(/^\/+/, ''));

const ENDINGS = ['.md', '.markdown', '.html', '.mkd', '.mdx'];

/** Returns the folders from one up to the project's own, nearest first. */
function upwards(folder: string): string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/')).concat('');
}

/** Where each way of naming a text looks for it, in order; paths are relative to the project's folder. */
const PLACES: Readonly<Record<FileLink['by'], (name: string, here: Standpoint) => readonly string[]>> = {
  file: (name, { folder, site }) => {
    // Zola's `@/log/winter.md`, from `content/`.
    if (name.startsWith('@/'))
      return site === undefined
        ? upwards(folder).map((above) => at(above, `content/${name.slice(2)}`))
        : site.contents.map((content) => at(content, name.slice(2)));
    if (!name.startsWith('/')) return [at(folder, name)];
    const places = site === undefined ? [] : [site.folder, ...site.contents];
    return [...places, ...upwards(folder)].map((above) => at(above, name));
  },
  link: (name, { site }) => [at(site?.folder ?? '', name)],
  post_url: (name, { site, textsBelow }) => {
    const home = site?.folder ?? '';
    const folder = posix.dirname(name).replace(/^\/+/, '');
    const base = posix.basename(name);
    const direct = [`${folder}/_posts`, `_posts/${folder}`].flatMap((place) =>
      ENDINGS.map((ending) => at(home, `${place}/${base}${ending}`)),
    );
    return folder === '.' ? [...direct, ...only(ENDINGS, base, [textsBelow(at(home, '_posts'))])] : direct;
  },
  ref: (name, { site, folder, textsBelow }) => {
    const contents = site?.contents ?? ['content'];
    const isRooted = name.startsWith('/');
    const stem = name.replace(/\/+$/, '');
    const forms = /\.\w+$/.test(stem)
      ? [stem]
      : [`${stem}.md`, `${stem}/index.md`, `${stem}/_index.md`, `${stem}.markdown`];
    const direct = [...(isRooted ? [] : [folder]), ...contents].flatMap((above) =>
      forms.map((form) => at(above, form)),
    );
    return stem.includes('/')
      ? direct
      : [
          ...direct,
          ...only(
            ['', '.md'],
            stem,
            contents.map((content) => textsBelow(content)),
          ),
        ];
  },
};

/** Returns the path of the only text with a name; Hugo and Jekyll refuse names that two texts have. */
function only(
  endings: readonly string[],
  base: string,
  folders: readonly ReadonlyMap<string, readonly string[]>[],
): readonly string[] {
  const found = folders.flatMap((texts) => endings.flatMap((ending) => texts.get(`${base}${ending}`) ?? []));
  return found.length === 1 ? found : [];
}

/** Finds the text that another one names, in the project's folder only. */
export function findText({ by, name }: FileLink, here: Standpoint, read: ReadProjectFile): ProjectFile {
  let problem: ProjectFile = { problem: 'missing' };
  for (const spelled of spellings(name))
    for (const path of PLACES[by](spelled, here)) {
      const found = read(path);
      if (!('problem' in found)) return found;
      if (found.problem !== 'missing') problem = found;
    }
  return problem;
}

function spellings(name: string): readonly string[] {
  try {
    const decoded = decodeURIComponent(name);
    return decoded === name ? [name] : [name, decoded];
  } catch (error) {
    // A lone `%` is part of the name, not an escape.
    if (error instanceof URIError) return [name];
    throw error;
  }
}

/** More entries of a folder than any blog has. */
const MOST_ENTRIES = 50_000;

/** Makes a list of the texts below folders of the project, each made once. Doesn't follow symbolic links. */
export function textsBelow(root: string): Standpoint['textsBelow'] {
  const known = new Map<string, () => ReadonlyMap<string, readonly string[]>>();
  return (folder) => {
    const list = known.get(folder) ?? once(() => listed(root, folder));
    known.set(folder, list);
    return list();
  };
}

function listed(root: string, top: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const folders = [top];
  let left = MOST_ENTRIES;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(join(root, folder))) {
      left -= 1;
      if (left < 0) return new Map();
      const path = at(folder, entry.name);
      if (entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name)) folders.push(path);
      else if (entry.isFile()) {
        const same = found.get(entry.name);
        if (same === undefined) found.set(entry.name, [path]);
        else same.push(path);
      }
    }
  }
  return found;
}

function entriesOf(folder: string): ReturnType<typeof readFolder> {
  try {
    return readFolder(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return [];
  }
}

const readFolder = (folder: string) => readdirSync(folder, { withFileTypes: true });
