import type { Config } from '../../config/config.ts';
import type { PostSize } from '../../summaries/choosing/post-size.ts';
import type { BlogPost } from '../../summaries/reading/blog-post.ts';
import { plainPost } from '../../summaries/reading/post-words.ts';
import type { Profile } from '../../threads/profile.ts';
import { defaultProfiles } from '../drafts/targets.ts';

/** A placeholder for any web address: a network that shortens links counts all of them the same. */
const ANY_LINK = 'https://example.org/blog/2026/01/a-post-with-a-name/';
/** The blank line above the link. */
const GAP = 2;

/**
 * Returns the size of a post on the smallest of some networks: the one that such a text fills first. A draft planned for it
 * fits all of them.
 *
 * @param sample - words of the post: some networks count certain scripts double
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

/** Returns the size of a post on the smallest network that a summary goes to by default. */
export const summarySize = (post: BlogPost, config: Config): PostSize =>
  smallestSize(defaultProfiles(config), plainPost(post));
