/** Where Jekyll keeps a blog's posts. */
const IN_POSTS = /(?:^|[\\/])_posts[\\/]/;
/** A date in a file’s name or folders: `2019-01-29-ropes.md`, `2019/01/ropes.md`. */
const DATED = /(?:^|[\\/])(?:\d{4}-\d{2}-\d{2}(?=[-_. \\/])|(?:19|20)\d\d[\\/](?:0[1-9]|1[0-2])(?=[-_\\/]))/;

/** A folder that is a blog or what a site’s generator makes its pages of; below it, `drafts/` and `threads/` are none of its posts. */
const IN_BLOG = /(?:^|[\\/])(?:blogs?|_drafts|content)[\\/](?!(?:[^\\/]+[\\/])*(?:drafts|threads)[\\/])/i;

/** Whether a file is where Jekyll keeps posts. */
export const isInPosts = (path: string | null): boolean => IN_POSTS.test(path ?? '');

/** Whether a file’s name is that of a part of pages, as Quarto and Jekyll call them: `_contribs.md`. Hugo’s `_index.md` is a page. */
export const isPartOfPage = (path: string | null): boolean =>
  /(?:^|[\\/])_(?!index\.)[^\\/]+\.(?:q?md|mdx|markdown)$/i.test(path ?? '');

/** Whether a file with a title is a post by its place: in a folder of posts or a blog’s, or dated by its name or folders. */
export const isPlacedAsPost = (path: string | null): boolean =>
  isInPosts(path) || DATED.test(path ?? '') || IN_BLOG.test(path ?? '');
