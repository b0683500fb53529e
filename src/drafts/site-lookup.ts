/** How a text names another file of its site; `name` has no fragment. */
export type FileLink = {
  /**
   * `file` is the target of a link: `../winter.md`, `@/log/winter.md`. The others are tags that print an address: Jekyll's
   * `link` and `post_url`, Hugo's `ref`.
   */
  readonly by: 'file' | 'link' | 'post_url' | 'ref';
  readonly name: string;
};

/** The page of a file: its address, absolute or from the site's root; or a clause that says why it is not known. */
export type FilePage =
  | { readonly url: string }
  | {
      readonly problem: string;
      /** There is no page, wherever it would be. */
      readonly isHeldBack?: true;
    };

/** What a site's own files say, for a text that refers to them. The texts themselves are read without a disk. */
export type SiteLookup = {
  /** Returns the page of another file of the site. */
  readonly pageOf: (link: FileLink) => FilePage;
  /** Returns a value of the site's settings by its name or path in templates: `title`, `author.name`. */
  readonly setting: (name: string) => string | undefined;
  /**
   * Returns the text that a tag puts in its place; `undefined` if there is none. Jekyll's `{% include references.md %}` looks for it in a
   * folder of the site's own, Quarto's `{{< include _tide.qmd >}}` from the folder of the text, or from the project's for `/_tide.qmd`.
   */
  readonly included: (name: string, from: 'includes' | 'folder') => string | undefined;
  /**
   * Returns the path, from the text, of the picture in its folder that Hugo finds by a part of its name, or of the video with that name;
   * `undefined` if there is none.
   */
  readonly picture: (part: string) => string | undefined;
};

/** What only a site's files tell: links to texts, tags that print an address, values of the site's settings, pictures by a part of their name. */
const ASKS = [
  /(?:\]\(<?|\]:[ \t]{0,9}<?|\bhref\s{0,9}=\s{0,9}["']?)(?![a-z]{2,12}:)[^\s()<>"']{0,300}\.(?:mdx?|markdown|mkd|qmd|rmd|ipynb|rst)(?![\w-])/i,
  /(?:\]\(<?|\]:[ \t]{0,9}<?|\bhref\s{0,9}=\s{0,9}["'])(?:\.\/[\w-]{1,100}|\w{1,60}(?:-\w{1,60}){1,20})\/?(?=[)>?#\s"'])/,
  /(?:\]\(<?|\]:[ \t]{0,9}<?|\bhref\s{0,9}=\s{0,9}["']?)\.\.\/(?:[^\s()<>"']{0,300}\/|[\w-]{1,100}(?=[)>?#\s"']|$))/m,
  /\{%-?\s{0,9}(?:post_url|link)\s/,
  /\{\{[<%]\s{0,9}(?:rel)?ref\s/,
  /\{\{-?\s{0,9}\$?site[.[]/i,
  /\{\{[<%]\s{0,9}(?:imgproc|include|embed)\s/,
  /^[\w@][\w@.+-]{0,99}\.(?:png|jpe?g|gif|webp|avif|svg|mp4|m4v|mov|webm)[ \t]*(?:https?:\/\/\S*)?$/im,
] as const;

/** A text that is put in the place of a tag; it may define the links of this one. */
const INCLUDES = /\{%-?\s{0,9}include\s{1,9}[\w./-]{1,200}\.(?:md|markdown)\b/;
const NAMED_LINK = /\]\[[^[\]\n]{0,200}\]/;

/** Whether a text may ask for anything in {@link SiteLookup}; false for most texts, which then cost no file access. */
export const asksSite = (source: string): boolean =>
  ASKS.some((sign) => sign.test(source)) || (INCLUDES.test(source) && NAMED_LINK.test(source));

/** Splits what a text names into the file, and the place in it: `winter.md` and `#ice`. */
export function splitPlace(written: string): { readonly name: string; readonly place: string } {
  const at = written.search(/[?#]/);
  return at < 0
    ? { name: written, place: '' }
    : { name: written.slice(0, at), place: written.slice(at).replace(/^\?[^#]*/, '') };
}
