/** What a template's expression may be worked out from. */
export type KnownValues = {
  /** The text of a key of the front matter, by its name in small letters. */
  readonly field: (name: string) => string | undefined;
  readonly siteUrl: string | undefined;
};

/** Names under which templates keep a page's front matter. */
const FIELD =
  /^(?:(?:\$?page|\.page|\$?frontmatter|props|metadata|meta|data|post|this)\.|\.params\.|\$\.params\.|\.page\.params\.|\$frontmatter\.|\.)?([a-z_][\w-]*)$/i;
/** Filters that leave words as they are, but for what a page needs. */
const HARMLESS =
  /^(?:escape|escape_once|xml_escape|cgi_escape|strip|strip_html|smartify|safe|safehtml|plainify|markdownify|raw|string|trim|relative_url|absolute_url|relurl|absurl|url|htmlbasepath|inputify|typogrify)\b/i;

/** What an expression of a template prints; `undefined` where only the blog can work it out. */
export function templateValue(expression: string, { field, siteUrl }: KnownValues): string | undefined {
  const [head = '', ...filters] = expression.slice(0, 500).split('|');
  if (filters.some((filter) => !HARMLESS.test(filter.trim()))) return undefined;
  const subject = head.trim();
  const literal = /^(["'`])([^"'`]*)\1$/.exec(subject)?.[2];
  if (literal !== undefined) return literal;
  if (/^\$?site\.(?:url|baseurl|base_?url)$/i.test(subject)) {
    const isBase = /base/i.test(subject);
    return isBase ? '' : siteUrl;
  }
  const name = FIELD.exec(subject)?.[1];
  return name === undefined ? undefined : field(name.toLowerCase());
}
