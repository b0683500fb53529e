/** What kind of text a draft is, which decides how its author uses `>`. */
export type DraftForm = {
  /** It begins with a `[Label]`, as updates and paper notes do. */
  readonly labelled: boolean;
  /** It is a post of a blog, whose page shows how its Markdown is read. */
  readonly ofBlog: boolean;
};
