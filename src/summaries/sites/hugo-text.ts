import { isMap, type SiteSettings, settingAt, settingText } from './site-text.ts';

/** A folder of a Hugo site's texts. */
type ContentFolder = {
  readonly folder: string;
  /** The language of all its texts, unless a name has another (`float.fr.md`); missing if several share the folder. */
  readonly language?: string;
};

/** A file of a Hugo site below its folder of texts. */
export type HugoText = {
  readonly folders: readonly string[];
  /** The name without ending and language. */
  readonly name: string;
  /** `/fr` before the path of a translation. */
  readonly prefix: string;
};

const usualLanguage = (settings: SiteSettings): string =>
  (settingText(settings, 'defaultContentLanguage') ?? 'en').toLowerCase();

/** Returns the folders of a site's texts; empty if the settings put single sections elsewhere. */
function foldersOf(settings: SiteSettings): readonly ContentFolder[] {
  const mounts = settingAt(settings, 'module', 'mounts');
  const ofTexts = (Array.isArray(mounts) ? mounts : []).flatMap((mount: SiteSettings) => {
    const target = trimmed(settingText(mount, 'target'));
    if (target !== 'content' && !target.startsWith('content/')) return [];
    const language = settingText(mount, 'lang')?.toLowerCase();
    const folder = target === 'content' ? trimmed(settingText(mount, 'source')) : undefined;
    return [{ folder, ...(language === undefined ? {} : { language }) }];
  });
  if (ofTexts.some(({ folder, language }) => folder === undefined && language === undefined)) return [];
  if (ofTexts.length > 0)
    return ofTexts.flatMap(({ folder, ...rest }) => (folder === undefined ? [] : [{ folder, ...rest }]));
  const usual = trimmed(settingText(settings, 'contentDir') ?? 'content');
  const own = languagesOf(settings).flatMap(([name, language]) => {
    const folder = settingText(language, 'contentDir');
    return folder === undefined ? [] : [{ folder: trimmed(folder), language: name }];
  });
  const shared = new Set(own.map(({ folder }) => folder).filter((one, at, all) => all.indexOf(one) !== at));
  return [
    ...own.filter(({ folder }) => !shared.has(folder) && folder !== usual),
    ...[...shared].map((folder) => ({ folder })),
    { folder: usual },
  ];
}

const trimmed = (path: string | undefined): string => (path ?? '').replace(/^\.?\/+|\/+$/g, '');

function languagesOf(settings: SiteSettings): readonly (readonly [string, SiteSettings])[] {
  const languages = settingAt(settings, 'languages');
  return isMap(languages) ? [...languages].map(([name, one]) => [name.toLowerCase(), one]) : [];
}

/** Returns the folders of a site's texts, relative to the site's. */
export const hugoFolders = (settings: SiteSettings): readonly string[] => [
  ...new Set(foldersOf(settings).map(({ folder }) => folder)),
];

/** Finds the place of a file among a site's texts; `undefined` if it is no text of the site, or its language is not published. */
export function hugoText(
  folders: readonly string[],
  stem: string,
  settings: SiteSettings,
): HugoText | undefined {
  const path = `${folders.join('/')}/`;
  const [home] = foldersOf(settings)
    .filter(({ folder }) => path.startsWith(`${folder}/`))
    .sort((one, other) => other.folder.length - one.folder.length);
  if (home === undefined) return undefined;
  const languages = languagesOf(settings);
  const usual = usualLanguage(settings);
  const [, written = stem, suffix = ''] = /^(.*)\.([a-z]{2,3}(?:-[a-z]{2,4})?)$/i.exec(stem) ?? [];
  const named = suffix.toLowerCase();
  const isNamed = named === usual || languages.some(([name]) => name === named);
  const language = isNamed ? named : (home.language ?? usual);
  const own = languages.find(([name]) => name === language)?.[1];
  const disabled = settingAt(settings, 'disableLanguages');
  const isOff =
    settingText(own, 'disabled') === 'true' || (Array.isArray(disabled) && disabled.includes(language));
  if (isOff || settingText(own, 'baseURL') !== undefined) return undefined;
  const isInFolder = settingText(settings, 'defaultContentLanguageInSubdir') === 'true';
  return {
    folders: path
      .slice(home.folder.length + 1, -1)
      .split('/')
      .filter((part) => part !== ''),
    name: isNamed ? written : stem,
    prefix: language === usual && !isInFolder ? '' : `/${language}`,
  };
}
