import type { PostSize } from './post-size.ts';

/** The blank line between two paragraphs. */
const GAP = 2;

/**
 * Returns how many posts some paragraphs fill, in order, each uncut if it fits a post; `last` is the room that must remain in
 * the last post.
 */
export function postsFilled(paragraphs: readonly string[], last: number, size: PostSize): number {
  return packed(paragraphs, last, size).length;
}

/** Returns the paragraphs of each post, by index. */
export function packed(paragraphs: readonly string[], last: number, size: PostSize): number[][] {
  const { limit, measure } = size;
  const posts: number[][] = [];
  let room = 0;
  paragraphs.forEach((paragraph, index) => {
    const length = measure(paragraph);
    const post = posts.at(-1);
    if (post !== undefined && length + GAP <= room) {
      post.push(index);
      room -= length + GAP;
      return;
    }
    // A longer paragraph continues in more posts; the rest of its last one stays available.
    for (let left = length; left > limit; left -= limit) posts.push([]);
    posts.push([index]);
    room = limit - (length > limit ? length % limit : length);
  });
  if (last > room && posts.length > 0) posts.push([]);
  return posts;
}

/**
 * Returns the paragraphs of each post for exactly `count` posts: packs them, then splits the fullest posts until there are
 * enough. Returns fewer only if there are fewer paragraphs.
 */
export function packedInto(
  paragraphs: readonly string[],
  last: number,
  count: number,
  size: PostSize,
): number[][] {
  const posts = packed(paragraphs, last, size).filter((post) => post.length > 0);
  while (posts.length < count) {
    const lengths = posts.map((post) =>
      post.length < 2 ? 0 : post.reduce((sum, index) => sum + size.measure(paragraphs[index] ?? ''), 0),
    );
    const fullest = lengths.indexOf(Math.max(...lengths));
    const post = posts[fullest];
    if (post === undefined || post.length < 2) break;
    const middle = Math.ceil(post.length / 2);
    posts.splice(fullest, 1, post.slice(0, middle), post.slice(middle));
  }
  return posts;
}
