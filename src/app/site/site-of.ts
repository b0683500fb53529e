import { plainValue } from '../../drafts/front-matter/read-head.ts';
import { LARGEST_FRONT_MATTER } from '../../drafts/limits.ts';
import type { SiteRules } from '../../summaries/reading/canonical-url.ts';
import { hugoPage } from '../../summaries/sites/hugo-page.ts';
import { hugoFolders } from '../../summaries/sites/hugo-text.ts';
import { jekyllPage } from '../../summaries/sites/jekyll-page.ts';
import { mkdocsFolder, mkdocsPage } from '../../summaries/sites/mkdocs-page.ts';
import { isMap, type SiteSettings, type SiteText, settingText } from '../../summaries/sites/site-text.ts';
import { zolaPage } from '../../summaries/sites/zola-page.ts';
import { siteUrl } from '../init/detect-site.ts';
import { parseSettings } from '../init/parse-settings.ts';
import type { ReadProjectFile } from './project-file.ts';

/** A site whose settings are known. */
export type Site = {
  /** Relative to the project's folder: `docs`, or empty. */
  readonly folder: string;
  /** Where its texts are, relative to the project's folder. */
  readonly contents: readonly string[];
  /** Where texts are that others include, relative to the project's folder; missing if they include none. */
  readonly includes: string | undefined;
  readonly settings: SiteSettings;
  readonly rules: SiteRules;
  /** Without a slash at the end. */
  readonly url: string | undefined;
  /** Whether templates in its texts may show the settings. */
  readonly showsSettings: boolean;
};

type SiteKind = {
  /** Settings files; the first that exists and holds counts. */
  readonly files: readonly string[];
  readonly holds?: RegExp;
  /** Found in files of the same name of other programs. */
  readonly lacks?: RegExp;
  /** Files with more of the settings, by the key that they belong to. */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
  readonly contents: (settings: SiteSettings) => readonly string[];
  readonly pathOf: (text: SiteText, settings: SiteSettings) => string | undefined;
  readonly url: (settings: SiteSettings) => string | undefined;
  readonly showsSettings: boolean;
};

const inFormats = (stem: string): string[] => ['toml', 'yaml', 'yml', 'json'].map((end) => `${stem}.${end}`);

/** The generators whose rules are known. To add one, add a row and its rules. */
const KINDS: readonly SiteKind[] = [
  {
    files: ['_config.yml', '_config.yaml'],
    // Hexo and Jupyter Book, whose pages follow other rules.
    lacks: /^(?:source_dir|new_post_name|sphinx|only_build_toc_files|execute)\s*:/m,
    contents: () => [''],
    pathOf: jekyllPage,
    url: (settings) => {
      const base = settingText(settings, 'baseurl')?.replace(/^\/*|\/+$/g, '') ?? '';
      const url = siteUrl(settingText(settings, 'url'));
      return url === undefined || base === '' ? url : `${url}/${base}`;
    },
    showsSettings: true,
  },
  {
    files: [...inFormats('hugo'), ...inFormats('config/_default/hugo')],
    parts: partsOf('permalinks', 'languages', 'module'),
    contents: hugoFolders,
    pathOf: hugoPage,
    url: (settings) => siteUrl(settingText(settings, 'baseURL')),
    showsSettings: false,
  },
  {
    files: [...inFormats('config'), ...inFormats('config/_default/config')],
    // Other programs have files of these names, too.
    holds: /^\s*['"]?baseurl['"]?\s*[=:]/im,
    parts: partsOf('permalinks', 'languages', 'module'),
    contents: hugoFolders,
    pathOf: hugoPage,
    url: (settings) => siteUrl(settingText(settings, 'baseURL')),
    showsSettings: false,
  },
  {
    files: ['zola.toml', 'config.toml'],
    holds: /^\s*base_url\s*=/m,
    contents: () => ['content'],
    pathOf: zolaPage,
    url: (settings) => siteUrl(settingText(settings, 'base_url')),
    showsSettings: false,
  },
  {
    files: ['mkdocs.yml', 'mkdocs.yaml'],
    contents: (settings) => [mkdocsFolder(settings)],
    pathOf: mkdocsPage,
    url: (settings) => siteUrl(settingText(settings, 'site_url')),
    showsSettings: false,
  },
];

function partsOf(...keys: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(keys.map((key) => [key, inFormats(`config/_default/${key}`)]));
}

/** Returns the site that a folder of the project belongs to: the nearest one above with settings that are known. */
export type SiteOf = (folder: string) => Site | undefined;

/** Makes the search for sites in a project's folder; each folder is looked at once. */
export function siteOf(read: ReadProjectFile): SiteOf {
  const known = new Map<string, Site | undefined>();
  return (folder) => {
    let site: Site | undefined;
    const passed: string[] = [];
    for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
      passed.push(at);
      const isKnown = known.has(at);
      site = isKnown ? known.get(at) : siteIn(at, read);
      if (isKnown || site !== undefined || at === '') break;
    }
    for (const one of passed) known.set(one, site);
    return site;
  };
}

function siteIn(folder: string, read: ReadProjectFile): Site | undefined {
  const prefix = folder === '' ? '' : `${folder}/`;
  for (const kind of KINDS) {
    const found = firstOf(kind.files, prefix, read, kind);
    if (found === undefined) continue;
    const { settings, file } = found;
    const more = Object.entries(kind.parts ?? {}).flatMap(([key, files]) => {
      const part = firstOf(files, prefix, read)?.settings;
      return part === undefined ? [] : [[key, part] as const];
    });
    return siteFrom(kind, folder, file, new Map([...(isMap(settings) ? settings : []), ...more]));
  }
  return undefined;
}

function firstOf(
  files: readonly string[],
  prefix: string,
  read: ReadProjectFile,
  { holds, lacks }: Pick<SiteKind, 'holds' | 'lacks'> = {},
): { readonly settings: NonNullable<SiteSettings>; readonly file: string } | undefined {
  for (const file of files) {
    const found = read(`${prefix}${file}`);
    if ('problem' in found || found.text.length > LARGEST_FRONT_MATTER) continue;
    if (holds?.test(found.text) === false || lacks?.test(found.text) === true) continue;
    const settings = plainValue(parseSettings(found.text, file), 0);
    if (settings !== null) return { settings, file };
  }
  return undefined;
}

function siteFrom(kind: SiteKind, folder: string, file: string, settings: NonNullable<SiteSettings>): Site {
  const source = settingText(settings, 'source')?.replace(/^\.?\/+|\/+$|^\.$/g, '') ?? '';
  const home = [folder, kind.pathOf === jekyllPage ? source : ''].filter((part) => part !== '').join('/');
  const prefix = home === '' ? '' : `${home}/`;
  return {
    folder: home,
    contents: kind.contents(settings).map((content) => `${prefix}${content}`),
    includes:
      kind.pathOf === jekyllPage
        ? `${prefix}${settingText(settings, 'includes_dir') ?? '_includes'}`
        : undefined,
    settings,
    url: kind.url(settings),
    showsSettings: kind.showsSettings,
    rules: {
      from: `the settings in ${file}`,
      pathOf: (text) =>
        text.path.startsWith(prefix)
          ? kind.pathOf({ ...text, path: text.path.slice(prefix.length) }, settings)
          : undefined,
    },
  };
}
