import { joinToSite, withScheme } from '../../drafts/front-matter/canonical.ts';
import { calendarDate, DATE_KEYS } from '../../drafts/front-matter/dates.ts';
import { titleOf } from '../sites/jekyll-page.ts';
import type { SiteText } from '../sites/site-text.ts';
import { listField, type PostFields, textField } from './post-fields.ts';

/** A post's canonical address. */
export type Canonical = {
  /** Absolute if the site is known, else a path from the root. */
  readonly url: string;
  /** What it was derived from, for messages: `permalink`, `the file’s name, as Jekyll does`. */
  readonly from: string;
  /** Whether it is based on a generator's default, which a site may have changed. */
  readonly guessed: boolean;
};

/** What is known about a post's site. */
export type SiteFacts = {
  /** `https://example.org`, with a path if the blog has one. */
  readonly siteUrl?: string | undefined;
  /** How the site builds its addresses: `/blog/:slug/`, with `:year`, `:month`, `:day`, `:slug`, `:title`, `:categories`. */
  readonly permalinks?: string | undefined;
  /** What the site's own settings say. */
  readonly rules?: SiteRules | undefined;
};

/** The rules in a site's own settings. */
export type SiteRules = {
  /** For messages: `the settings in _config.yml`. */
  readonly from: string;
  /** Returns the path of a file's page from the root of the site; `undefined` if the settings don't tell it. */
  readonly pathOf: (text: SiteText) => string | undefined;
};

/** A post's file, as generators see it. */
type PostFile = {
  readonly folders: readonly string[];
  /** The name without date and extension; for `index.md` and `page.mdx` the folder's. */
  readonly name: string;
  /** The same with its date: Hugo and Astro keep it in the address. */
  readonly datedName: string;
  /** How Quarto ends its address, if it is one of Quarto's or R Markdown's files: `.html`, or `/` for `index.qmd`. */
  readonly quartoEnd?: '.html' | '/';
  /** ISO calendar date in the file's name. */
  readonly date?: string;
};

const DATED = /^(\d{4}-\d{2}-\d{2})[-_](.+)$/;
/** Files that represent their folder: leaf bundles, pages of Next.js' app router. */
const INDEX = /^_?(?:index|page)$/i;
/** Eleventy takes the date out of a name first; Hugo, Astro and Jekyll don't look for an index behind one. */
const DATED_INDEX = /^(\d{4}-\d{2}-\d{2})[-_]index$/i;
const OF_QUARTO = /\.(?:qmd|rmd)$/i;

/** Splits a post's path into folders, name and date. */
export function postFile(path: string): PostFile {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const base = (parts.at(-1) ?? '')
    .replace(/\.(?:mdx?|markdown|mkd|qmd|rmd|txt|html?)$/i, '')
    .replace(/\.[a-z]{2}$/, '');
  const isIndex = INDEX.test(base) || (DATED_INDEX.test(base) && !/(?:content|_posts)[\\/]/.test(path));
  const inFolder = isIndex && parts.length > 1;
  const raw = inFolder ? (parts.at(-2) ?? '') : base;
  const folders = parts.slice(0, inFolder ? -2 : -1);
  const match = DATED.exec(raw) ?? DATED_INDEX.exec(base);
  const date = match?.[1] === undefined ? undefined : calendarDate(match[1]);
  const quarto = OF_QUARTO.test(path) ? ({ quartoEnd: inFolder ? '/' : '.html' } as const) : {};
  if (date === undefined) return { folders, name: raw, datedName: raw, ...quarto };
  return { folders, name: match?.[2] ?? raw, datedName: raw, date, ...quarto };
}

/**
 * Determines the page of a post: from the author's keys, else from the site's pattern, else from the site's own settings, else by
 * the default of the generator whose folders it is in. Returns `undefined` if unknown.
 */
