import { calendarDate } from '../../drafts/front-matter/dates.ts';
import type { PostFields } from '../reading/post-fields.ts';
import { isMap, pathParts, type SiteSettings, type SiteText, settingAt, settingText } from './site-text.ts';

/** Returns the folder of a site's texts. */
export const mkdocsFolder = (settings: SiteSettings): string =>
  settingText(settings, 'docs_dir')?.replace(/^\.?\/+|\/+$/g, '') ?? 'docs';

/**
 * Returns the path of a text's page by a MkDocs site's own settings; `undefined` if they don't tell it.
 * https://www.mkdocs.org/user-guide/configuration/, https://squidfunk.github.io/mkdocs-material/plugins/blog/
 */
export function mkdocsPage({ path, fields, heading }: SiteText, settings: SiteSettings): string | undefined {
  const home = `${mkdocsFolder(settings)}/`;
  const { folders, stem, ending } = pathParts(path.startsWith(home) ? path.slice(home.length) : '');
  if (!/^\.(?:md|markdown|mkd|mdown)$/i.test(ending)) return undefined;
  // Each language has a folder of its own, whose name only the plugin knows.
  if (pluginOf(settings, 'i18n') !== undefined) return undefined;
  const isPretty = settingText(settings, 'use_directory_urls') !== 'false';
  const place = postPlace([...folders, ''].join('/'), { stem, fields, heading }, settings);
  if (place === undefined) return undefined;
  if (place !== '') return `/${place}${isPretty ? '/' : '.html'}`;
  const isIndex = /^(?:index|readme)$/i.test(stem);
  const parts = isIndex ? folders : [...folders, stem];
  if (parts.some((part) => !/^[\w.-]+$/.test(part))) return undefined;
  const page = parts.join('/');
  if (isPretty) return page === '' ? '/' : `/${page}/`;
  return isIndex ? `/${[...folders, 'index.html'].join('/')}` : `/${page}.html`;
}

/** Returns the settings of a plugin: an entry of the list, alone or with settings; or a key. `undefined` if the site has it not. */
function pluginOf(settings: SiteSettings, name: string): SiteSettings {
  const plugins = settingAt(settings, 'plugins');
  const known = [name, `material/${name}`];
  const entries = Array.isArray(plugins) ? plugins : [plugins];
  for (const entry of entries) {
    if (typeof entry === 'string' && known.includes(entry)) return new Map();
    const key = isMap(entry) ? known.find((one) => entry.has(one)) : undefined;
    if (isMap(entry) && key !== undefined) return entry.get(key) ?? new Map();
  }
  return undefined;
}

/** A post of Material's blog: the name of its file, its front matter, and the heading with which it opens. */
type Post = {
  readonly stem: string;
  readonly fields: PostFields;
  readonly heading: string | undefined;
};

/**
 * Returns the path of a post of Material's blog, without slashes at its ends; empty for a text that is no post.
 *
 * @param folder - the text's, with a slash behind each name
 */
function postPlace(folder: string, post: Post, settings: SiteSettings): string | undefined {
  const blog = pluginOf(settings, 'blog');
  if (blog === undefined) return '';
  const home = trimmed(settingText(blog, 'blog_dir') ?? 'blog');
  const posts = trimmed((settingText(blog, 'post_dir') ?? '{blog}/posts').replace('{blog}', home));
  if (!folder.startsWith(`${posts}/`)) return '';
  const values: Readonly<Record<string, string | undefined>> = {
    date: dateOf(post.fields, settingText(blog, 'post_url_date_format') ?? 'yyyy/MM/dd'),
    slug: slugOf(post, blog),
    file: /^[\w.-]+$/.test(post.stem) ? post.stem : undefined,
  };
  const format = settingText(blog, 'post_url_format') ?? '{date}/{slug}';
  let isMissing = false;
  const path = format.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) isMissing = true;
    return value ?? '';
  });
  return isMissing ? undefined : trimmed(`${home}/${path}`);
}

/** Drops `.` and slashes at the ends. */
const trimmed = (folder: string): string =>
  folder.replace(/^(?:\.?\/+|\.$)+|\/+$/g, '').replace(/\/{2,}/g, '/');

function dateOf(fields: PostFields, format: string): string | undefined {
  const written = settingText(fields, 'date') ?? settingText(fields, 'date', 'created');
  const day = written === undefined ? undefined : calendarDate(written);
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  // Names of months would be in the site's language.
  if (day === undefined || !/^(?!.*(?:MMM|ddd|yyyyy))(?:yyyy|MM|dd|[/._-])+$/.test(format)) return undefined;
  return format.replaceAll('yyyy', year).replaceAll('MM', month).replaceAll('dd', date);
}

/** Returns a post's name in its address: its own, else its title as Material writes it, if that has only ASCII and no marks. */
function slugOf({ fields, heading }: Post, blog: SiteSettings): string | undefined {
  const own = settingText(fields, 'slug');
  if (own !== undefined) return own;
  const title = settingText(fields, 'title') ?? heading;
  const isUsual =
    settingAt(blog, 'post_slugify') === undefined && settingAt(blog, 'post_slugify_separator') === undefined;
  if (!isUsual || title === undefined || /[^\x20-\x7e]|[<>&*_`[\]{}\\]/.test(title)) return undefined;
  return title
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}
