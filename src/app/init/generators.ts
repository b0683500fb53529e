/** The programs whose folders are recognised. */
export const GENERATOR_IDS = ['jekyll', 'hugo', 'astro', 'next', 'eleventy', 'obsidian'] as const;

export type GeneratorId = (typeof GENERATOR_IDS)[number];

/** Where a setting is written: a path of keys in a data file, or a pattern whose first group is the value. */
export type Source = { readonly file: string } & (
  | { readonly keys: readonly string[] }
  | { readonly pattern: RegExp }
);

/** How to recognise the folder of one program, and where it stores the settings that Threadmill needs. */
export type Generator = {
  readonly name: string;
  /** Any of these identifies the program; `holds` must match the file's text. */
  readonly marks: readonly { readonly path: string; readonly holds?: RegExp }[];
  /** The site's address: the first that exists counts. */
  readonly url: readonly Source[];
  /** A path to append to the address. */
  readonly base: readonly Source[];
  /** The folder that holds `/images/a.jpg`: the first that exists counts. */
  readonly publicDirs: readonly string[];
  /** Where the program's own settings set the public folder. */
  readonly publicDirSetting?: Source;
  /** Folders of posts, to suggest what to try next. */
  readonly posts: readonly string[];
  readonly permalinks?: readonly Source[];
  /** What the user must do so that the site does not include Threadmill's files. */
  readonly keepOut?: string;
};

const inFiles = (files: readonly string[], keys: readonly string[]): Source[] =>
  files.flatMap((file) => keys.map((key) => ({ file, keys: key.split('.') })));
const inCode = (files: readonly string[], pattern: RegExp): Source[] =>
  files.map((file) => ({ file, pattern }));
const withEndings = (stem: string, endings: readonly string[]): string[] =>
  endings.map((ending) => `${stem}.${ending}`);

const SCRIPTS = ['mjs', 'js', 'ts', 'mts', 'cjs', 'cts'] as const;
const ADDRESS = String.raw`['"\`](https?:\/\/[^'"\`\s]+)['"\`]`;

const JEKYLL = ['_config.yml', '_config.yaml'];
const HUGO = [
  ...withEndings('hugo', ['toml', 'yaml', 'yml', 'json']),
  ...withEndings('config/_default/hugo', ['toml', 'yaml', 'yml', 'json']),
];
/** Old names of Hugo's settings; other programs use them too, so the content is checked. */
const HUGO_OLD = [
  ...withEndings('config', ['toml', 'yaml', 'yml', 'json']),
  ...withEndings('config/_default/config', ['toml', 'yaml', 'yml', 'json']),
];
const ASTRO = withEndings('astro.config', SCRIPTS);
const NEXT = withEndings('next.config', SCRIPTS);
const ELEVENTY = ['.eleventy.js', ...withEndings('eleventy.config', SCRIPTS)];
/** Where the starters of Next.js and Eleventy keep the site's name. */
const METADATA = [
  ...[
    'data/siteMetadata',
    'src/data/siteMetadata',
    'lib/constants',
    'src/lib/constants',
    'config/site',
    'site.config',
    'blog.config',
  ].flatMap((stem) => withEndings(stem, SCRIPTS)),
  ...['app/layout', 'src/app/layout'].flatMap((stem) => withEndings(stem, ['tsx', 'jsx', 'js', 'ts'])),
];
const ELEVENTY_DATA = [
  '_data/metadata',
  '_data/site',
  'src/_data/metadata',
  'src/_data/site',
  'content/_data/metadata',
];

