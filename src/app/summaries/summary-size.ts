import type { Config } from '../../config/config.ts';
import type { PostSize } from '../../summaries/choosing/post-size.ts';
import type { BlogPost } from '../../summaries/reading/blog-post.ts';
import { plainPost } from '../../summaries/reading/post-words.ts';
import type { Profile } from '../../threads/profile.ts';
import { defaultProfiles } from '../drafts/targets.ts';

/** An address of the web that stands for every other: a network that shortens links counts all of them alike. */
const ANY_LINK = 'https://example.org/blog/2026/01/a-post-with-a-name/';
/** The blank line above the link. */
const GAP = 2;

/**
 * What a post holds on the smallest of some networks: the one that a text of the given kind fills soonest. One draft
 * planned for it reads well on all of them.
 *
 * @param sample - words of the post: a network may count some scripts double.
 */
export function smallestSize(profiles: readonly Profile[], sample: string): PostSize {
  const fullness = (profile: Profile): number => profile.measure(sample) / profile.limit;
  const smallest = profiles.reduce((best, profile) => (fullness(profile) > fullness(best) ? profile : best));
  return {
    limit: smallest.limit,
    measure: (text) => smallest.measure(text),
    linkLine: smallest.measure(ANY_LINK) + GAP,
  };
}

/** What a post holds on the smallest network that a summary of a blog post goes to by default. */
export const summarySize = (post: BlogPost, config: Config): PostSize =>
  smallestSize(defaultProfiles(config), plainPost(post));
