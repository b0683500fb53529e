import type { SiteLookup } from '../site-lookup.ts';

/** The known values that a template's expression may use. */
export type KnownValues = {
  /** Returns the text of a front matter key, by its name or path in lower case: `title`, `book.author`. */
  readonly field: (name: string) => string | undefined;
  readonly siteUrl: string | undefined;
  /** What the site's own files say. */
  readonly site?: SiteLookup | undefined;
  /** Returns the variables that the text itself sets. */
  readonly variables?: (() => ReadonlyMap<string, string>) | undefined;
};

/** Names of a page's front matter in templates. */
const FIELD =
  /^(?:(?:\$?page|\.page|\$?frontmatter|props|metadata|meta|data|post|this)\.|\.params\.|\$\.params\.|\.page\.params\.|\$frontmatter\.|\.)?([a-z_][\w-]*(?:\.[a-z_][\w-]*){0,4})$/i;
/** The path of the site's root, also where its languages have paths of their own. */
const ROOT = /^\$?site\.(?:base_?url|root|base)(?:_?(?:root|path|url))?$/i;
/** A value of the site's settings: `site.title`, `site.author.name`. */
const SETTING = /^site\.([a-z_][\w-]*(?:\.[a-z_][\w-]*){0,4})$/i;
/** `book["title"]`, for `book.title`. */
const IN_BRACKETS = /\[(["'])([a-z_][\w-]*)\1\]/gi;
/** Filters that keep words unchanged, except for escaping. */
const HARMLESS =
  /^(?:escape|escape_once|xml_escape|cgi_escape|strip|strip_html|smartify|safe|safehtml|plainify|markdownify|raw|string|trim|relative_url|absolute_url|relurl|absurl|url|htmlbasepath|inputify|typogrify)\b/i;

/** Returns what a template's expression prints; `undefined` if only the blog can compute it. */
export function templateValue(
  expression: string,
  { field, siteUrl, site, variables }: KnownValues,
): string | undefined {
  const [head = '', ...filters] = expression.slice(0, 500).split('|');
  if (filters.some((filter) => !HARMLESS.test(filter.trim()))) return undefined;
  const subject = head.trim();
  const literal = /^(["'`])([^"'`]*)\1$/.exec(subject)?.[2];
  if (literal !== undefined) return literal;
  if (/^\$?site\.url$/i.test(subject)) return siteUrl;
  if (ROOT.test(subject)) return '';
  const variable = variables?.().get(subject);
  if (variable !== undefined) return variable;
  const setting = SETTING.exec(subject.replace(IN_BRACKETS, '.$2'))?.[1];
  if (setting !== undefined) return site?.setting(setting);
  const name = FIELD.exec(subject.replace(IN_BRACKETS, '.$2'))?.[1];
  return name === undefined ? undefined : field(name.toLowerCase());
}
