import type { Draft } from '../../src/drafts/draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

/** Returns the posts that a draft becomes on X, with an empty line between two. */
export const postsOnX = (draft: Draft): string =>
  buildThread(draft, xProfile())
    .posts.map((post) => post.text)
    .join('\n\n');