/** How to recognise each program's folder. To add one, add a row and its id. */
export const GENERATORS: Readonly<Record<GeneratorId, Generator>> = {
  jekyll: {
    name: 'Jekyll',
    marks: [...JEKYLL.map((path) => ({ path })), { path: '_posts' }],
    url: inFiles(JEKYLL, ['url']),
    base: inFiles(JEKYLL, ['baseurl']),
    // Jekyll serves files without front matter from where they are.
    publicDirs: ['.'],
    posts: ['_posts'],
    permalinks: inFiles(JEKYLL, ['permalink']),
    keepOut: 'Jekyll would publish these folders: add `exclude: [posts, config]` to _config.yml',
  },
  hugo: {
    name: 'Hugo',
    marks: [
      ...HUGO.map((path) => ({ path })),
      // Hugo ignores the case of keys.
      ...HUGO_OLD.map((path) => ({ path, holds: /^\s*['"]?baseurl['"]?\s*[=:]/im })),
    ],
    url: inFiles([...HUGO, ...HUGO_OLD], ['baseURL', 'baseurl', 'BaseURL', 'baseUrl']),
    base: [],
    publicDirs: ['static'],
    posts: ['content/posts', 'content/post', 'content/blog', 'content'],
  },
  astro: {
    name: 'Astro',
    marks: ASTRO.map((path) => ({ path })),
    url: [
      ...inCode(ASTRO, new RegExp(String.raw`(?<![\w.])site\s*:\s*${ADDRESS}`)),
      ...inCode(
        withEndings('src/consts', ['ts', 'js']),
        new RegExp(String.raw`SITE_?URL\s*=\s*${ADDRESS}`, 'i'),
      ),
      ...inCode(
        withEndings('src/config', ['ts', 'js']),
        new RegExp(String.raw`(?:website|site|url)\s*:\s*${ADDRESS}`),
      ),
    ],
    base: inCode(ASTRO, /(?<![\w.])base\s*:\s*['"`](\/[^'"`\s]*)['"`]/),
    publicDirs: ['public'],
    posts: ['src/content/blog', 'src/content/posts', 'src/content/post', 'src/pages/posts', 'src/pages/blog'],
  },
  next: {
    name: 'Next.js',
    marks: [...NEXT.map((path) => ({ path })), { path: 'package.json', holds: /"next"\s*:\s*"/ }],
    url: [
      ...inCode(
        METADATA,
        new RegExp(
          String.raw`(?:siteUrl|site_?url|baseUrl|HOME_OG|metadataBase)['"]?\s*[:=]\s*(?:new URL\(\s*)?${ADDRESS}`,
          'i',
        ),
      ),
      ...inCode(
        ['next-sitemap.config.js', 'next-sitemap.config.mjs', 'next-sitemap.config.cjs', 'next-sitemap.js'],
        new RegExp(String.raw`siteUrl\s*:\s*(?:[\w.]+\s*(?:\|\||\?\?)\s*)?${ADDRESS}`),
      ),
    ],
    base: inCode(NEXT, /(?<![\w.])basePath\s*:\s*['"`](\/[^'"`\s]*)['"`]/),
    publicDirs: ['public'],
    posts: [
      'content/posts',
      'content/blog',
      'data/blog',
      'posts',
      '_posts',
      'content',
      'app/blog/posts',
      'src/content/blog',
    ],
  },
  eleventy: {
    name: 'Eleventy',
    marks: [
      ...ELEVENTY.map((path) => ({ path })),
      { path: 'package.json', holds: /"@11ty\/eleventy"\s*:\s*"/ },
    ],
    url: [
      ...inFiles(withEndings('_data/metadata', ['json', 'yaml', 'yml']), ['url']),
      ...inFiles(
        ELEVENTY_DATA.map((stem) => `${stem}.json`),
        ['url', 'site_url', 'baseUrl'],
      ),
      ...inCode(
        ELEVENTY_DATA.flatMap((stem) => withEndings(stem, SCRIPTS)),
        new RegExp(
          String.raw`(?<![\w.])['"]?(?:url|site_?url|baseUrl)['"]?\s*:\s*(?:[\w.]+\s*(?:\|\||\?\?)\s*)?${ADDRESS}`,
          'i',
        ),
      ),
    ],
    base: inCode(ELEVENTY, /(?<![\w.])pathPrefix\s*:\s*['"`](\/[^'"`\s]*)['"`]/),
    publicDirs: ['public', 'src/public', 'static', 'src/static', 'src', '.'],
    posts: ['content/blog', 'src/posts', 'src/blog', 'posts', 'blog', 'content/posts'],
    keepOut: 'Eleventy would publish these drafts: add a line `posts` to .eleventyignore',
  },
  obsidian: {
    name: 'an Obsidian vault',
    marks: [{ path: '.obsidian' }],
    url: [],
    base: [],
    publicDirs: ['.'],
    publicDirSetting: { file: '.obsidian/app.json', keys: ['attachmentFolderPath'] },
    posts: ['.'],
  },
};