export function canonicalUrl(
  fields: PostFields,
  path: string | null,
  {
    siteUrl,
    permalinks,
    rules,
    hasFrontMatter = true,
    heading,
  }: SiteFacts & Partial<Pick<SiteText, 'hasFrontMatter' | 'heading'>>,
): Canonical | undefined {
  const join = (written: string): string =>
    /^https?:\/\//i.test(written) ? written : joinToSite(written, siteUrl);
  const canonical = textField(fields, 'canonical', 'canonical_url', 'canonicalUrl', 'canonicalURL');
  if (canonical !== undefined)
    return { url: join(withScheme(canonical)), from: '`canonical`', guessed: false };

  const file = path === null ? undefined : postFile(path);
  const ruled = path === null ? undefined : rules?.pathOf({ path, fields, hasFrontMatter, heading });
  const ownKey = ['permalink', 'url', 'path'].find((key) => textField(fields, key) !== undefined);
  if (ruled !== undefined && ownKey !== undefined)
    return { url: join(ruled), from: `\`${ownKey}\``, guessed: false };
  const zolaPath = isZola(fields) ? textField(fields, 'path') : undefined;
  if (zolaPath !== undefined)
    return { url: join(`/${zolaPath.replace(/^\/+|\/+$/g, '')}/`), from: '`path`', guessed: false };
  for (const key of ['permalink', 'url']) {
    const pattern = textField(fields, key);
    const filled = pattern === undefined || pattern === 'false' ? undefined : fill(pattern, fields, file);
    // Web servers serve a folder's index at the folder.
    const page = filled?.replace(/\/index\.html?$/, '/');
    if (page !== undefined) return { url: join(page), from: `\`${key}\``, guessed: false };
  }
  const pattern = permalinks === undefined ? undefined : fill(permalinks, fields, file);
  if (pattern !== undefined) return { url: join(pattern), from: '`site.permalinks`', guessed: false };
  if (ruled !== undefined) return { url: join(ruled), from: rules?.from ?? '', guessed: false };
  if (file === undefined) {
    const slug = textField(fields, 'slug');
    return slug === undefined ? undefined : { url: join(slug), from: '`slug`', guessed: true };
  }
  const habit = HABITS.find(({ holds }) => holds(file, fields));
  const byHabit = habit?.path(file, fields);
  return byHabit === undefined ? undefined : { url: join(byHabit), from: habit?.from ?? '', guessed: true };
}

/** `{{ title | slugify }}` of Eleventy, and `:title` of Jekyll and Hugo. */
const PLACEHOLDER = /\{\{\s*([\w.]+)\s*(?:\|\s*(\w+)[^}]*)?\}\}|:(\w+)/g;

