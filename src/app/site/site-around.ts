import { basename, dirname, posix, relative, sep } from 'node:path';
import type { FileLink, FilePage, SiteLookup } from '../../drafts/site-lookup.ts';
import type { SiteFacts } from '../../summaries/reading/canonical-url.ts';
import { filePage } from '../../summaries/sites/file-page.ts';
import { settingText } from '../../summaries/sites/site-text.ts';
import { SUBFOLDERS } from '../init/detect-site.ts';
import type { Project } from '../project/project.ts';
import { bundledPicture } from './bundled-picture.ts';
import { findText, textsBelow } from './find-text.ts';
import { projectFiles } from './project-file.ts';
import { siteOf } from './site-of.ts';

/** What the files around a text say about its site. */
export type SiteAround = {
  readonly lookup: SiteLookup;
  /** The site's address: the project's setting, else the site's own. */
  readonly url: string | undefined;
  readonly rules: SiteFacts['rules'];
};

/** What is known of a project's files; read as needed, and kept for all its texts. */
const around = new WeakMap<Project, ReturnType<typeof filesOf>>();

function filesOf(root: string): {
  readonly read: ReturnType<typeof projectFiles>;
  readonly siteOf: ReturnType<typeof siteOf>;
  readonly textsBelow: ReturnType<typeof textsBelow>;
} {
  const read = projectFiles(root);
  return { read, siteOf: siteOf(read), textsBelow: textsBelow(root) };
}

/** Files that a site makes pages of; others are served as they are. */
const TEXT = /\.(?:md|mdx|markdown|mkd|html?)$/i;

/** A text whose folder is its own, with all files in it. */
const BUNDLE = /^index\.(?:[a-z-]{2,10}\.)?(?:md|markdown|mdx|html)$/i;

const PROBLEMS = {
  missing: 'there is no such file in the project',
  outside: 'it is outside the project’s folder, where no file is read',
  unreadable: 'it can’t be read',
  binary: 'it can’t be read as text',
} as const;

/**
 * Makes the lookup for a text of a project: the pages of the files that it links to, and the values of its site's settings. Reads
 * only inside the project's folder, and only what the text asks for.
 *
 * @param file - the text's file, absolute; null for standard input
 */
export function siteAround(file: string | null, project: Project): SiteAround {
  const { root, config } = project;
  const files = around.get(project) ?? filesOf(root);
  around.set(project, files);
  const path = file === null ? null : relative(root, file).split(sep).join('/');
  const folder = path === null || path.startsWith('../') ? '' : dirname(path).replace(/^\.$/, '');
  // A draft beside the site's folder belongs to it, too.
  const site = [folder, ...SUBFOLDERS].map(files.siteOf).find((one) => one !== undefined);
  const url = config.site.url ?? site?.url;
  const here = { folder, site, textsBelow: files.textsBelow };
  const pageOf = (link: FileLink): FilePage => {
    const found = findText(link, here, files.read);
    const isCopied = 'problem' in found && found.problem === 'binary' && !TEXT.test(found.path);
    if ('problem' in found && !isCopied) return { problem: PROBLEMS[found.problem] };
    const own = files.siteOf(dirname(found.path).replace(/^\.$/, ''));
    const siteUrl = url === undefined ? own?.url : undefined;
    return filePage('text' in found ? found.text : '', found.path, path, {
      permalinks: config.site.permalinks,
      rules: own?.rules,
      siteUrl,
    });
  };
  return {
    url,
    rules: site?.rules,
    lookup: {
      pageOf: remembered(pageOf),
      included: (name, from) => {
        const base = from === 'folder' ? (name.startsWith('/') ? '' : folder) : site?.includes;
        if (base === undefined || (from === 'folder' && (path === null || path.startsWith('../'))))
          return undefined;
        const found = files.read(posix.join(base, name.replace(/^\/+/, '')));
        return 'problem' in found ? undefined : found.text;
      },
      picture: (part) =>
        file === null || path?.startsWith('../') === true || !BUNDLE.test(basename(file))
          ? undefined
          : bundledPicture(dirname(file), part),
      setting: (name) =>
        site?.showsSettings === true ? settingText(site.settings, ...name.split('.')) : undefined,
    },
  };
}

/** More files than any text names. */
const MOST_LINKS = 2_000;
const TOO_MANY = `the text names more than ${MOST_LINKS.toLocaleString('en-US')} files`;

/** Asks once for each link of a text, up to a number of them. */
function remembered(pageOf: SiteLookup['pageOf']): SiteLookup['pageOf'] {
  const known = new Map<string, FilePage>();
  return (link) => {
    const key = `${link.by} ${link.name}`;
    if (known.size >= MOST_LINKS && !known.has(key)) return { problem: TOO_MANY };
    const page = known.get(key) ?? pageOf(link);
    known.set(key, page);
    return page;
  };
}