/** Fills in a pattern's placeholders; `undefined` if one of them is unknown. */
function fill(pattern: string, fields: PostFields, file: PostFile | undefined): string | undefined {
  const date = dateOf(fields, file)?.split('-');
  const slug = textField(fields, 'slug') ?? file?.name;
  const title = textField(fields, 'title');
  const values: Readonly<Record<string, string | undefined>> = {
    year: date?.[0],
    month: date?.[1],
    day: date?.[2],
    i_month: date?.[1]?.replace(/^0/, ''),
    i_day: date?.[2]?.replace(/^0/, ''),
    y_day: undefined,
    slug: slug === undefined ? undefined : slugify(slug),
    // Jekyll's `:title` is the file name; Hugo's and Eleventy's is the title.
    title: slug === undefined ? (title === undefined ? undefined : slugify(title)) : named(slug, file),
    filename: file?.datedName,
    contentbasename: file?.datedName,
    slugorfilename: slug ?? file?.datedName,
    slugorcontentbasename: slug ?? file?.datedName,
    name: file?.name,
    categories: categories(fields)
      .map((name) => (isOfJekyll(file) ? encodeURI(name.toLowerCase()) : slugify(name)))
      .join('/'),
    section: file?.folders.at(-1),
    output_ext: '.html',
  };
  const written: Readonly<Record<string, string | undefined>> = {
    title: title === undefined ? undefined : slugify(title),
    slug: values['slug'],
    'page.fileSlug': file?.name,
  };
  let missing = false;
  const filled = pattern.replace(PLACEHOLDER, (_, variable?: string, _filter?: string, name?: string) => {
    const value = variable === undefined ? values[name ?? ''] : written[variable];
    if (value === undefined) missing = true;
    return value ?? '';
  });
  if (missing || /\{[{%]/.test(filled)) return undefined;
  return filled.replace(/([^:]|^)\/{2,}/g, '$1/');
}

/** Writes a file's name as the generator does that keeps its folders: Jekyll leaves dots and capitals in `:title`. */
const named = (name: string, file: PostFile | undefined): string =>
  isOfJekyll(file) ? encodeURI(titleOf(name)) : slugify(name);

const isOfJekyll = (file: PostFile | undefined): boolean => file?.folders.includes('_posts') === true;

/** Reads categories. Jekyll's `category` is one name, with its spaces; `categories` is a list, or names separated by spaces. */
function categories(fields: PostFields): readonly string[] {
  const one = textField(fields, 'category');
  return one !== undefined
    ? [one]
    : listField(fields, 'categories').flatMap((name) =>
        Array.isArray(fields.get('categories')) ? [name] : name.split(/\s+/),
      );
}

/** Returns an invalid date as written, if the file name has no date either. */
export function unreadableDate(fields: PostFields, file: PostFile | undefined): string | undefined {
  if (dateOf(fields, file) !== undefined) return undefined;
  const written = textField(fields, ...DATE_KEYS);
  // `published: true` is not a date, and Eleventy evaluates its own words and templates.
  return written === undefined || /^(?:true|false|(?:git )?(?:created|last modified))$|\{[{%]/i.test(written)
    ? undefined
    : written;
}

/** Returns the post's date: from its front matter, else from its file name. */
export function dateOf(fields: PostFields, file: PostFile | undefined): string | undefined {
  const written = textField(fields, ...DATE_KEYS);
  return (written === undefined ? undefined : calendarDate(written)) ?? file?.date;
}

function slugify(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

type Habit = {
  readonly from: string;
  readonly reason: string;
  readonly holds: (file: PostFile, fields: PostFields) => boolean;
  readonly path: (file: PostFile, fields: PostFields) => string | undefined;
};

const has = (file: PostFile, ...names: readonly string[]): boolean =>
  names.some((name) => file.folders.includes(name));
const below = (file: PostFile, ...roots: readonly string[]): readonly string[] =>
  file.folders.slice(Math.max(...roots.map((root) => file.folders.lastIndexOf(root))) + 1);
/** Returns the last part of a page's path, for generators that drop the date of the file name. */
const undated = (file: PostFile, fields: PostFields): string => textField(fields, 'slug') ?? file.name;
/** Converts a part of a path as Hugo, Zola and Astro do for an address. */
const urlized = (part: string): string =>
  part
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/[?#%"'’,:;!()[\]]/g, '')
    .replace(/\s+/g, '-');
const mirrored = (file: PostFile, fields: PostFields, name: string): string =>
  `/${[...below(file, 'content').map(urlized), textField(fields, 'slug') ?? urlized(name)].join('/')}/`;
/** Whether keys are specific to Zola, which drops the date of a file name, unlike Hugo. */
const isZola = (fields: PostFields): boolean => fields.has('taxonomies') || fields.has('extra');
/** Drops the folders that Next.js leaves out of its addresses: `(group)`. */
const routed = (folders: readonly string[]): readonly string[] =>
  folders.filter((name) => !/^\(.*\)$/.test(name));

/** Folders that blogs keep their posts in. */
const OF_BLOGS: readonly string[] = ['posts', 'blog', 'articles', 'writing', 'notes', 'journal'];

/** How generators derive a page's path from a file's by default; the first matching row decides. */
const HABITS: readonly Habit[] = [
  {
    from: 'the file’s name, as Jekyll does',
    reason:
      'Jekyll’s default is `/:categories/:year/:month/:day/:title.html`, https://jekyllrb.com/docs/permalinks/',
    holds: (file) => has(file, '_posts'),
    path: (file, fields) => fill('/:categories/:year/:month/:day/:title:output_ext', fields, file),
  },
  {
    from: 'its place below `src/content/`, as Astro’s blogs do',
    reason:
      'a collection’s name is the page’s folder, and an id is the file’s name with its date, https://docs.astro.build/en/guides/content-collections/',
    holds: (file) =>
      file.folders.at(file.folders.lastIndexOf('content') - 1) === 'src' && has(file, 'content'),
    path: (file, fields) => mirrored(file, fields, file.datedName),
  },
  {
    from: 'its place below `content/`, as Zola does',
    reason:
      'Zola mirrors `content/` and takes the date out of the name, https://www.getzola.org/documentation/content/page/',
    holds: (file, fields) => has(file, 'content') && isZola(fields),
    path: (file, fields) => mirrored(file, fields, file.name),
  },
  {
    from: 'its place below `content/`, as Hugo does',
    reason:
      'Hugo mirrors `content/`, keeps a date in the name unless configured otherwise, and ends with a slash, https://gohugo.io/content-management/urls/',
    holds: (file) => has(file, 'content'),
    path: (file, fields) => mirrored(file, fields, file.datedName),
  },
  {
    from: 'its place below `app/` or `pages/`, as Next.js does',
    reason:
      'the file’s path is the route, without a slash at the end, https://nextjs.org/docs/app/guides/mdx',
    holds: (file) => has(file, 'app', 'pages'),
    path: (file) => `/${routed([...below(file, 'app', 'pages'), file.datedName]).join('/')}`,
  },
  {
    from: 'its place below `blog/` or `posts/`, as Quarto does',
    reason:
      'Quarto mirrors the project, keeps the date of a folder, and serves `index.qmd` at its folder, https://quarto.org/docs/websites/website-blog.html',
    holds: (file) => file.quartoEnd !== undefined && has(file, ...OF_BLOGS),
    path: (file) => {
      const root = file.folders.findIndex((name) => OF_BLOGS.includes(name));
      return `/${[...file.folders.slice(root), file.datedName].join('/')}${file.quartoEnd ?? ''}`;
    },
  },
  {
    from: 'its folder and its name, as most blogs do',
    reason: 'Eleventy and Next.js blogs keep `posts/name.md` or `blog/name.md` and serve `/posts/name`',
    holds: (file) => has(file, ...OF_BLOGS),
    path: (file, fields) => `/${[file.folders.at(-1) ?? '', undated(file, fields)].join('/')}`,
  },
  {
    from: '`slug`, from the root of the site',
    reason: 'the folder it is served from is unknown',
    holds: () => true,
    path: (_, fields) => textField(fields, 'slug'),
  },
];
